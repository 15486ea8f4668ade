import type { HandedOver } from './archived-cases.ts';

/** One file to be packed; its content is fetched when it is its turn, so that one at a time is in memory. */
export interface ToPack {
  readonly path: string;
  readonly sizeBytes: number;
  content(): Promise<Uint8Array>;
}

/** Puts files into one package: the same files and day are the same bytes, on every machine. */
export abstract class Packer {
  abstract pack(files: readonly ToPack[], moment: Date): AsyncIterable<Uint8Array>;
  /** Both in hexadecimal. */
  abstract hashesOf(content: Uint8Array): { readonly sha256: string; readonly sm3: string };
}

/** The archive system of the centre, which takes packages over. */
export abstract class ArchiveHandover {
  /** Hands one over, whole or not at all. The same name may come again after a crash; then the later one counts. */
  abstract deliver(name: string, content: AsyncIterable<Uint8Array>): Promise<HandedOver>;
}
