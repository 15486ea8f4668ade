import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config.ts';
import type { HandedOver } from '../domain/archived-cases.ts';
import { ArchiveHandover } from '../domain/ports.ts';

const NAME = /^[\w-]{1,60}\.zip$/;

/** Puts packages into a folder that the archive system empties: `<name>.zip` and, once that is whole, `<name>.zip.json` with its hashes. */
@Injectable()
export class FolderHandover extends ArchiveHandover {
  constructor(private readonly config: Config) {
    super();
  }

  async deliver(name: string, content: AsyncIterable<Uint8Array>): Promise<HandedOver> {
    if (!NAME.test(name)) throw new Error('a package is named by us, and this one was not');
    const { archiveDir } = this.config;
    await mkdir(archiveDir, { recursive: true, mode: 0o700 });
    const path = join(archiveDir, name);
    const hashes = { sha256: createHash('sha256'), sm3: createHash('sm3') };
    let sizeBytes = 0;
    await writeWhole(path, (async function* () {
      for await (const part of content) {
        for (const hash of Object.values(hashes)) hash.update(part);
        sizeBytes += part.length;
        yield part;
      }
    })());
    const done: HandedOver = { sha256: hashes.sha256.digest('hex'), sm3: hashes.sm3.digest('hex'), sizeBytes };
    const note = Buffer.from(`${JSON.stringify({ package: name, sizeBytes, SM3: done.sm3, 'SHA-256': done.sha256 }, null, 2)}\n`);
    await writeWhole(`${path}.json`, (async function* () { yield note; })());
    return done;
  }
}

/** Written beside and renamed, so that whoever looks finds it whole or not at all; of two who write at once the later counts. */
async function writeWhole(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const part = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(part, 'wx', 0o600);
    try {
      for await (const bytes of content) await file.write(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}
