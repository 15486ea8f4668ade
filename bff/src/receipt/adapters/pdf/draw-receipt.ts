import type { ReceiptFacts } from '@anju/shared/contract';
import { receiptTexts } from '../../../texts/index.ts';
import type { Print } from '../../domain/receipt-printer.ts';
import type { Fonts } from './fonts.ts';
import { Pen } from './pen.ts';

const [WIDTH, HEIGHT] = [595.28, 841.89];
const EDGE = 52;
const INNER = WIDTH - 2 * EDGE;
const BRAND = '#0b6e5b';
const SOFT = '#e3f1ed';
const [INK, SECOND, LINE] = ['#16211d', '#55655f', '#dfe7e4'];
const TONES = { paid: { ink: '#085344', ground: SOFT }, refused: { ink: '#8f1e18', ground: '#fbeae9' }, cancelled: { ink: '#55655f', ground: '#eef1f0' } } as const;
/** Above so many the lines of the checks stand closer, so that all ten sources there are fit. */
const ROOMY_CHECKS = 7;

/** Draws the receipt on one page. */
export async function drawReceipt({ facts, share }: Print, fonts: Fonts): Promise<Buffer> {
  const pen = new Pen(fonts, { title: `${receiptTexts.title} ${facts.number}`, author: facts.centre, at: new Date(facts.decidedAt) });
  head(pen, facts);
  let y = amount(pen, facts, 140);
  y = table(pen, facts, y + 20);
  checks(pen, facts, y + 22);
  code(pen, share, 640);
  foot(pen, facts);
  return pen.bytes();
}

function head(pen: Pen, facts: ReceiptFacts): void {
  pen.box(0, 0, WIDTH, 116, BRAND);
  pen.text(receiptTexts.title, EDGE, 34, { size: 23, weight: 'bold', colour: '#ffffff' });
  pen.text(facts.centre, EDGE, 74, { size: 11.5, colour: '#d5e7e2' });
  pen.text(receiptTexts.number(facts.number), EDGE, 74, { size: 11.5, colour: '#d5e7e2', width: INNER, align: 'right' });
}

function amount(pen: Pen, facts: ReceiptFacts, y: number): number {
  const parts = receiptTexts.parts(facts);
  const height = parts === '' ? 96 : 118;
  const tone = TONES[facts.outcome];
  pen.box(EDGE, y, INNER, height, tone.ground, 10);
  pen.text(receiptTexts.amount(facts), EDGE + 22, y + 18, { size: 11, colour: tone.ink });
  pen.text(receiptTexts.total(facts), EDGE + 22, y + 36, { size: 30, weight: 'bold', colour: tone.ink });
  if (parts !== '') pen.text(parts, EDGE + 22, y + 84, { size: 11, colour: tone.ink });
  const word = receiptTexts.outcome(facts);
  const chip = pen.widthOf(word, { size: 14, weight: 'bold' }) + 32;
  const middle = y + height / 2;
  pen.box(EDGE + INNER - 22 - chip, middle - 16, chip, 32, tone.ink, 16);
  pen.text(word, EDGE + INNER - 22 - chip + 16, middle - 10.5, { size: 14, weight: 'bold', colour: '#ffffff' });
  return y + height;
}

function table(pen: Pen, facts: ReceiptFacts, from: number): number {
  let y = from;
  for (const [label, value] of receiptTexts.facts(facts)) {
    pen.text(label, EDGE, y + 7, { size: 11, colour: SECOND });
    const height = pen.text(value, EDGE + 110, y + 6, { size: 12, colour: INK, width: INNER - 110 });
    y += Math.max(27, height + 10);
    pen.line(EDGE, y, INNER, LINE);
  }
  return y;
}

function checks(pen: Pen, facts: ReceiptFacts, from: number): void {
  if (facts.checks.length === 0) return;
  pen.text(receiptTexts.checksTitle, EDGE, from, { size: 12, weight: 'bold', colour: INK });
  const [size, pitch] = facts.checks.length > ROOMY_CHECKS ? [9, 12] : [10.5, 17];
  facts.checks.forEach((check, index) => {
    const [source, at, result] = receiptTexts.check(check, facts.route);
    const y = from + 22 + index * pitch;
    pen.text(source, EDGE, y, { size, colour: SECOND });
    pen.text(at, EDGE + 110, y, { size, colour: SECOND });
    pen.text(result, EDGE + 250, y, { size, colour: SECOND });
  });
}

function code(pen: Pen, share: Print['share'], y: number): void {
  pen.box(EDGE, y, INNER, 136, '#f3f6f5', 10);
  if (share === undefined) {
    pen.text(receiptTexts.archive, EDGE + 22, y + 58, { size: 11, colour: SECOND });
    return;
  }
  pen.square(share.url, EDGE + 12, y + 12, 112);
  const x = EDGE + 144;
  const width = INNER - 144 - 20;
  pen.text(receiptTexts.scanTitle, x, y + 22, { size: 13, weight: 'bold', colour: INK });
  const height = pen.text(receiptTexts.scan, x, y + 46, { size: 10.5, colour: SECOND, width });
  pen.text(receiptTexts.scanUntil(share.expiresAt), x, y + 52 + height, { size: 10.5, colour: INK, width });
}

function foot(pen: Pen, facts: ReceiptFacts): void {
  pen.line(EDGE, HEIGHT - 50, INNER, LINE);
  pen.text(receiptTexts.foot(facts.centre), EDGE, HEIGHT - 42, { size: 9, colour: SECOND });
  if (pen.replaced) pen.text(receiptTexts.missing, EDGE, HEIGHT - 28, { size: 9, colour: SECOND });
}
