import { TransportFailure } from './ports.ts';
import type { ChosenFile, HttpReply, UploadRequest } from './ports.ts';

/** Lets the person choose pictures or PDFs. None: changed their mind. */
export function chooseFiles(): Promise<readonly ChosenFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = 'image/jpeg,image/png,image/heic,image/heif,.heic,.heif,application/pdf';
    input.style.display = 'none';
    const end = (files: readonly ChosenFile[]): void => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => end([...(input.files ?? [])].map((file) => ({ name: file.name, sizeBytes: file.size, handle: file }))));
    input.addEventListener('cancel', () => end([]));
    document.body.append(input);
    input.click();
  });
}

/** The picker of a browser offers documents too. */
export const chooseDocuments: (() => Promise<readonly ChosenFile[]>) | null = null;

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
