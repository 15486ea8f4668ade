import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Identities } from '../../identity/index.ts';
import { Log } from '../../platform/index.ts';
import type { StoredFile } from '../domain/stored-file.ts';
import { FileRegister, FileVault } from '../domain/stored-file.ts';
import { FileStore } from '../file-store.port.ts';

/** Uploads as the other modules see them. Who unbinds leaves what no case needed behind: the rows go at once, the contents with the next sweep. */
@Injectable()
export class StoredFiles extends FileStore implements OnModuleInit {
  constructor(
    private readonly register: FileRegister,
    private readonly vault: FileVault,
    private readonly identities: Identities,
    private readonly log: Log,
  ) {
    super();
  }

  onModuleInit(): void {
    this.identities.onUnbound((personId) => this.register.dropUnused(personId));
  }

  async own(personId: string, fileIds: readonly string[]): Promise<readonly StoredFile[]> {
    const found = await this.register.own(personId, fileIds);
    return fileIds.flatMap((fileId) => found.filter((file) => file.fileId === fileId));
  }

  attach(personId: string, fileIds: readonly string[], caseId: string): Promise<boolean> {
    return fileIds.length === 0 ? Promise.resolve(true) : this.register.attach(personId, fileIds, caseId);
  }

  hold(personId: string, fileIds: readonly string[], until: Date | null): Promise<boolean> {
    return this.register.hold(personId, fileIds, until);
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
