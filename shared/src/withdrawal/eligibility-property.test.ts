import fc from 'fast-check';
import { ACCOUNT_STATES } from '../account/index.ts';
import { addDays } from '../calendar/index.ts';
import { allPacks } from '../policy/packs/index.ts';
import { answerFault, mustStay, nextEligibleAfter, routeForm, routeOffer, routeOffers, routeTraits, routeVerdict, routeVerdicts, withdrawalLimit, withdrawalTerms, withAnswers, WITHDRAWAL_REASON_CODES, WITHDRAWAL_ROUTES } from './index.ts';
import type { MissingField, WithdrawalFacts, WithdrawalRouteId } from './index.ts';
import type { CentrePack } from '../policy/index.ts';

// People as no generator of the demo makes them: every fact known, unknown or absent on its own, at every centre, on days on both sides of the
// regulation. Runs 300 times, ANJU_PROPERTY_RUNS times in the long form.
const day = fc.integer({ min: -4_000, max: 1_500 }).map((offset) => addDays('2026-11-21', offset));
const recent = fc.integer({ min: -900, max: 400 }).map((offset) => addDays('2026-11-21', offset));
const money = fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: -100, max: 200_000_000 }), fc.constant(Number.MAX_SAFE_INTEGER));
const cost = fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: -100, max: 200_000_000 }), fc.constant(2 ** 51));
const result = fc.constantFrom('confirmed' as const, 'confirmed' as const, 'confirmed' as const, 'mismatch' as const, 'not-found' as const, 'unavailable' as const);
const route = fc.constantFrom(...WITHDRAWAL_ROUTES);
const relation = fc.constantFrom('owner' as const, 'spouse' as const, 'child' as const, 'parent' as const, 'other' as const);
const some = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> => fc.record(shape, { requiredKeys: [] }) as unknown as fc.Arbitrary<Partial<T>>;
const group = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T> | 'unknown'> => fc.oneof({ weight: 6, arbitrary: some(shape) }, { weight: 1, arbitrary: fc.constant('unknown' as const) });
const repaid = fc.record({ fromDate: recent, toDate: recent, principalFen: cost, interestFen: cost });
const yearUsed = fc.record({ year: fc.integer({ min: 2024, max: 2028 }), amountFen: money });

/** Mostly people in order, so that most of what is generated comes as far as the rules of the route itself. */
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> => fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(usual, ...others) });
const optional = some({
  sealedSince: recent, birthDate: fc.integer({ min: -29_000, max: -6_000 }).map((offset) => addDays('2026-11-21', offset)), sex: fc.constantFrom('male', 'female'),
  retirementCategory: fc.constantFrom('F50', 'F55'), retirementMonth: recent.map((date) => date.slice(0, 7)), monthlyContributionFen: fc.integer({ min: 0, max: 100_000_000 }),
  home: group({
    kind: fc.constantFrom('new', 'second-hand', 'affordable'), boughtOn: day, certificateOn: day, builtOn: fc.oneof(day, fc.constant('2006-12-31')), withLoan: fc.boolean(), paidFen: money,
    downPaymentFen: money, areaHundredths: fc.oneof(fc.integer({ min: 0, max: 40_000 }), money), renovationCostFen: money,
    used: fc.array(fc.record({ route, at: fc.constantFrom('here', 'other-centre'), on: recent }, { requiredKeys: ['route', 'at'] }), { maxLength: 1 }),
    familyFen: some({ purchase: money, 'down-payment': money, renovation: money }),
  }),
  works: group({ kind: fc.constantFrom('build', 'rebuild', 'overhaul'), permit: result, grade: fc.constantFrom('A', 'B', 'C', 'D'), costFen: money, used: fc.boolean(), familyFen: money }),
  rent: group({ monthlyFen: money, filed: fc.boolean(), publicHousing: fc.boolean(), youngOrNew: fc.boolean(), aboveIncomeShare: fc.boolean(), yearUsed, familyFen: money }),
  propertyFee: group({ paidFen: money, homes: fc.integer({ min: 0, max: 3 }), yearUsed }),
  commercialLoan: fc.oneof(fc.constant(null), group({ contracted: fc.boolean(), overduePeriods: fc.integer({ min: 0, max: 1 }), repaid, familyFen: money })),
  lift: group({ ownShareFen: money, completedOn: recent, relation, used: fc.boolean(), familyFen: money }),
  illness: group({ ownCostFen: money, paidOn: recent, listed: fc.boolean(), familyFen: money }),
  family: some({ married: fc.boolean(), children: fc.integer({ min: 0, max: 4 }) }),
  covered: fc.array(fc.record({ route, from: recent, to: recent }), { maxLength: 3 }),
  employed: fc.constantFrom(true, false, 'unknown'), accountElsewhere: fc.constantFrom(true, false, 'unknown'), locked: mostly(false, true), transferRunning: mostly(false, true), contributionPending: mostly(false, true),
  falsePapers: fc.record({ for: fc.constantFrom('withdrawal', 'loan'), on: recent }), pausedRoutes: fc.array(route, { maxLength: 1 }), accruedInterestFen: money,
  standingOrders: fc.array(fc.constantFrom('offset', 'rent'), { maxLength: 2 }),
});

const REPAID = { fromDate: '2026-01-01', toDate: '2026-09-20', principalFen: 100_000, interestFen: 50_000 };
const PROOFS = ['retirement', 'disability', 'employment-ended', 'emigration', 'death', 'inheritance'] as const;
const needed = fc.record({
  accountState: fc.oneof({ weight: 4, arbitrary: fc.constant('normal' as const) }, { weight: 2, arbitrary: fc.constant('sealed' as const) }, { weight: 1, arbitrary: fc.constantFrom(...ACCOUNT_STATES) }),
  balanceFen: money, mustStayFen: fc.constantFrom(0, 1, 1_000, 20_000), household: fc.constantFrom('local', 'elsewhere', 'unknown'), contributionMonths: mostly(60, 0, 2, 3),
  ownsHome: mostly<boolean | 'unknown'>(false, true, 'unknown'),
  loan: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: fc.record({ balanceFen: money, overduePeriods: mostly(0, 1), repaid, familyFen: money }, { requiredKeys: ['balanceFen', 'overduePeriods', 'repaid'] }) }),
  lastWithdrawals: some(Object.fromEntries(WITHDRAWAL_ROUTES.map((one) => [one, recent]))),
  nextPermitted: mostly({}, { rent: '2027-03-01', 'repay-fund-loan': '2026-12-05' }),
  runningCases: mostly([], [{ route: 'rent', caseId: 'c' }]), usableCards: mostly(1, 0, 2), tasks: mostly([], ['name-differs'], ['mobile-differs']),
  documents: fc.oneof(fc.constant(PROOFS.map((kind) => ({ kind, result: 'confirmed' }))), fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('purchase-contract'), result, local: fc.boolean(), paidFen: money }, { requiredKeys: ['kind', 'result', 'local'] }),
      fc.record({ kind: fc.constantFrom(...PROOFS), result }),
    ),
    { maxLength: 5 },
  )),
});
const people = fc.tuple(needed, optional).map(([one, two]) => ({ ...one, ...two }) as unknown as WithdrawalFacts);
/** Whom nothing but an interval keeps from the routes that have one; some of them have a fund loan. */
const orderly = people.map(({ falsePapers: _bar, barredUntil: _until, retirementMonth: _month, ...facts }): WithdrawalFacts => ({
  ...facts, accountState: 'normal', balanceFen: 50_000_000, mustStayFen: 1, contributionMonths: 60, ownsHome: false, lastWithdrawals: {}, nextPermitted: {}, runningCases: [], usableCards: 1, tasks: [],
  covered: [], locked: false, transferRunning: false, pausedRoutes: [], documents: [], rent: 'unknown', monthlyContributionFen: 240_000, home: { renovationCostFen: 8_000_000 }, propertyFee: { paidFen: 90_000 },
  loan: facts.loan === null ? null : { balanceFen: 1, overduePeriods: 0, repaid: REPAID }, commercialLoan: { contracted: true, overduePeriods: 0, repaid: REPAID },
}));
const KNOWN: ReadonlySet<string> = new Set(WITHDRAWAL_REASON_CODES);
const named = (...of: readonly CentrePack[]): fc.Arbitrary<CentrePack> => fc.constantFrom(...of.map((pack) => Object.assign(pack, { [fc.toStringMethod]: () => pack.centre })));
/** Centres that lay down how often. */
const spaced = named(...allPacks.filter(({ centre }) => ['xiamen', 'fuzhou', 'guangzhou', 'wuhan', 'beijing'].includes(centre)));
const packs = named(...allPacks);

it('the people generated meet every reason, find every route open and every date and figure named', () => {
  const verdicts = fc.sample(fc.tuple(people, packs, recent), { numRuns: 4_000, seed: 4 }).flatMap(([facts, pack, today]) => routeVerdicts(facts, pack, today));
  const codes = new Set(verdicts.flatMap(({ reasons }) => reasons.map(({ code }) => code)));
  expect(WITHDRAWAL_REASON_CODES.filter((code) => !codes.has(code))).toEqual([]);
  const open = new Set(verdicts.filter(({ eligible }) => eligible).map((verdict) => verdict.route));
  expect(WITHDRAWAL_ROUTES.filter((one) => !open.has(one))).toEqual([]);
  expect(verdicts.filter(({ eligibleFrom }) => eligibleFrom !== undefined).length).toBeGreaterThan(200);
  expect(verdicts.filter(({ missingFen }) => missingFen !== undefined).length).toBeGreaterThan(20);
});

describe('for any person at any centre on any day', () => {
  it('a route is open exactly when nothing stands against it, and then for more than nothing', () => {
    fc.assert(
      fc.property(people, packs, day, (facts, pack, today) => {
        for (const verdict of routeVerdicts(facts, pack, today)) {
          expect(verdict.eligible).toBe(verdict.reasons.length === 0);
          if (verdict.eligible) expect(verdict.maxFen).toBeGreaterThan(0);
          if (!verdict.reasons.every(({ code }) => KNOWN.has(code))) throw new Error(`no such code: ${JSON.stringify(verdict.reasons)}`);
          const said = verdict.reasons.map((reason) => JSON.stringify(reason));
          expect(new Set(said).size).toBe(said.length);
          withdrawalTerms(verdict.route, facts, pack, today);
        }
      }),
    );
  });

  it('eligibility agrees with its own date: on that day, by that day’s rules, the route is open, and not before', () => {
    fc.assert(
      fc.property(people, packs, recent, (facts, pack, today) => {
        for (const { route: one, eligible, eligibleFrom } of routeVerdicts(facts, pack, today)) {
          if (eligibleFrom === undefined) continue;
          expect(eligible).toBe(false);
          expect(eligibleFrom > today).toBe(true);
          expect(routeVerdict(one, facts, pack, eligibleFrom).eligible).toBe(true);
          expect(routeVerdict(one, facts, pack, addDays(eligibleFrom, -1)).eligible).toBe(false);
        }
      }),
    );
  });

  it('where every reason names a day, the last of these days opens the route or names another reason', () => {
    fc.assert(
      fc.property(people, packs, recent, (facts, pack, today) => {
        for (const { route: one, reasons } of routeVerdicts(facts, pack, today)) {
          const passing = ['before-next-date', 'barred', 'proof-too-new', 'home-too-new', 'year-used', 'not-yet-retired', 'sealed-too-short'];
          if (reasons.length === 0 || !reasons.every(({ code }) => passing.includes(code))) continue;
          const last = reasons.map(({ params }) => String(params?.['date'])).sort().pop() as string;
          const then = routeVerdict(one, facts, pack, last).reasons.map((reason) => JSON.stringify(reason));
          for (const reason of reasons) expect(then).not.toContain(JSON.stringify(reason));
        }
      }),
    );
  });

  it('the missing figure opens the route, and one fen less does not', () => {
    fc.assert(
      fc.property(people, packs, day, (facts, pack, today) => {
        for (const { route: one, missingFen } of routeVerdicts(facts, pack, today)) {
          if (missingFen === undefined) continue;
          expect(missingFen).toBeGreaterThan(0);
          expect(routeVerdict(one, { ...facts, balanceFen: facts.balanceFen + missingFen }, pack, today).eligible).toBe(true);
          expect(routeVerdict(one, { ...facts, balanceFen: facts.balanceFen + missingFen - 1 }, pack, today).eligible).toBe(false);
        }
      }),
    );
  });

  it('a maximum is the least of its lines, leaves what must stay, and takes no more than there is', () => {
    fc.assert(
      fc.property(people, packs, day, (facts, pack, today) => {
        for (const one of WITHDRAWAL_ROUTES) {
          const { maxFen, basis } = withdrawalLimit(one, facts, pack, today);
          expect(routeVerdict(one, facts, pack, today).maxFen).toBe(maxFen);
          if (maxFen === null) {
            expect(basis).toEqual([]);
            continue;
          }
          expect(maxFen).toBe(Math.min(...basis.map(({ amountFen }) => amountFen)));
          expect(maxFen).toBeGreaterThanOrEqual(0);
          const stay = mustStay(one, facts, pack, today);
          expect(stay).toBeGreaterThanOrEqual(routeTraits(one).closing ? 0 : facts.mustStayFen);
          if (maxFen > 0) expect(maxFen).toBeLessThanOrEqual(facts.balanceFen - stay);
          if (maxFen > 0 && routeTraits(one).closing) expect(maxFen).toBe(facts.balanceFen);
        }
      }),
    );
  });

  it('more money never lowers a maximum and never closes a route', () => {
    fc.assert(
      fc.property(people, packs, day, fc.integer({ min: 1, max: 50_000_000 }), (facts, pack, today, more) => {
        const balanceFen = Math.min(facts.balanceFen, 2 ** 52);
        const richer = routeVerdicts({ ...facts, balanceFen: balanceFen + more }, pack, today);
        routeVerdicts({ ...facts, balanceFen }, pack, today).forEach((poorer, index) => {
          const one = richer[index] as typeof poorer;
          if (poorer.maxFen !== null) expect(one.maxFen).toBeGreaterThanOrEqual(poorer.maxFen);
          else expect(one.maxFen).toBeNull();
          if (poorer.eligible) expect(one.eligible).toBe(true);
        });
      }),
    );
  });

  it('after a withdrawal the route is closed until the day that was told beforehand', () => {
    const seen = new Set<WithdrawalRouteId>();
    fc.assert(
      fc.property(orderly, spaced, fc.integer({ min: 0, max: 1_500 }).map((offset) => addDays('2026-09-20', offset)), (facts, pack, today) => {
        for (const { route: one, eligible } of routeVerdicts(facts, pack, today)) {
          const next = nextEligibleAfter(one, pack, today);
          if (!eligible || next === null) continue;
          seen.add(one);
          const after = { ...facts, lastWithdrawals: { [one]: today } };
          const why = [one === 'property-fee' ? 'year-used' : 'before-next-date', next];
          for (const then of [today, addDays(next, -1)]) {
            expect(routeVerdict(one, after, pack, then).reasons.map(({ code, params }) => [code, params?.['date']])).toContainEqual(why);
          }
          expect(routeVerdict(one, after, pack, next).reasons.map(({ code }) => code)).not.toContain(why[0]);
        }
      }),
    );
    expect([...seen].sort()).toEqual(['property-fee', 'purchase', 'renovation', 'rent', 'repay-commercial-loan', 'repay-fund-loan']);
  });
});

/** An answer to a field that fits, by a number from 0 to 1. */
function validAnswer({ kind, name, choices = [], minimum = 1, maximum = 1 }: MissingField, at: number, today: string): string | number {
  if (kind === 'choice') return choices[Math.floor(at * choices.length)] ?? '';
  if (kind === 'date') return addDays(today, -Math.floor(at * 2_000));
  if (kind === 'text') return name === 'escrowAccount' ? '3502001002003' : '厦购2026-0308';
  return minimum + Math.floor(at * (Math.min(maximum, 50_000_000) - minimum));
}

/** Answers whatever is asked until nothing more is; a route that an answer closes asks no further. */
function answerAll(one: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: string, at: readonly number[]): { readonly facts: WithdrawalFacts; readonly faults: readonly unknown[]; readonly answers: Readonly<Record<string, string | number>> } {
  const answers: Record<string, string | number> = {};
  let told = withAnswers(one, facts, answers, pack, today);
  for (let round = 0; round < 8; round += 1) {
    const field = routeOffer(one, told.facts, pack, today).missing.find(({ kind, name }) => kind !== 'file' && answers[name] === undefined);
    if (field === undefined) break;
    answers[field.name] = validAnswer(field, at[round % at.length] ?? 0, today);
    told = withAnswers(one, facts, answers, pack, today);
  }
  return { ...told, answers };
}
const at = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 8, maxLength: 8 });

describe('what any person is offered', () => {
  it('every question answered leaves nothing but papers missing, an amount where the route is open, and a clerk to decide', () => {
    fc.assert(
      fc.property(people, packs, recent, route, at, (facts, pack, today, one, numbers) => {
        const first = routeOffer(one, facts, pack, today);
        const { faults, facts: told, answers } = answerAll(one, facts, pack, today, numbers);
        expect(faults).toEqual([]);
        const { verdict, missing, uploads, decided } = routeOffer(one, told, pack, today);
        expect(missing.filter(({ kind }) => kind !== 'file')).toEqual([]);
        if (verdict.eligible) expect(verdict.maxFen).toBeGreaterThan(0);
        if (Object.keys(answers).length > 0) expect(decided).toBe('by-clerk');
        if (decided === 'at-once') expect([Object.keys(answers), one === 'purchase' ? 0 : uploads]).toEqual([[], 0]);
        // A paper for every answer that a source could have given.
        if (verdict.eligible && first.verdict.questions > 0) expect(uploads).toBeGreaterThan(0);
      }),
    );
  });

  it('is open whenever the rules are, for as much, and whatever else is closed is closed for a reason that no answer does away with', () => {
    fc.assert(
      fc.property(people, packs, day, (facts, pack, today) => {
        routeOffers(facts, pack, today).forEach(({ verdict, missing, uploads, decided }, index) => {
          const strict = routeVerdict(verdict.route, facts, pack, today);
          expect(WITHDRAWAL_ROUTES[index]).toBe(verdict.route);
          if (strict.eligible && !facts.documents.some(({ kind }) => kind === 'purchase-contract')) expect(verdict).toMatchObject({ eligible: true, maxFen: strict.maxFen });
          expect(verdict.eligible).toBe(verdict.reasons.length === 0);
          if (!verdict.eligible) expect([missing, verdict.questions, uploads]).toEqual([[], 0, 0]);
          if (verdict.servedBy !== 'online') expect(missing).toEqual([]);
          expect([verdict.uploads, verdict.decided]).toEqual([uploads, decided]);
        });
      }),
    );
  });

  it('agrees with its own date', () => {
    fc.assert(
      fc.property(people, packs, recent, (facts, pack, today) => {
        for (const { verdict } of routeOffers(facts, pack, today)) {
          if (verdict.eligibleFrom === undefined) continue;
          expect([verdict.eligible, verdict.eligibleFrom > today]).toEqual([false, true]);
          expect(routeOffer(verdict.route, facts, pack, verdict.eligibleFrom).verdict.eligible).toBe(true);
          expect(routeOffer(verdict.route, facts, pack, addDays(verdict.eligibleFrom, -1)).verdict.eligible).toBe(false);
        }
      }),
    );
  });
});

describe('answers of whatever origin', () => {
  const names = ['cost', 'relation', 'completedOn', 'paidOn', 'contractNumber', 'homeCity', 'area', 'ownsHome', 'household', 'grade', 'worksKind', 'repaidAmount', 'invoice', '__proto__', 'constructor'];
  const wild = fc.oneof(fc.anything(), fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), fc.anything()), fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.integer(), fc.string(), day, fc.double())));

  it('never throw; what does not count is named by its field and changes nothing', () => {
    fc.assert(
      fc.property(people, packs, recent, route, wild, (facts, pack, today, one, answers) => {
        const { faults, facts: told, superseded } = withAnswers(one, facts, answers, pack, today);
        for (const { field } of faults) expect(field === 'answers' || field.startsWith('answers.')).toBe(true);
        if ((told.answered ?? []).length === 0) expect(told).toBe(facts);
        const given = typeof answers === 'object' && answers !== null && !Array.isArray(answers) ? Object.keys(answers).length : 0;
        expect((told.answered ?? []).length + superseded.length + faults.filter(({ field }) => field !== 'answers').length).toBe(given);
        const form = routeForm(one, facts, answers, pack, today);
        expect(Object.keys(form.answers)).toEqual(told.answered ?? []);
        expect(withAnswers(one, facts, form.answers, pack, today)).toEqual({ facts: told, faults: [], superseded: [] });
        for (const field of form.fields) answerFault(field, answers, today);
      }),
    );
  });
});
