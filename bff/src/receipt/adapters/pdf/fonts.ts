import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import type { Font } from 'fontkit';

/**
 * Noto Sans SC (SIL OFL 1.1): the one font on npm as whole TrueType files with all 20,976 common and 6,582 rare characters of names,
 * so that a document needs no font of the machine. pdfkit embeds only the characters that are used.
 */
const PACKAGE = '@expo-google-fonts/noto-sans-sc';
const FILES = { regular: `${PACKAGE}/400Regular/NotoSansSC_400Regular.ttf`, bold: `${PACKAGE}/600SemiBold/NotoSansSC_600SemiBold.ttf` } as const;

/** What stands for a character no font of ours has; printers have used it for that for a hundred years. */
export const MISSING = '〓';

export type Weight = keyof typeof FILES;

/** The fonts, read once. */
export class Fonts {
  readonly files: Readonly<Record<Weight, Buffer>>;
  private readonly known: ReadonlySet<number>;

  constructor() {
    const { resolve } = createRequire(import.meta.url);
    this.files = { regular: readFileSync(resolve(FILES.regular)), bold: readFileSync(resolve(FILES.bold)) };
    const sets = Object.values(this.files).map((file) => new Set((create(file) as Font).characterSet));
    this.known = new Set([...(sets[0] ?? [])].filter((point) => sets.every((set) => set.has(point))));
  }

  /** Whether both weights have every character of a text. */
  has(text: string): boolean {
    return Array.from(text).every((character) => this.known.has(character.codePointAt(0) ?? 0));
  }

  /** The text as it can be drawn. */
  drawable(text: string): string {
    return Array.from(text, (character) => (this.has(character) ? character : MISSING)).join('');
  }
}
