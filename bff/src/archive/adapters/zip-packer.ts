import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ZipFile } from 'yazl';
import type { ToPack } from '../domain/ports.ts';
import { Packer } from '../domain/ports.ts';

const FILE_MODE = 0o100600;

/** ZIP by yazl (streams, entries in the order given), stored and not deflated: its bytes then depend on no version of zlib. */
@Injectable()
export class ZipPacker extends Packer {
  async *pack(files: readonly ToPack[], moment: Date): AsyncIterable<Uint8Array> {
    const zip = new ZipFile();
    const mtime = wallClock(moment);
    for (const { path, sizeBytes, content } of files) {
      const options = { mtime, mode: FILE_MODE, compress: false, size: sizeBytes, forceDosTimestamp: true };
      zip.addReadStreamLazy(path, options, (take) => {
        content().then(
          (bytes) => take(null, Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)])),
          (error: unknown) => take(error, Readable.from([])),
        );
      });
    }
    const out = zip.outputStream as Readable;
    zip.on('error', (error: Error) => out.destroy(error));
    zip.end();
    for await (const part of out) yield part as Uint8Array;
  }

  hashesOf(content: Uint8Array): { readonly sha256: string; readonly sm3: string } {
    return { sha256: createHash('sha256').update(content).digest('hex'), sm3: createHash('sm3').update(content).digest('hex') };
  }
}

/** A ZIP holds what a clock on the wall shows; this date shows the one in China on a machine in any zone. */
function wallClock(moment: Date): Date {
  const china = new Date(moment.getTime() + 8 * 3_600_000);
  return new Date(china.getUTCFullYear(), china.getUTCMonth(), china.getUTCDate(), china.getUTCHours(), china.getUTCMinutes(), china.getUTCSeconds());
}
