import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import type { Fonts, Weight } from './fonts.ts';
import { MISSING } from './fonts.ts';

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
  /** In points; without it the text is not broken. */
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center';
}

/** Draws on one A4 page with fixed places, so that the same facts are the same bytes. */
export class Pen {
  readonly document: PDFKit.PDFDocument;
  /** Whether a character had to be replaced. */
  replaced = false;

  constructor(
    private readonly fonts: Fonts,
    info: { readonly title: string; readonly author: string; readonly at: Date },
  ) {
    const { title, author, at } = info;
    this.document = new PDFDocument({ size: 'A4', margin: 0, compress: true, lang: 'zh-CN', displayTitle: true, info: { Title: title, Author: author, Producer: 'anju', Creator: 'anju', CreationDate: at, ModDate: at } });
    for (const weight of ['regular', 'bold'] as const) this.document.registerFont(weight, fonts.files[weight]);
  }

  /** Writes a text at a place and returns how high it became. */
  text(text: string, x: number, y: number, style: TextStyle): number {
    const drawn = this.fonts.drawable(text);
    if (drawn !== text && !text.includes(MISSING)) this.replaced = true;
    this.document.font(style.weight ?? 'regular').fontSize(style.size).fillColor(style.colour ?? '#16211d');
    const options = { lineGap: style.size * 0.25, ...(style.width === undefined ? { lineBreak: false } : { width: style.width, align: style.align ?? 'left' }) };
    this.document.text(drawn, x, y, options);
    return this.document.heightOfString(drawn, options);
  }

  widthOf(text: string, { size, weight }: TextStyle): number {
    return this.document.font(weight ?? 'regular').fontSize(size).widthOfString(this.fonts.drawable(text));
  }

  box(x: number, y: number, width: number, height: number, colour: string, radius = 0): void {
    this.document.roundedRect(x, y, width, height, radius).fill(colour);
  }

  line(x: number, y: number, width: number, colour: string): void {
    this.document.moveTo(x, y).lineTo(x + width, y).lineWidth(0.6).strokeColor(colour).stroke();
  }

  /** A square code with its quiet zone of four modules. */
  square(text: string, x: number, y: number, side: number): void {
    const { size, data } = encode(text, { ecc: 'M', border: 4 });
    const module = side / size;
    this.box(x, y, side, side, '#ffffff', 4);
    for (const [row, cells] of data.entries()) {
      for (let from = 0; from < size; from += 1) {
        if (cells[from] !== true) continue;
        let to = from;
        while (cells[to] === true) to += 1;
        this.document.rect(x + from * module, y + row * module, (to - from) * module, module);
        from = to;
      }
    }
    this.document.fill('#000000');
  }

  /** The finished document. */
  async bytes(): Promise<Buffer> {
    const parts: Buffer[] = [];
    this.document.on('data', (part: Buffer) => parts.push(part));
    const ended = new Promise<void>((resolve, reject) => {
      this.document.once('end', resolve);
      this.document.once('error', reject);
    });
    this.document.end();
    await ended;
    return Buffer.concat(parts);
  }
}
