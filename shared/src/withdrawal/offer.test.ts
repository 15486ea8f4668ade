import type { CentrePack, PolicySource } from '../policy/index.ts';
import { allPacks, packOf } from '../policy/packs/index.ts';
import { answerFault, isWithdrawalRoute, routeDefinition, routeForm, routeOffer, routeTraits, servedByAt, withAnswers, withdrawalLimit, WITHDRAWAL_ROUTES } from './index.ts';
import type { MissingField, WithdrawalFacts, WithdrawalRouteId } from './index.ts';

const TODAY = '2026-11-21';
const of = (centre: string): CentrePack => packOf(centre) as CentrePack;
const base: WithdrawalFacts = {
  accountState: 'normal', balanceFen: 30_000_000, mustStayFen: 1, household: 'elsewhere', birthDate: '1990-05-05', sex: 'male', contributionMonths: 60, ownsHome: false,
  loan: null, commercialLoan: null, lastWithdrawals: {}, nextPermitted: {}, runningCases: [], usableCards: 1, tasks: [], documents: [],
};
const repaid = { fromDate: '2025-12-01', toDate: '2026-11-20', principalFen: 100_000, interestFen: 50_000 };
const offerOf = (route: WithdrawalRouteId, facts: Partial<WithdrawalFacts>, centre = 'xiamen'): ReturnType<typeof routeOffer> => routeOffer(route, { ...base, ...facts }, of(centre), TODAY);
const names = (...args: Parameters<typeof offerOf>): string[] => offerOf(...args).missing.map(({ name }) => name);
const answer = (route: WithdrawalRouteId, facts: Partial<WithdrawalFacts>, answers: unknown, centre = 'xiamen'): ReturnType<typeof withAnswers> => withAnswers(route, { ...base, ...facts }, answers, of(centre), TODAY);

describe('with the data shared', () => {
  it.each<[WithdrawalRouteId, string, Partial<WithdrawalFacts>, number]>([
    ['repay-fund-loan', 'xiamen', { loan: { balanceFen: 1, overduePeriods: 0, repaid } }, 150_000],
    ['rent', 'xiamen', {}, 180_000],
    ['retirement', 'xiamen', { birthDate: '1960-01-01' }, 30_000_000],
    ['leave-job', 'xiamen', { accountState: 'sealed', sealedSince: '2026-01-01', employed: false, accountElsewhere: false }, 30_000_000],
    ['property-fee', 'fuzhou', { propertyFee: { paidFen: 123_456, homes: 1 } }, 123_456],
    ['repay-commercial-loan', 'xiamen', { commercialLoan: { contracted: true, overduePeriods: 0, repaid } }, 150_000],
    ['down-payment', 'xiamen', { home: { kind: 'second-hand', downPaymentFen: 9_000_000, escrowAccount: '35020010' } }, 9_000_000],
    ['renovation', 'xiamen', { home: { boughtOn: '2024-03-08', certificateOn: '2025-06-18', areaHundredths: 8_953 } }, 16_115_400],
    ['build-or-repair', 'xiamen', { works: { kind: 'build', permit: 'confirmed', costFen: 70_000 } }, 70_000],
    ['lift', 'xiamen', { lift: { relation: 'child', ownShareFen: 1_860_055 } }, 1_860_055],
    ['illness', 'xiamen', { illness: { ownCostFen: 500_001, paidOn: '2026-10-01' } }, 500_001],
    ['emigration', 'xiamen', { documents: [{ kind: 'emigration', result: 'confirmed' }] }, 30_000_000],
  ])('%s asks nothing, takes no paper and is decided at once (%s)', (route, centre, facts, most) => {
    const { verdict, missing, uploads, decided } = offerOf(route, facts, centre);
    expect(verdict).toMatchObject({ servedBy: 'online', eligible: true, maxFen: most, questions: 0, uploads: 0, decided: 'at-once', reasons: [] });
    expect({ missing, uploads, decided }).toEqual({ missing: [], uploads: 0, decided: 'at-once' });
  });

  it('a purchase asks for the paper alone, and a clerk decides only when the home is elsewhere', () => {
    const home = { contractNumber: 'A-1', city: 'local' as const, boughtOn: '2026-08-01', paidFen: 100 };
    expect(offerOf('purchase', { home })).toMatchObject({ decided: 'at-once', uploads: 1, verdict: { questions: 0, maxFen: 100 } });
    expect(names('purchase', { home })).toEqual(['paymentVoucher']);
    expect(offerOf('purchase', { home: { ...home, city: 'elsewhere' } }).decided).toBe('by-clerk');
    const { paidFen: _paid, ...unpriced } = home;
    expect(offerOf('purchase', { home: unpriced }).decided).toBe('by-clerk');
    const confirmed = { kind: 'purchase-contract', result: 'confirmed', local: true, paidFen: 7 } as const;
    expect(offerOf('purchase', { documents: [confirmed], home: { certificateOn: '2026-08-01' } })).toMatchObject({ decided: 'at-once', verdict: { questions: 0, maxFen: 7 } });
  });

  it('a source that does not answer leaves it to a clerk, where the route rests on it', () => {
    expect(offerOf('rent', { silent: ['real-estate'] }).decided).toBe('by-clerk');
    expect(offerOf('rent', { silent: ['credit'] }).decided).toBe('at-once');
    expect(offerOf('retirement', { birthDate: '1960-01-01', silent: ['social-insurance'] })).toMatchObject({ decided: 'by-clerk', missing: [], verdict: { eligible: true } });
  });

  it('what no source told and nobody is asked keeps no route closed and is a clerk’s to look at', () => {
    const sealed: Partial<WithdrawalFacts> = { accountState: 'sealed', sealedSince: '2026-01-01', employed: false, accountElsewhere: false };
    const decided = (route: WithdrawalRouteId, facts: Partial<WithdrawalFacts>): unknown => {
      const offer = offerOf(route, facts);
      return [offer.verdict.eligible, offer.decided];
    };
    expect(decided('leave-job', sealed)).toEqual([true, 'at-once']);
    expect(decided('leave-job', { ...sealed, employed: 'unknown' })).toEqual([true, 'by-clerk']);
    expect(decided('leave-job', { ...sealed, accountElsewhere: 'unknown' })).toEqual([true, 'by-clerk']);
    const { employed: _employed, ...untold } = sealed;
    expect(decided('leave-job', untold)).toEqual([true, 'by-clerk']);
    expect(decided('purchase', { home: { contractNumber: 'A-1', city: 'local', paidFen: 100 } })).toEqual([true, 'by-clerk']);
    expect(decided('repay-commercial-loan', { commercialLoan: { contracted: true, repaid } })).toEqual([true, 'by-clerk']);
  });

  it('a bank without a contract has its loan shown on paper', () => {
    expect(offerOf('repay-commercial-loan', { commercialLoan: { contracted: false, repaid } })).toMatchObject({ decided: 'by-clerk', uploads: 1, verdict: { questions: 0, maxFen: 150_000 } });
  });

  it('a down payment goes to the supervised account and needs no card; nothing else does', () => {
    const home = { kind: 'second-hand' as const, downPaymentFen: 1, escrowAccount: '35020010' };
    expect(offerOf('down-payment', { home, usableCards: 0 })).toMatchObject({ payTo: 'escrow', verdict: { eligible: true } });
    for (const route of WITHDRAWAL_ROUTES) expect(offerOf(route, {}).payTo).toBe(route === 'down-payment' ? 'escrow' : 'card');
  });
});

describe('where a source is silent', () => {
  it.each<[WithdrawalRouteId, string, Partial<WithdrawalFacts>, string[]]>([
    ['purchase', 'xiamen', {}, ['contractNumber', 'homeCity', 'paymentVoucher']],
    ['down-payment', 'xiamen', { home: 'unknown' }, ['homeKind', 'downPayment', 'escrowAccount', 'contract']],
    ['build-or-repair', 'xiamen', {}, ['worksKind', 'cost', 'permit', 'invoice']],
    ['build-or-repair', 'xiamen', { works: { kind: 'overhaul', permit: 'confirmed', costFen: 5 } }, ['grade', 'permit']],
    ['renovation', 'xiamen', {}, ['certificateOn', 'area', 'certificate']],
    ['renovation', 'taizhou', { home: { certificateOn: '2001-01-01', boughtOn: '2001-01-01' } }, ['builtOn', 'area', 'certificate']],
    ['renovation', 'beijing', {}, ['cost', 'invoice']],
    ['property-fee', 'fuzhou', {}, ['cost', 'invoice']],
    ['rent', 'xiamen', { ownsHome: 'unknown' }, ['ownsHome', 'noHomeProof']],
    ['repay-commercial-loan', 'xiamen', { commercialLoan: 'unknown' }, ['repaidAmount', 'loanContract', 'repaymentRecord']],
    ['lift', 'xiamen', {}, ['relation', 'cost', 'liftAgreement', 'invoice']],
    ['lift', 'fuzhou', { lift: { relation: 'owner', ownShareFen: 5 } }, ['completedOn', 'liftAgreement']],
    ['illness', 'xiamen', {}, ['cost', 'paidOn', 'diagnosis', 'settlement']],
    ['illness', 'wuhan', { illness: { ownCostFen: 5, paidOn: '2026-11-01' } }, ['diagnosis']],
    ['retirement', 'xiamen', { sex: 'female', birthDate: '1975-03-10' }, ['retirementCategory', 'retirementCertificate']],
    ['leave-job', 'xiamen', { household: 'unknown', accountState: 'sealed', sealedSince: '2026-01-01' }, ['household', 'householdBook']],
    ['emigration', 'xiamen', {}, ['emigrationProof']],
  ])('%s at %s asks exactly that, and a clerk decides', (route, centre, facts, expected) => {
    expect(names(route, facts, centre)).toEqual(expected);
    const { verdict, decided } = offerOf(route, facts, centre);
    expect([verdict.eligible, verdict.reasons, decided]).toEqual([true, [], 'by-clerk']);
    const files = offerOf(route, facts, centre).missing.filter(({ kind }) => kind === 'file').length;
    expect([verdict.uploads, verdict.questions + files + Number(expected.includes('homeCity'))]).toEqual([files, expected.length]);
  });

  it('what a source denies stays a refusal, and so does an age that no answer makes reached', () => {
    expect(offerOf('build-or-repair', { works: { kind: 'build', permit: 'mismatch', costFen: 1 } })).toMatchObject({ missing: [], verdict: { eligible: false, reasons: [{ code: 'source-mismatch' }] } });
    expect(offerOf('purchase', { documents: [{ kind: 'purchase-contract', result: 'mismatch', local: true }] }).verdict.eligible).toBe(false);
    expect(offerOf('emigration', { documents: [{ kind: 'emigration', result: 'mismatch' }] }).verdict.reasons).toEqual([{ code: 'source-mismatch', params: { what: 'emigration' } }]);
    expect(offerOf('retirement', { sex: 'female', birthDate: '1980-03-10' }).verdict.reasons).toMatchObject([{ code: 'retirement-category-unknown' }]);
    expect(offerOf('repay-commercial-loan', { commercialLoan: null }).verdict.reasons).toEqual([{ code: 'no-commercial-loan' }]);
    expect(offerOf('renovation', {}, 'shenzhen').verdict.reasons).toEqual([{ code: 'rule-unknown' }]);
  });

  it('disability and death are booked at the counter, whatever is known', () => {
    for (const route of ['disability', 'death'] as const) {
      expect(offerOf(route, {})).toMatchObject({ missing: [], decided: 'by-clerk', verdict: { servedBy: 'counter', eligible: false, reasons: [{ code: 'proof-needed' }] } });
    }
  });

  it('the amount follows the answers, to the fen', () => {
    expect(offerOf('renovation', {}).verdict.maxFen).toBeNull();
    const { facts, faults } = answer('renovation', {}, { certificateOn: '2025-01-10', area: 8_953 });
    expect(faults).toEqual([]);
    expect(offerOf('renovation', facts)).toMatchObject({ decided: 'by-clerk', uploads: 1, verdict: { eligible: true, questions: 0, maxFen: 16_115_400 } });
    expect(withdrawalLimit('renovation', facts, of('xiamen'), TODAY).basis.map(({ name }) => name)).toEqual(['balance-less-stay', 'area-rate', 'ceiling']);
    expect(offerOf('repay-commercial-loan', answer('repay-commercial-loan', { commercialLoan: 'unknown' }, { repaidAmount: 1_234_567 }).facts).verdict.maxFen).toBe(1_234_567);
  });

  it('an answer may close the route: what stands against it is said then', () => {
    const closed = (route: WithdrawalRouteId, answers: object, facts: Partial<WithdrawalFacts> = {}): string[] => offerOf(route, answer(route, facts, answers).facts).verdict.reasons.map(({ code }) => code);
    expect(closed('lift', { relation: 'parent' })).toEqual(['relation-not-covered']);
    expect(closed('rent', { ownsHome: 'yes' }, { ownsHome: 'unknown' })).toEqual(['owns-home']);
    expect(closed('build-or-repair', { worksKind: 'overhaul', grade: 'B', cost: 1 })).toEqual(['not-dangerous']);
    expect(closed('renovation', { certificateOn: '2026-10-01' })).toEqual(['proof-too-new']);
    expect(closed('retirement', { retirementCategory: 'F55' }, { sex: 'female', birthDate: '1975-03-10' })).toEqual(['not-yet-retired']);
    expect(closed('retirement', { retirementCategory: 'F50' }, { sex: 'female', birthDate: '1975-03-10' })).toEqual([]);
  });
});

describe('an answer', () => {
  it.each<[string, WithdrawalRouteId, Partial<WithdrawalFacts>, unknown, unknown]>([
    ['of no record', 'lift', {}, 'cost', [{ field: 'answers', rule: 'type' }]],
    ['of a list', 'lift', {}, [1], [{ field: 'answers', rule: 'type' }]],
    ['left out', 'lift', {}, undefined, []],
    ['of the wrong kind', 'lift', {}, { cost: '5' }, [{ field: 'answers.cost', rule: 'type' }]],
    ['with a fraction of a fen', 'lift', {}, { cost: 1.5 }, [{ field: 'answers.cost', rule: 'type' }]],
    ['below the least', 'lift', {}, { cost: 0 }, [{ field: 'answers.cost', rule: 'minimum' }]],
    ['above the most', 'lift', {}, { cost: 10_000_000_001 }, [{ field: 'answers.cost', rule: 'maximum' }]],
    ['that is no choice', 'lift', {}, { relation: 'friend' }, [{ field: 'answers.relation', rule: 'choice' }]],
    ['that is no day', 'illness', {}, { paidOn: '2026-02-30' }, [{ field: 'answers.paidOn', rule: 'date' }]],
    ['that is a day ahead', 'illness', {}, { paidOn: '2026-11-22' }, [{ field: 'answers.paidOn', rule: 'future' }]],
    ['that is a day before all', 'illness', {}, { paidOn: '1899-12-31' }, [{ field: 'answers.paidOn', rule: 'date' }]],
    ['of a day that fits', 'illness', {}, { paidOn: TODAY }, []],
    ['of a form no register prints', 'purchase', {}, { contractNumber: 'a <b>' }, [{ field: 'answers.contractNumber', rule: 'format' }]],
    ['that is too short', 'purchase', {}, { contractNumber: 'abc' }, [{ field: 'answers.contractNumber', rule: 'minimum' }]],
    ['that is too long', 'purchase', {}, { contractNumber: 'a'.repeat(41) }, [{ field: 'answers.contractNumber', rule: 'maximum' }]],
    ['as registers print it', 'purchase', {}, { contractNumber: '厦购（2026）字-0308' }, []],
    ['that nobody knows', 'lift', {}, { colour: 'red' }, [{ field: 'answers.colour', rule: 'unknown' }]],
    ['to a paper', 'lift', {}, { invoice: 'file' }, [{ field: 'answers.invoice', rule: 'unknown' }]],
    ['to what nobody asked', 'build-or-repair', {}, { worksKind: 'build', grade: 'C' }, [{ field: 'answers.grade', rule: 'not-asked' }]],
    ['to what the centre does not ask', 'lift', {}, { completedOn: '2026-01-01' }, [{ field: 'answers.completedOn', rule: 'not-asked' }]],
    ['at the counter', 'death', {}, { cost: 1 }, [{ field: 'answers.cost', rule: 'unknown' }]],
  ])('%s: %s', (_what, route, facts, answers, expected) => {
    expect(answer(route, facts, answers).faults).toEqual(expected);
  });

  it('is put in, listed, and left out where it does not fit', () => {
    expect(answer('lift', {}, { relation: 'owner', cost: 0 }).facts).toMatchObject({ lift: { relation: 'owner' }, answered: ['relation'] });
    expect(answer('rent', { ownsHome: 'unknown' }, { ownsHome: 'no' }).facts).toMatchObject({ ownsHome: false, answered: ['ownsHome'] });
    expect(answer('repay-commercial-loan', { commercialLoan: 'unknown' }, { repaidAmount: 5 }).facts.commercialLoan).toEqual({ repaid: { fromDate: '2025-11-21', toDate: TODAY, principalFen: 5, interestFen: 0 } });
  });

  it('gives way to what a source has told in the meantime', () => {
    const lift = { relation: 'child', ownShareFen: 500 } as const;
    expect(answer('lift', { lift }, { relation: 'owner', cost: 900_000_000 })).toEqual({ facts: { ...base, lift }, faults: [], superseded: ['relation', 'cost'] });
    const home = { contractNumber: 'A-1' };
    expect(answer('purchase', { home }, { contractNumber: 'B-22' })).toEqual({ facts: { ...base, home }, faults: [], superseded: ['contractNumber'] });
  });

  it('to a paper is none, and a choice without choices has none', () => {
    expect(answerFault({ kind: 'file' }, 'x', TODAY)).toBe('type');
    expect(answerFault({ kind: 'choice' }, 'x', TODAY)).toBe('choice');
    expect(answerFault({ kind: 'text' }, '', TODAY)).toBeNull();
    expect(answerFault({ kind: 'number' }, -1, TODAY)).toBeNull();
  });
});

describe('a form', () => {
  const form = (answers: unknown): ReturnType<typeof routeForm> => routeForm('build-or-repair', base, answers, of('xiamen'), TODAY);

  it('keeps what was answered, brings what follows from it, and drops what no longer fits', () => {
    expect(form({}).fields.map(({ name }) => name)).toEqual(['worksKind', 'cost', 'permit', 'invoice']);
    const overhaul = form({ worksKind: 'overhaul', cost: 500 });
    expect(overhaul.fields.map(({ name }) => name)).toEqual(['worksKind', 'grade', 'cost', 'permit', 'invoice']);
    expect(overhaul.offer).toMatchObject({ verdict: { eligible: true, maxFen: 500, questions: 1 } });
    const build = form({ worksKind: 'build', grade: 'C', cost: 500, colour: 'red' });
    expect(build.answers).toEqual({ worksKind: 'build', cost: 500 });
    expect(build.fields.map(({ name }) => name)).toEqual(['worksKind', 'cost', 'permit', 'invoice']);
    expect(build.answered.faults.map(({ field }) => field)).toEqual(['answers.grade', 'answers.colour']);
  });

  it('still shows the answer that closed the route, so that it can be changed', () => {
    const closed = form({ worksKind: 'overhaul', grade: 'A' });
    expect([closed.offer.verdict.eligible, closed.fields.map(({ name }) => name)]).toEqual([false, ['worksKind', 'grade']]);
  });
});

describe('a centre', () => {
  const source: PolicySource = { id: 'x/y', title: 'x', url: null, date: null, seenOn: TODAY, confidence: 'low' };
  const narrowed: CentrePack = { ...of('fuzhou'), withdrawal: { ...of('fuzhou').withdrawal, counterOnly: [{ value: ['lift', 'death'], source, validFrom: '2026-12-01' }] } };

  it('names no route that is none: a slip of the pen would open what the centre has not', () => {
    const named = allPacks.flatMap(({ withdrawal: { notOffered, counterOnly = [], routes = {} } }) => [...[...notOffered, ...counterOnly].flatMap(({ value }) => value), ...Object.keys(routes)]);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((route) => !isWithdrawalRoute(route))).toEqual([]);
  });

  it('narrows what is taken online, from a day on', () => {
    expect([servedByAt('lift', narrowed, '2026-11-30'), servedByAt('lift', narrowed, '2026-12-01'), servedByAt('death', narrowed, '2026-12-01')]).toEqual(['online', 'counter', 'counter']);
    expect([servedByAt('property-fee', of('xiamen'), TODAY), servedByAt('property-fee', of('fuzhou'), TODAY)]).toEqual(['guide', 'online']);
    expect(routeOffer('lift', base, narrowed, '2026-12-01')).toMatchObject({ missing: [], decided: 'by-clerk', verdict: { eligible: false, servedBy: 'counter', reasons: [{ code: 'proof-needed' }] } });
  });
});

describe('the definitions', () => {
  it('name each ask once, what it is for, and a paper for every question that a source could have answered', () => {
    for (const route of WITHDRAWAL_ROUTES) {
      const { asks } = routeDefinition(route);
      expect(new Set(asks.map(({ name }) => name)).size).toBe(asks.length);
      for (const { name, kind, settles, unless, proves, always, fills, choices, minimum, maximum } of asks) {
        expect([settles, unless, proves, always].filter((reason) => reason !== undefined).length).toBeGreaterThan(0);
        expect(fills === undefined).toBe(kind === 'file');
        expect((choices ?? []).length > 1).toBe(kind === 'choice');
        if (kind === 'amount') expect([minimum, (maximum ?? 0) > 1]).toEqual([1, true]);
        for (const proven of proves ?? []) expect(asks.map((one) => one.name)).toContain(proven);
        const isProven = asks.some((paper) => paper.always === true || (paper.proves ?? []).includes(name));
        expect(kind === 'file' || isProven).toBe(true);
      }
      expect(routeTraits(route).uploads).toBe(asks.filter(({ kind }) => kind === 'file').length);
    }
  });

  it('bear the core’s reasons, and the stages a case goes through', () => {
    expect(WITHDRAWAL_ROUTES.map((route) => routeDefinition(route).reason)).toEqual(['01', '01', '02', '02', '99', '07', '06', '06', '02', '09', '03', '04', '05', '05', '08']);
    expect(WITHDRAWAL_ROUTES.filter((route) => routeDefinition(route).closing)).toEqual(['retirement', 'disability', 'leave-job', 'emigration', 'death']);
    for (const route of WITHDRAWAL_ROUTES) expect(offerOf(route, {}).stages.map(({ post, limitWorkingDays }) => `${post} ${limitWorkingDays}`)).toEqual(['申请人 0', '受理岗 1', '审核岗 1', '审批岗 1', '资金岗 0']);
  });

  it('travel as plain fields, without what only the engine needs', () => {
    const field = offerOf('lift', {}).missing.find(({ name }: MissingField) => name === 'relation');
    expect(field).toEqual({ name: 'relation', kind: 'choice', group: 'home', choices: ['owner', 'spouse', 'child', 'parent', 'other'], instead: 'real-estate' });
  });
});
