import { Injectable } from '@nestjs/common';
import { Log } from '../../platform/index.ts';
import type { StoredFile } from '../domain/stored-file.ts';
import { FileRegister, FileVault } from '../domain/stored-file.ts';
import { FileStore } from '../file-store.port.ts';

@Injectable()
export class StoredFiles extends FileStore {
  constructor(
    private readonly register: FileRegister,
    private readonly vault: FileVault,
    private readonly log: Log,
  ) {
    super();
  }

  async own(personId: string, fileIds: readonly string[]): Promise<readonly StoredFile[]> {
    const found = await this.register.own(personId, fileIds);
    return fileIds.flatMap((fileId) => found.filter((file) => file.fileId === fileId));
  }

  attach(personId: string, fileIds: readonly string[], caseId: string): Promise<boolean> {
    return fileIds.length === 0 ? Promise.resolve(true) : this.register.attach(personId, fileIds, caseId);
  }

  ofCase(caseId: string): Promise<readonly StoredFile[]> {
    return this.register.ofCase(caseId);
  }

  async content(fileId: string): Promise<{ readonly mediaType: string; readonly bytes: Buffer } | undefined> {
    const file = await this.register.byId(fileId);
    const bytes = file === undefined ? undefined : await this.vault.take(fileId);
    if (file === undefined || bytes === undefined) {
      this.log.event('file.lost', { fileId });
      return undefined;
    }
    return { mediaType: file.mediaType, bytes };
  }
}
