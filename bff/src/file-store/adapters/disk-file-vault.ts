import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config.ts';
import { FieldCipher } from '../../platform/index.ts';
import { FileVault } from '../domain/stored-file.ts';

const ID = /^[0-9a-f-]{36}$/;

/** One sealed file an upload, named by its id and bound to it, in folders of the id's first two characters. */
@Injectable()
export class DiskFileVault extends FileVault {
  constructor(
    private readonly config: Config,
    private readonly cipher: FieldCipher,
  ) {
    super();
  }

  /** Written beside and renamed, so that a content is there whole or not at all. */
  async put(fileId: string, bytes: Buffer): Promise<void> {
    const path = this.pathOf(fileId);
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    const part = `${path}.part`;
    const file = await open(part, 'w', 0o600);
    try {
      await file.writeFile(this.cipher.sealBytes(bytes, purposeOf(fileId)));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  }

  async take(fileId: string): Promise<Buffer | undefined> {
    try {
      return this.cipher.openBytes(await readFile(this.pathOf(fileId)), purposeOf(fileId));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  has(fileId: string): Promise<boolean> {
    return stat(this.pathOf(fileId)).then((found) => found.isFile(), isAbsentOrThrow);
  }

  async remove(fileId: string): Promise<void> {
    const path = this.pathOf(fileId);
    await rm(path, { force: true });
    await rm(`${path}.part`, { force: true });
  }

  async *writtenBefore(moment: Date): AsyncIterable<string> {
    for (const folder of await entriesOf(this.config.filesDir)) {
      for (const name of await entriesOf(join(this.config.filesDir, folder))) {
        const fileId = name.replace(/\.part$/, '');
        if (!ID.test(fileId) || !fileId.startsWith(folder)) continue;
        if (await isOlder(join(this.config.filesDir, folder, name), moment)) yield fileId;
      }
    }
  }

  private pathOf(fileId: string): string {
    if (!ID.test(fileId)) throw new Error('a file id is made by us, and this one was not');
    return join(this.config.filesDir, fileId.slice(0, 2), fileId);
  }
}

const purposeOf = (fileId: string): string => `file.${fileId}`;

const isAbsentOrThrow = (error: unknown): false => {
  if (isAbsent(error)) return false;
  throw error;
};

const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/** False also for what is gone by now. */
async function isOlder(path: string, moment: Date): Promise<boolean> {
  try {
    return (await stat(path)).mtimeMs < moment.getTime();
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}
