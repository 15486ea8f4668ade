import { CLERK_STAGES, MOST_FEN } from './route-definition.ts';
import type { RouteDefinition } from './route-definition.ts';

const LIVING = { stages: CLERK_STAGES, decided: 'at-once' } as const;

/** 租房、还贷、加装电梯、大病. */
export const livingRoutes = {
  rent: {
    ...LIVING,
    reason: '07',
    sources: ['real-estate'],
    about: 'rent',
    rule: 'rent',
    limit: { by: 'rent' },
    every: { term: 'rent.everyMonths' },
    asks: [
      { name: 'ownsHome', kind: 'choice', group: 'home', fills: 'ownsHome', means: { no: false, yes: true }, settles: ['home-unknown'], choices: ['no', 'yes'], instead: 'real-estate' },
      { name: 'noHomeProof', kind: 'file', group: 'papers', proves: ['ownsHome'], instead: 'real-estate' },
    ],
  },
  'repay-fund-loan': {
    ...LIVING,
    reason: '06',
    sources: [],
    about: 'loan',
    rule: 'repay-fund-loan',
    limit: { by: 'repay-fund-loan' },
    every: { term: 'repayFundLoanEveryMonths' },
    asks: [],
  },
  'repay-commercial-loan': {
    ...LIVING,
    reason: '06',
    atOnceIf: [{ fact: 'commercialLoan.contracted', is: true }, { fact: 'commercialLoan.overduePeriods' }],
    sources: ['credit'],
    about: 'commercialLoan',
    rule: 'repay-commercial-loan',
    limit: { by: 'repay-commercial-loan' },
    every: { term: 'repayCommercialLoanEveryMonths' },
    asks: [
      {
        name: 'repaidAmount', kind: 'amount', group: 'cost', fills: 'commercialLoan.repaid', means: 'repaid-last-year', settles: ['repaid'], minimum: 1, maximum: MOST_FEN,
        instead: 'credit',
      },
      { name: 'loanContract', kind: 'file', group: 'papers', proves: ['repaidAmount'], instead: 'credit' },
      { name: 'repaymentRecord', kind: 'file', group: 'papers', unless: { fact: 'commercialLoan.contracted', is: true }, proves: ['repaidAmount'], instead: 'credit' },
    ],
  },
  lift: {
    ...LIVING,
    reason: '02',
    sources: ['real-estate'],
    about: 'lift',
    terms: 'lift',
    conditions: [
      { check: 'among', fact: 'lift.relation', term: 'lift.relations', code: 'relation-not-covered' },
      { check: 'known', facts: ['lift.relation'], as: 'relation' },
      { check: 'known', facts: ['lift.ownShareFen'], as: 'cost' },
      { check: 'known', facts: ['lift.completedOn'], as: 'completed-on', ifTerm: 'lift.withinMonths' },
      { check: 'window', since: ['lift.completedOn'], term: 'lift.withinMonths' },
      { check: 'once' },
    ],
    limit: { lines: [{ line: 'fact', name: 'own-share', fact: 'lift.ownShareFen' }], family: 'lift.familyFen' },
    once: true,
    asks: [
      { name: 'relation', kind: 'choice', group: 'home', fills: 'lift.relation', settles: ['relation'], choices: ['owner', 'spouse', 'child', 'parent', 'other'], instead: 'real-estate' },
      { name: 'completedOn', kind: 'date', group: 'home', fills: 'lift.completedOn', settles: ['completed-on'], instead: 'real-estate' },
      { name: 'cost', kind: 'amount', group: 'cost', fills: 'lift.ownShareFen', settles: ['cost'], minimum: 1, maximum: MOST_FEN, instead: 'real-estate' },
      { name: 'liftAgreement', kind: 'file', group: 'papers', proves: ['relation', 'completedOn', 'cost'], instead: 'real-estate' },
      { name: 'invoice', kind: 'file', group: 'papers', proves: ['cost'], instead: 'real-estate' },
    ],
  },
  illness: {
    ...LIVING,
    reason: '09',
    sources: ['social-insurance'],
    about: 'illness',
    terms: 'illness',
    conditions: [
      { check: 'never', fact: 'illness.listed', is: [false], code: 'illness-not-listed', ifTerm: 'illness.listed' },
      { check: 'known', facts: ['illness.listed'], as: 'listed', ifTerm: 'illness.listed' },
      { check: 'known', facts: ['illness.ownCostFen'], as: 'cost' },
      { check: 'known', facts: ['illness.paidOn'], as: 'paid-on', ifTerm: 'illness.costMonths' },
      { check: 'window', since: ['illness.paidOn'], term: 'illness.costMonths' },
    ],
    limit: { lines: [{ line: 'fact', name: 'own-cost', fact: 'illness.ownCostFen' }], family: 'illness.familyFen' },
    asks: [
      { name: 'cost', kind: 'amount', group: 'cost', fills: 'illness.ownCostFen', settles: ['cost'], minimum: 1, maximum: MOST_FEN, instead: 'social-insurance' },
      { name: 'paidOn', kind: 'date', group: 'cost', fills: 'illness.paidOn', settles: ['paid-on'], instead: 'social-insurance' },
      { name: 'diagnosis', kind: 'file', group: 'papers', settles: ['listed'], proves: ['cost', 'paidOn'], instead: 'social-insurance' },
      { name: 'settlement', kind: 'file', group: 'papers', proves: ['cost', 'paidOn'], instead: 'social-insurance' },
    ],
  },
} as const satisfies Readonly<Record<string, RouteDefinition>>;
