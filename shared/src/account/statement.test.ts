import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { addDays, daysBetween } from '../calendar/index.ts';
import { accountInterest, accountInterestOn } from '../policy/index.ts';
import { dayProductInterest, statementOf } from './index.ts';
import type { LedgerEntry } from './index.ts';

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const yuan = (value: number): number => Math.round(value * 100);
const entry = (bookedOn: string, kind: LedgerEntry['kind'], amount: number): LedgerEntry => ({ bookedOn, kind, amountFen: yuan(amount) });
const statement = (openingFen: number, entries: readonly LedgerEntry[], fundYear: number, asOf: string) => statementOf({ openingFen, entries }, fundYear, asOf, accountInterest);

describe('interest by day-product', () => {
  it('runs from settlement day to settlement day: 10,000 yuan earn 152.08 a year', () => {
    expect(dayProductInterest(yuan(10_000), [], '2025-06-30', '2026-06-30', accountInterest)).toEqual({
      amountFen: yuan(152.08),
      balanceDaysFen: yuan(3_650_000),
      parts: [{ from: '2025-06-30', to: '2026-06-29', money: 'all', balanceDaysFen: yuan(3_650_000), annualRateMillionths: 15_000, source: expect.objectContaining({ id: 'national/account-interest-2016' }) }],
    });
  });

  it('knows two rates before 2016-02-21 and one since, in the same year', () => {
    const entries = [entry('2015-07-10', 'contribution', 1_000), entry('2015-08-10', 'withdrawal', -4_000)];
    const found = dayProductInterest(yuan(10_000), entries, '2015-06-30', '2016-06-30', accountInterest);
    expect(found?.parts.map(({ from, to, money, annualRateMillionths }) => [from, to, money, annualRateMillionths])).toEqual([
      ['2015-06-30', '2015-08-25', 'carried', 16_000], ['2015-06-30', '2015-08-25', 'current', 3_500],
      ['2015-08-26', '2015-10-23', 'carried', 13_500], ['2015-08-26', '2015-10-23', 'current', 3_500],
      ['2015-10-24', '2016-02-20', 'carried', 11_000], ['2015-10-24', '2016-02-20', 'current', 3_500],
      ['2016-02-21', '2016-06-29', 'all', 15_000],
    ]);
    // 41 days of 10,000 and 16 of 6,000 carried over, 47 days of 1,000 of this year's money, and so on
    const [carried, current] = found?.parts ?? [];
    expect([carried?.balanceDaysFen, current?.balanceDaysFen]).toEqual([yuan(506_000), yuan(47_000)]);
    const products = 506_000 * 16_000 + 47_000 * 3_500 + 59 * (6_000 * 13_500 + 1_000 * 3_500) + 120 * (6_000 * 11_000 + 1_000 * 3_500) + 130 * 7_000 * 15_000;
    expect(found?.amountFen).toBe(Math.round((products * 100) / 360_000_000));
  });

  it('takes more than what was carried over from this year’s money, and a returned withdrawal is this year’s', () => {
    const entries = [entry('2014-07-02', 'contribution', 500), entry('2014-07-03', 'withdrawal', -1_200), entry('2014-07-04', 'withdrawal', 1_200)];
    const found = dayProductInterest(yuan(1_000), entries, '2014-06-30', '2014-07-05', accountInterest);
    expect(found?.parts.map(({ balanceDaysFen }) => balanceDaysFen)).toEqual([yuan(3_000), yuan(500 + 300 + 1_500)]);
  });

  it('is unknown before 2012-07-06', () => {
    expect(dayProductInterest(yuan(1_000), [], '2012-07-05', '2012-07-10', accountInterest)).toBeNull();
    expect(dayProductInterest(yuan(1_000), [], '2012-07-06', '2012-07-10', accountInterest)).not.toBeNull();
  });

  it('is unknown where a rate has ended and no other has begun', () => {
    const [first] = accountInterest;
    if (first === undefined) throw new Error('no figure');
    expect(dayProductInterest(yuan(1_000), [], '2014-11-20', '2014-11-22', [first])).not.toBeNull();
    expect(dayProductInterest(yuan(1_000), [], '2014-11-20', '2014-11-23', [first])).toBeNull();
  });
});

describe('the statement of a fund year', () => {
  const whole = [
    entry('2025-07-05', 'contribution', 2_400), entry('2025-09-01', 'transfer', 5_000), entry('2025-10-08', 'withdrawal', -3_000),
    entry('2025-10-09', 'withdrawal', 3_000), entry('2026-01-12', 'withdrawal', -8_000), entry('2026-03-01', 'transfer', -700), entry('2026-06-30', 'interest', 1_234.56),
  ];

  it('adds up: carried, paid in, transferred, interest, less withdrawn; a withdrawal that came back counts back', () => {
    expect(statement(yuan(80_000), whole, 2025, '2026-11-21')).toMatchObject({
      from: '2025-07-01', to: '2026-06-30', settled: true, carriedFen: yuan(80_000), contributedFen: yuan(2_400), transferredInFen: yuan(5_000),
      interestFen: yuan(1_234.56), withdrawnFen: yuan(8_000), transferredOutFen: yuan(700), otherFen: 0, totalFen: yuan(79_934.56), bookedFen: yuan(79_934.56),
    });
  });

  it('of a running year counts what has accrued to the day, and says so', () => {
    expect(statement(yuan(10_000), [], 2026, '2026-07-30')).toMatchObject({ settled: false, interestFen: yuan(12.5), totalFen: yuan(10_012.5), bookedFen: yuan(10_000) });
  });

  it('of a year that is over and not yet settled counts to 30 June', () => {
    expect(statement(yuan(10_000), [], 2025, '2026-07-03')).toMatchObject({ settled: false, interestFen: yuan(152.08), bookedFen: yuan(10_000) });
  });

  it('of a year without money is settled without interest', () => {
    expect(statement(0, [], 2025, '2026-07-03')).toMatchObject({ settled: true, interestFen: 0, totalFen: 0 });
  });

  it('takes interest booked on 1 July into the year it was earned in', () => {
    const entries = [entry('2025-07-01', 'interest', 100), entry('2026-07-01', 'interest', 153.6), entry('2026-07-01', 'contribution', 2_400)];
    expect(statement(yuan(10_000), entries, 2025, '2026-11-21')).toMatchObject({ settled: true, carriedFen: yuan(10_100), interestFen: yuan(153.6), contributedFen: 0, totalFen: yuan(10_253.6) });
    expect(statement(yuan(10_000), entries, 2026, '2026-11-21')).toMatchObject({ settled: false, carriedFen: yuan(10_153.6), contributedFen: yuan(2_400) });
  });

  it('starts the count anew after interest paid inside the year', () => {
    const entries = [entry('2025-09-01', 'interest', 26.25), entry('2025-09-01', 'withdrawal', -10_026.25)];
    expect(statement(yuan(10_000), entries, 2025, '2025-11-21')).toMatchObject({ settled: false, interestFen: yuan(26.25), withdrawnFen: yuan(10_026.25), totalFen: 0 });
  });

  it('keeps a correction apart, so that the sum still holds', () => {
    expect(statement(0, [entry('2025-08-01', 'other', -3)], 2025, '2025-08-01')).toMatchObject({ otherFen: yuan(-3), totalFen: yuan(-3) });
  });

  it('has no computed interest where no rate is known', () => {
    expect(statement(yuan(1_000), [entry('2011-06-30', 'interest', 5)], 2010, '2026-11-21')).toMatchObject({ settled: true, interestFen: 500, computed: null });
    expect(statement(yuan(1_000), [], 2010, '2026-11-21')).toMatchObject({ settled: true, interestFen: 0, computed: null });
  });
});

const FIRST = '2013-06-30';
const day = fc.integer({ min: 1, max: 4_500 }).map((offset) => addDays(FIRST, offset));
const kinds = fc.constantFrom<LedgerEntry['kind']>('contribution', 'withdrawal', 'interest', 'transfer', 'other');
const ledger = fc.array(fc.record({ bookedOn: day, kind: kinds, amountFen: fc.integer({ min: -50_000_000, max: 50_000_000 }) }), { maxLength: 30 });

/** Day by day: what stands in the evening, at the day's own rates. */
function exactInterest(openingFen: number, entries: readonly LedgerEntry[], from: string, until: string): number {
  let carried = new Exact(openingFen);
  let current = new Exact(0);
  let sum = new Exact(0);
  for (let at = 0; at < daysBetween(from, until); at += 1) {
    const today = addDays(from, at);
    const booked = at === 0 ? [] : entries.filter(({ bookedOn }) => bookedOn === today);
    for (const { amountFen } of [...booked].sort((a, b) => b.amountFen - a.amountFen)) {
      const taken = amountFen < 0 ? Exact.min(carried, -amountFen) : new Exact(0);
      carried = carried.minus(taken);
      current = current.plus(amountFen).plus(taken);
    }
    const rates = accountInterestOn(today)?.value;
    if (rates === undefined) throw new Error(`no rate on ${today}`);
    sum = sum.plus(carried.mul(rates.carriedOver)).plus(current.mul(rates.currentYear));
  }
  return sum.div(360_000_000).toDecimalPlaces(0).toNumber() + 0;
}

describe('whatever the ledger', () => {
  it('the day-product agrees with decimal.js to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000_000 }), ledger, day, fc.integer({ min: 0, max: 400 }), (openingFen, entries, from, days) => {
        const until = addDays(from, days);
        expect(dayProductInterest(openingFen, entries, from, until, accountInterest)?.amountFen).toBe(exactInterest(openingFen, entries, from, until));
      }),
    );
  });

  it('the parts of a statement come to its total, and less open interest to what is booked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000_000 }), ledger, fc.integer({ min: 2013, max: 2025 }), day, (openingFen, entries, fundYear, asOf) => {
        const made = statement(openingFen, entries, fundYear, asOf);
        const { carriedFen, contributedFen, transferredInFen, interestFen, withdrawnFen, transferredOutFen, otherFen } = made;
        expect(carriedFen + contributedFen + transferredInFen + interestFen - withdrawnFen - transferredOutFen + otherFen).toBe(made.totalFen);
        const settlement = `${fundYear + 1}-07-01`;
        const own = entries.filter(({ bookedOn, kind }) => (bookedOn >= made.from && bookedOn <= made.to) || (bookedOn === settlement && kind === 'interest'));
        expect(made.bookedFen).toBe(own.reduce((sum, { amountFen }) => sum + amountFen, openingFen));
        expect(statement(openingFen, [...entries].reverse(), fundYear, asOf)).toEqual(made);
      }),
    );
  });
});
