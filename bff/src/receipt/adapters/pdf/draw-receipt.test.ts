import type { ReceiptFacts, SourceCheck } from '@anju/shared/contract';
import { create } from 'fontkit';
import type { Font } from 'fontkit';
import { matterTitle, receiptTexts } from '../../../texts/index.ts';
import { drawReceipt } from './draw-receipt.ts';
import { Fonts, MISSING } from './fonts.ts';

const at = '2026-11-21T01:30:15.000Z';
const facts: ReceiptFacts = {
  number: 'T20261121000001', route: 'retirement', outcome: 'paid', centre: '厦门市住房公积金中心', names: ['林*媗', '阿**江'], accountTail: '0001', payee: { bank: '中国建设银行厦门分行', tail: '1496' },
  principalFen: 12_345_678, interestFen: 4321, totalFen: 12_349_999, submittedAt: at, decidedAt: at, paidAt: at, checks: [{ source: 'core', at, result: 'matched' }],
};
const share = { url: `https://anju.example/h5/#/features/receipt/pages/verify/index?code=r1.${'A'.repeat(96)}`, expiresAt: Date.parse('2026-11-21T16:00:00Z') };
const SOURCES: readonly SourceCheck['source'][] = ['core', 'real-estate', 'civil-affairs', 'bank', 'public-security', 'social-insurance', 'employment', 'market-regulation', 'credit', 'invoice'];

/** Rare characters of names: of the first, second and third plane of the standard for names, and those of the people of the demo. */
const NAMES = '林昶宁陈翯宜黄璟彦许翀远郑婳秋向旻昱洪垚生蔡暾和苏嫄琴吴玥翎何琤敏司徒翾华阿依努尔·麦麦提艾力曾祎琳曾袆琳范昉泽梁堃鹏罗罡毅谢翙羽唐芃钰韩劼行邓筠绮彭颋安董翊翀叶湉冉施勍峥柯瑢苒江翃舟媗琋㛃䶮喆頔𬱖𬴊𬍛𬇕';

describe('the document', () => {
  const fonts = new Fonts();
  let plain: Buffer;
  beforeAll(async () => {
    plain = await drawReceipt({ facts, share }, fonts);
  });
  const source = (bytes: Buffer): string => bytes.toString('latin1');

  it('is one page of A4 with its own fonts, cut down to what is used', () => {
    expect(source(plain).match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(source(plain)).toMatch(/\/MediaBox \[0 0 595\.28 841\.89\]/);
    expect(source(plain).match(/\/FontFile2/g)).toHaveLength(2);
    expect(plain.length).toBeLessThan(80_000);
  });

  it('is the same bytes for the same receipt, and others for another', async () => {
    expect((await drawReceipt({ facts, share }, fonts)).equals(plain)).toBe(true);
    expect((await drawReceipt({ facts: { ...facts, totalFen: 12_350_000 }, share }, fonts)).equals(plain)).toBe(false);
    expect((await drawReceipt({ facts }, fonts)).equals(plain)).toBe(false);
  });

  it('has a glyph for every character of its own words and of rare names, so that no box stands in for one', () => {
    const checks = SOURCES.flatMap((name) => (['matched', 'mismatch', 'not-found', 'unavailable'] as const).map((result) => receiptTexts.check({ source: name, at, result }, 'rent').join('')));
    const cases = (['paid', 'refused', 'cancelled'] as const).flatMap((outcome) =>
      (['retirement', 'loan-prepayment', 'loan-pre-application'] as const).map((route) => ({ ...facts, outcome, route })),
    );
    const texts = cases.flatMap((one) => [receiptTexts.outcome(one), receiptTexts.amount(one), receiptTexts.total(one), receiptTexts.parts(one), ...receiptTexts.facts(one).flat()]);
    const fixed = [receiptTexts.title, receiptTexts.number('T'), receiptTexts.checksTitle, receiptTexts.scanTitle, receiptTexts.scan, receiptTexts.scanUntil(0), receiptTexts.archive, receiptTexts.foot('厦门市'), receiptTexts.missing, matterTitle('rent')];
    for (const text of [...checks, ...texts, ...fixed, NAMES, MISSING]) expect([text, fonts.has(text)]).toEqual([text, true]);
    for (const file of Object.values(fonts.files)) {
      const font = create(file) as Font;
      for (const character of Array.from(NAMES)) expect([character, font.glyphForCodePoint(character.codePointAt(0) ?? 0).id === 0]).toEqual([character, false]);
    }
  });

  it('puts 〓 for a character no font of ours has, and says what that means', async () => {
    const unknown = '\u{2A6B3}\u{30000}\u{e000}';
    expect(fonts.has(unknown)).toBe(false);
    expect(fonts.drawable(`林*\u{30000}`)).toBe(`林*${MISSING}`);
    const drawn = await drawReceipt({ facts: { ...facts, names: ['林*\u{30000}'] }, share }, fonts);
    expect(drawn.length).toBeGreaterThan(plain.length);
  });

  it('keeps to its page with all ten sources and a long bank', async () => {
    const many = { ...facts, payee: { bank: '中国邮政储蓄银行股份有限公司厦门市同安区新民镇支行营业部第二储蓄所', tail: '1496' }, checks: SOURCES.map((name) => ({ source: name, at, result: 'unavailable' as const })) };
    expect(source(await drawReceipt({ facts: many, share }, fonts)).match(/\/Type \/Page\b/g)).toHaveLength(1);
  });
});
