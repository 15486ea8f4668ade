import type { ReceiptFacts } from '@anju/shared/contract';
import { receiptTexts, untilMidnight } from '../../texts/receipt.ts';
import { linesOf, partsOf } from './receipt.view.ts';

const facts: ReceiptFacts = {
  number: 'T20261121000001', route: 'retirement', outcome: 'paid', centre: '厦门市住房公积金中心', names: ['林*媗'], accountTail: '0001', payee: { bank: '建设银行', tail: '1496' },
  principalFen: 100_00, interestFen: 1_23, totalFen: 101_23, submittedAt: '2026-11-21T01:30:00.000Z', decidedAt: '2026-11-21T01:31:00.000Z', paidAt: '2026-11-21T16:32:00.000Z', checks: [],
};

describe('the lines of a receipt', () => {
  it('have the year, the day in China and tails only', () => {
    expect(linesOf(facts).map(({ value }) => value.replace(/\s/g, ' '))).toEqual([
      '退休提取', '林*媗', '**** 0001', '建设银行 **** 1496', '2026年11月21日 09:30', '2026年11月21日 09:31', '2026年11月22日 00:32', 'T20261121000001',
    ]);
    expect(partsOf(facts)?.replace(/\s/g, ' ')).toBe('其中本金 100.00 元，利息 1.23 元');
  });
  it('leave out what there is not', () => {
    const { paidAt: _paid, ...refused } = { ...facts, outcome: 'refused' as const, accountTail: null, payee: null, interestFen: 0 };
    expect(linesOf(refused).map(({ label }) => label)).toEqual(['办理业务', '办理人', '提交时间', '审核结束', '业务编号']);
    expect(partsOf(refused)).toBeNull();
  });
  it('go into a file that is named for what it is', () => {
    expect(receiptTexts.fileName(facts.number)).toBe('公积金业务凭证-T20261121000001.pdf');
  });
  it('name midnight by the day it ends', () => {
    expect(untilMidnight('2026-11-21T16:00:00.000Z').replace(/\s/g, ' ')).toBe('2026年11月21日 24:00');
  });
});
