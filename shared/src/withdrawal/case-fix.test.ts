import { readFileSync } from 'node:fs';
import path from 'node:path';
import { caseFixOf, CORE_REFUSALS } from './index.ts';

describe('what a refusal has the person put right', () => {
  it('is one thing for each code, and the same application again for at least twenty-five', () => {
    const fixes = CORE_REFUSALS.map((code) => caseFixOf(code));
    expect(fixes.filter(({ resubmit }) => resubmit).length).toBeGreaterThanOrEqual(25);
    for (const { item, resubmit } of fixes) expect(resubmit).toBe(item !== 'nothing');
  });

  it('is told for each code in the package’s README', () => {
    const readme = readFileSync(path.join(__dirname, '../../README.md'), 'utf8');
    expect(CORE_REFUSALS.filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
  });

  it.each([
    ['payment-returned', undefined, { item: 'card', resubmit: true }],
    ['amount-above-maximum', { maxFen: 5 }, { item: 'amount', resubmit: true }],
    ['closing-amount', { maxFen: 5 }, { item: 'amount', resubmit: true }],
    ['year-used', { leftFen: 0, year: 2026 }, { item: 'date', resubmit: true }],
    ['year-used', { leftFen: 5, year: 2026 }, { item: 'amount', resubmit: true }],
    ['sealed-too-short', { date: '2027-01-01' }, { item: 'date', resubmit: true }],
    ['contract-missing', undefined, { item: 'answer', field: 'contractNumber', resubmit: true }],
    ['answer-missing', { field: 'cost' }, { item: 'answer', field: 'cost', resubmit: true }],
    ['answer-missing', { field: '' }, { item: 'answer', resubmit: true }],
    ['answer-missing', { field: 7 }, { item: 'answer', resubmit: true }],
    ['material-unreadable', { field: 'invoice' }, { item: 'papers', field: 'invoice', resubmit: true }],
    ['amount-not-proven', { field: 'invoice' }, { item: 'amount', resubmit: true }],
    ['escrow-unknown', undefined, { item: 'answer', field: 'escrowAccount', resubmit: true }],
    ['source-mismatch', undefined, { item: 'papers', resubmit: true }],
    ['source-mismatch', { source: 'public-security' }, { item: 'identity', resubmit: true }],
    ['source-mismatch', { source: 'real-estate' }, { item: 'answer', field: 'contractNumber', resubmit: true }],
    ['source-mismatch', { source: 'toString' }, { item: 'papers', resubmit: true }],
    ['not-offered', undefined, { item: 'nothing', resubmit: false }],
    ['no such code', undefined, { item: 'nothing', resubmit: false }],
    ['constructor', undefined, { item: 'nothing', resubmit: false }],
  ])('%s %j', (code, params, expected) => {
    expect(caseFixOf(code, params)).toEqual(expected);
  });

  it('is no card of the person where a down payment came back, and a card everywhere else', () => {
    expect(caseFixOf('payment-returned', undefined, 'down-payment')).toEqual({ item: 'account', resubmit: true });
    expect(caseFixOf('source-mismatch', { source: 'bank' }, 'down-payment').item).toBe('account');
    expect([caseFixOf('payment-returned', undefined, 'purchase').item, caseFixOf('escrow-unknown', undefined, 'down-payment').item]).toEqual(['card', 'answer']);
  });
});
