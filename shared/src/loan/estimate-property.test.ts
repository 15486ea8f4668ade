import fc from 'fast-check';
import type { CentrePack } from '../policy/index.ts';
import { allPacks } from '../policy/packs/index.ts';
import { estimate, estimateChanges, jointView, someMonthsLater, withdrawalEffect } from './index.ts';
import type { AdviceLine, Estimate, EstimateApplicant, EstimateInput } from './index.ts';

const yuan = (value: number): number => value * 100;
const TODAY = '2026-11-21';

const applicant: fc.Arbitrary<EstimateApplicant> = fc.record({
  balanceFen: fc.integer({ min: 0, max: yuan(500_000) }),
  averageBalance12Fen: fc.integer({ min: 0, max: yuan(400_000) }),
  supplementaryBalanceFen: fc.constantFrom(0, yuan(5_000), yuan(40_000)),
  monthlyContributionFen: fc.integer({ min: 0, max: yuan(8_000) }),
  contributionBaseFen: fc.integer({ min: 0, max: yuan(40_000) }),
  contributionMonths: fc.integer({ min: 0, max: 240 }),
  birthDate: fc.tuple(fc.integer({ min: 1955, max: 2004 }), fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}-${month < 10 ? '0' : ''}${month}-15`),
  sex: fc.constantFrom('male', 'female'),
});
const household = fc.record({
  children: fc.integer({ min: 0, max: 4 }),
  talent: fc.boolean(),
  fullTimeDegree: fc.boolean(),
  fundLoansBefore: fc.integer({ min: 0, max: 2 }),
  fundLoanRunning: fc.boolean(),
  ownsHome: fc.boolean(),
});
const house: fc.Arbitrary<EstimateInput['house']> = fc.record({
  priceFen: fc.integer({ min: yuan(100_000), max: yuan(6_000_000) }),
  order: fc.constantFrom('first', 'second'),
  kind: fc.constantFrom('new', 'second-hand', 'affordable'),
  greenStars: fc.integer({ min: 0, max: 3 }),
  prefab: fc.boolean(),
});
const inputOf = (people: 1 | 2): fc.Arbitrary<EstimateInput> =>
  fc
    .record({
      asOf: fc.constant(TODAY),
      household,
      applicants: fc.array(applicant, { minLength: people === 2 ? 2 : 1, maxLength: 2 }),
      house,
      termYears: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
      otherMonthlyDebtFen: fc.constantFrom(0, yuan(1_500), yuan(9_000)),
      monthlyIncomeFen: fc.integer({ min: 0, max: yuan(80_000) }),
    })
    .map(({ termYears, ...rest }) => (termYears === undefined ? rest : { ...rest, termYears }));
const packs: fc.Arbitrary<CentrePack> = fc.constantFrom(...allPacks);

/** A quota is held against a quota, an upper bound against an upper bound: to learn what was unknown may well bring the bound down. */
function neverLess(before: Estimate, after: Estimate): void {
  if ((before.amountFen === null) !== (after.amountFen === null)) return;
  expect(after.amountFen ?? 0).toBeGreaterThanOrEqual(before.amountFen ?? 0);
  expect(after.atMostFen ?? 0).toBeGreaterThanOrEqual(before.atMostFen ?? 0);
}

describe('more never lowers a quota', () => {
  const more = fc.integer({ min: 0, max: yuan(300_000) });
  it('of money: balance, mean balance, contributions, base, income, price', () => {
    fc.assert(
      fc.property(packs, inputOf(1), more, (pack, input, moreFen) => {
        const before = estimate(input, pack);
        const [first, ...rest] = input.applicants;
        if (first === undefined) throw new Error('nobody');
        const richer: Partial<EstimateApplicant>[] = [
          { balanceFen: first.balanceFen + moreFen, averageBalance12Fen: (first.averageBalance12Fen ?? 0) + moreFen },
          { monthlyContributionFen: first.monthlyContributionFen + moreFen },
          { contributionBaseFen: (first.contributionBaseFen ?? 0) + moreFen },
        ];
        for (const change of richer) neverLess(before, estimate({ ...input, applicants: [{ ...first, ...change }, ...rest] }, pack));
        neverLess(before, estimate(estimateChanges.income(input, moreFen), pack));
        neverLess(before, estimate(estimateChanges.price(input, moreFen), pack));
      }),
    );
  });

  it('of history: each further month of contribution', () => {
    fc.assert(
      fc.property(packs, inputOf(1), fc.integer({ min: 1, max: 120 }), fc.nat({ max: 1 }), (pack, input, months, who) => {
        const at = who % input.applicants.length;
        const longer = input.applicants.map((one, index) => (index === at ? { ...one, contributionMonths: one.contributionMonths + months } : one));
        neverLess(estimate(input, pack), estimate({ ...input, applicants: longer }, pack));
      }),
    );
  });
});

describe('the amount', () => {
  it('is never above any known limit but the one a minimum has raised, and never said where the account is unknown', () => {
    fc.assert(
      fc.property(packs, inputOf(1), (pack, input) => {
        const answer = estimate(input, pack);
        const minimum = answer.limits.find((line) => line.limit === 'guaranteed-minimum')?.amountFen ?? 0;
        for (const { limit, amountFen, formula } of answer.limits) {
          expect(formula).not.toMatch(/undefined|NaN|null/);
          if (amountFen === null || limit === 'guaranteed-minimum') continue;
          const raised = limit === 'account' || limit === 'repayment-ability' ? Math.max(amountFen, minimum) : amountFen;
          expect(answer.atMostFen ?? 0).toBeLessThanOrEqual(raised);
        }
        expect(answer.binding === null).toBe(!answer.complete);
        if (answer.amountFen !== null) expect(answer.amountFen).toBe(answer.atMostFen);
        if (answer.complete) expect(answer.amountFen).not.toBeNull();
        const step = pack.loan.roundDownToFen?.[0]?.value ?? 100;
        expect((answer.atMostFen ?? 0) % step).toBe(0);
      }),
    );
  });
});

/** The case as a person would have it after following an advice; nothing of the search is used but the parameters. */
function followed(input: EstimateInput, { change }: AdviceLine, at: number): EstimateInput {
  const { months = 0, years = 0, moreFen = 0, lessFen = 0 } = change.params as Record<string, number>;
  switch (change.code) {
    case 'wait-for-months':
    case 'keep-contributing': return someMonthsLater(input, months);
    case 'spouse-joins': return { ...input, applicants: [...input.applicants, ...input.applicants] };
    case 'longer-term':
    case 'shorter-term': return { ...input, termYears: years };
    case 'raise-balance': return estimateChanges.balance(input, at, moreFen);
    case 'raise-base': return estimateChanges.base(input, at, moreFen);
    case 'raise-income': return { ...input, monthlyIncomeFen: (input.monthlyIncomeFen ?? 0) + moreFen };
    case 'pay-off-debt': return { ...input, otherMonthlyDebtFen: (input.otherMonthlyDebtFen ?? 0) - lessFen };
    case 'pay-off-fund-loan': return { ...input, household: { ...input.household, fundLoanRunning: false, fundLoansBefore: Math.max(1, input.household.fundLoansBefore ?? 0) } };
    case 'dearer-home': return { ...input, house: { ...input.house, priceFen: input.house.priceFen + moreFen } };
  }
}
const lineAmount = (answer: Estimate, limit: string): number | null => answer.limits.find((line) => line.limit === limit)?.amountFen ?? null;
/** The least of the other limits that set an amount. */
function others(answer: Estimate, aside: string): number {
  const amountsOfOthers = answer.limits.filter(({ limit }) => ['account', 'repayment-ability', 'price-share', 'city-cap'].includes(limit) && limit !== aside).map(({ amountFen }) => amountFen ?? Number.MAX_SAFE_INTEGER);
  return Math.min(...amountsOfOthers);
}
/** One step less of the same change. */
function oneLess(advice: AdviceLine): AdviceLine {
  const params = Object.fromEntries(Object.entries(advice.change.params ?? {}).map(([name, value]) => [name, Number(value) - (name.endsWith('Fen') ? 100 : 1)]));
  return { ...advice, change: { ...advice.change, params } };
}
const CONDITIONS = ['contribution-months', 'loan-count', 'age-term'];

describe('advice', () => {
  it('followed, lifts the limit it names, by exactly the effect it names', () => {
    fc.assert(
      fc.property(packs, inputOf(1), (pack, input) => {
        const before = estimate(input, pack);
        const needed = pack.loan.contributionMonths?.find(({ validTo }) => validTo === undefined || validTo >= TODAY)?.value ?? 0;
        const at = Math.max(0, input.applicants.findIndex((one) => one.contributionMonths >= needed));
        for (const advice of before.advice) {
          const after = estimate(followed(input, advice, at), pack);
          if (before.complete && after.complete) expect((after.amountFen ?? 0) - (before.amountFen ?? 0)).toBe(advice.effectFen);
          if (advice.change.code === 'shorter-term') {
            expect(advice.effectFen).toBe(0);
            expect(after.limits.find((line) => line.limit === 'age-term')?.inputs['askedYears']).toBeUndefined();
          } else if (CONDITIONS.includes(advice.lifts)) {
            expect(lineAmount(before, advice.lifts)).toBe(0);
            expect(lineAmount(after, advice.lifts)).not.toBe(0);
          } else {
            expect(advice.lifts).toBe(before.binding);
            expect(advice.effectFen).toBeGreaterThan(0);
            if (before.binding !== 'guaranteed-minimum') expect(lineAmount(after, advice.lifts) ?? 0).toBeGreaterThan(lineAmount(before, advice.lifts) ?? 0);
          }
        }
      }),
    );
  });

  it('is the smallest: one step less leaves the limit in place', () => {
    fc.assert(
      fc.property(packs, inputOf(1), (pack, input) => {
        const before = estimate(input, pack);
        const needed = pack.loan.contributionMonths?.find(({ validTo }) => validTo === undefined || validTo >= TODAY)?.value ?? 0;
        const at = Math.max(0, input.applicants.findIndex((one) => one.contributionMonths >= needed));
        for (const advice of before.advice) {
          const { code, params = {} } = advice.change;
          if (!['keep-contributing', 'raise-balance', 'raise-base', 'raise-income', 'dearer-home', 'wait-for-months'].includes(code)) continue;
          if (Number(params['months'] ?? params['moreFen']) <= 1) continue;
          const less = estimate(followed(input, oneLess(advice), at), pack);
          const after = estimate(followed(input, advice, at), pack);
          if (code === 'wait-for-months') expect(lineAmount(less, 'contribution-months')).toBe(0);
          else if (before.binding !== 'guaranteed-minimum') {
            const meets = (answer: Estimate): boolean => (lineAmount(answer, advice.lifts) ?? 0) > (answer.amountFen ?? 0) + 100 || answer.binding !== before.binding || others(answer, advice.lifts) <= (lineAmount(answer, advice.lifts) ?? 0);
            expect(meets(after)).toBe(true);
            if (less.complete && (less.amountFen ?? 0) > (before.amountFen ?? 0)) expect(meets(less)).toBe(false);
          }
        }
      }),
    );
  });

  it('speaks of nothing but failing conditions while a limit that could bind is unknown', () => {
    fc.assert(
      fc.property(packs, inputOf(1), (pack, input) => {
        const answer = estimate(input, pack);
        if (!answer.complete) for (const advice of answer.advice) expect(CONDITIONS).toContain(advice.lifts);
      }),
    );
  });
});

describe('what a withdrawal does', () => {
  it('at nothing is exactly nothing', () => {
    fc.assert(
      fc.property(packs, inputOf(1), (pack, input) => {
        const effect = withdrawalEffect(input, pack, 0);
        if (effect.kind !== 'effect') throw new Error(JSON.stringify(effect));
        expect(effect.after).toEqual(effect.before);
        expect(effect.amountFen ?? 0).toBe(0);
        expect(effect.atMostFen ?? 0).toBe(0);
        if (effect.instalmentFen !== null) expect(effect.instalmentFen).toEqual({ equalInstalment: 0, equalPrincipal: 0 });
      }),
    );
  });

  it('never raises a quota, and is the engine’s own difference', () => {
    fc.assert(
      fc.property(packs, inputOf(1), fc.integer({ min: 0, max: 1000 }), (pack, input, thousandths) => {
        const [first, ...rest] = input.applicants;
        if (first === undefined) throw new Error('nobody');
        const withdrawFen = Math.floor((first.balanceFen * thousandths) / 1000);
        const effect = withdrawalEffect(input, pack, withdrawFen);
        if (effect.kind !== 'effect') throw new Error(JSON.stringify(effect));
        expect(effect.amountFen ?? 0).toBeLessThanOrEqual(0);
        const left = estimate({ ...input, applicants: [{ ...first, balanceFen: first.balanceFen - withdrawFen }, ...rest] }, pack);
        expect(effect.after.amountFen).toBe(left.amountFen);
        expect(effect.after.atMostFen).toBe(left.atMostFen);
      }),
    );
  });
});

describe('the joint view', () => {
  const text = (value: unknown): string => JSON.stringify(value);

  it('keeps what is joint', () => {
    fc.assert(
      fc.property(packs, inputOf(2), (pack, input) => {
        const whole = estimate(input, pack);
        const { amountFen, atMostFen, complete, binding, termMonths, annualRateMillionths, instalments, downPayment } = whole;
        expect(jointView(whole)).toMatchObject({ amountFen, atMostFen, complete, binding, termMonths, annualRateMillionths, instalments, downPayment });
        for (const limit of ['city-cap', 'price-share', 'guaranteed-minimum']) expect(jointView(whole).limits.find((line) => line.limit === limit)).toEqual(whole.limits.find((line) => line.limit === limit));
        expect(jointView(whole).limits.map((line) => line.limit)).toEqual(whole.limits.map((line) => line.limit));
      }),
    );
  });

  it('holds no figure of either: every other line is bare', () => {
    fc.assert(
      fc.property(packs, inputOf(2), (pack, input) => {
        const joint = jointView(estimate(input, pack));
        for (const line of joint.limits) {
          if (['city-cap', 'price-share', 'guaranteed-minimum'].includes(line.limit)) continue;
          expect(line.amountFen).toBeNull();
          expect(line.inputs).toEqual({});
          expect(line.formula.replace('不足 1 年', '')).not.toMatch(/\d/);
        }
        for (const advice of joint.advice) expect(Object.keys(advice.change.params ?? {}).filter((name) => !['years', 'moreFen'].includes(name))).toEqual([]);
        expect(joint.advice.some((advice) => /balance|base|income|debt|spouse|months|contributing/.test(advice.change.code))).toBe(false);
      }),
    );
  });

  it('is the same whichever of the two has the money, as long as the joint answer is', () => {
    fc.assert(
      fc.property(packs, inputOf(2), fc.integer({ min: 0, max: 1000 }), (pack, input, thousandths) => {
        const [first, second] = input.applicants;
        if (first === undefined || second === undefined) throw new Error('two are needed');
        const movedFen = Math.floor((first.balanceFen * thousandths) / 1000);
        const moved = { ...input, applicants: [{ ...first, balanceFen: first.balanceFen - movedFen }, { ...second, balanceFen: second.balanceFen + movedFen }] };
        const before = estimate(input, pack);
        const after = estimate(moved, pack);
        if (after.amountFen !== before.amountFen || after.atMostFen !== before.atMostFen || after.binding !== before.binding) return;
        const bare = ({ advice: _advice, ...rest }: Estimate): unknown => rest;
        // An answer that is the same to the fen leaves nothing to tell the two cases apart by.
        if (text(before.byCategory) === text(after.byCategory)) expect(bare(jointView(after))).toEqual(bare(jointView(before)));
      }),
    );
  });
});
