import { TransportFailure } from './ports.ts';
import type { ChosenFile, HttpReply, UploadRequest } from './ports.ts';

/** Lets the person choose one picture or PDF. null: changed their mind. */
export function chooseFile(): Promise<ChosenFile | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/jpeg,image/png,application/pdf';
    input.style.display = 'none';
    const end = (file: ChosenFile | null): void => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      end(file === undefined ? null : { name: file.name, sizeBytes: file.size, handle: file });
    });
    input.addEventListener('cancel', () => end(null));
    document.body.append(input);
    input.click();
  });
}

/** The picker of a browser offers documents too. */
export const chooseDocument: (() => Promise<ChosenFile | null>) | null = null;

/** Sends one file as multipart. @throws TransportFailure when no reply comes */
export function upload(request: UploadRequest): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('file', request.file.handle as Blob, request.file.name);
    const http = new XMLHttpRequest();
    http.open('POST', request.url);
    for (const [name, value] of Object.entries(request.headers)) http.setRequestHeader(name, value);
    http.timeout = request.timeoutMs;
    http.upload.onprogress = (event) => {
      if (event.lengthComputable) request.onProgress?.(Math.round((event.loaded / event.total) * 100));
    };
    http.onload = () => resolve({ status: http.status, headers: {}, text: http.responseText });
    http.onerror = () => reject(new TransportFailure('offline'));
    http.ontimeout = () => reject(new TransportFailure('timeout'));
    http.onabort = () => reject(new TransportFailure('aborted'));
    http.send(form);
  });
}
