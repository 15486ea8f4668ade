import { CLERK_STAGES, MOST_FEN } from './route-definition.ts';
import type { Ask, RouteDefinition } from './route-definition.ts';

const cost = (fills: string, group = 'cost'): Ask =>
  ({ name: 'cost', kind: 'amount', group, fills, settles: ['cost', 'fee'], minimum: 1, maximum: MOST_FEN, instead: 'invoice' });
const HOME = { stages: CLERK_STAGES, decided: 'at-once' } as const;

/** 购买住房、首付、建造翻修、装修、物业费. */
export const homeRoutes = {
  purchase: {
    ...HOME,
    reason: '01',
    atOnceIf: [{ fact: 'home.city', is: 'local' }, { fact: 'home.paidFen' }, { fact: ['home.boughtOn', 'home.certificateOn'] }],
    sources: ['real-estate'],
    about: 'home',
    rule: 'purchase',
    limit: { by: 'purchase' },
    every: { term: 'purchase.everyMonths' },
    once: true,
    asks: [
      {
        name: 'contractNumber', kind: 'text', group: 'home', fills: 'home.contractNumber', unless: { fact: 'home.contractNumber' }, instead: 'real-estate',
        minimum: 4, maximum: 40, pattern: '^[0-9A-Za-z\\u3400-\\u9fff()（）〔〕[\\]_./-]+$',
      },
      { name: 'homeCity', kind: 'choice', group: 'home', fills: 'home.city', unless: { fact: 'home.city' }, choices: ['local', 'elsewhere'], optional: true, instead: 'real-estate' },
      { name: 'paymentVoucher', kind: 'file', group: 'papers', always: true },
    ],
  },
  'down-payment': {
    ...HOME,
    reason: '01',
    payTo: 'escrow',
    sources: ['real-estate'],
    about: 'home',
    rule: 'down-payment',
    limit: { lines: [{ line: 'fact', name: 'down-payment', fact: 'home.downPaymentFen' }], family: 'home.familyFen.down-payment' },
    once: true,
    asks: [
      { name: 'homeKind', kind: 'choice', group: 'home', fills: 'home.kind', settles: ['home-kind'], choices: ['new', 'second-hand', 'affordable'], instead: 'real-estate' },
      { name: 'downPayment', kind: 'amount', group: 'cost', fills: 'home.downPaymentFen', settles: ['down-payment'], minimum: 1, maximum: MOST_FEN, instead: 'real-estate' },
      { name: 'escrowAccount', kind: 'text', group: 'escrow', fills: 'home.escrowAccount', unless: { fact: 'home.escrowAccount' }, minimum: 8, maximum: 32, pattern: '^[0-9]+$', instead: 'real-estate' },
      { name: 'contract', kind: 'file', group: 'papers', proves: ['homeKind', 'downPayment', 'escrowAccount'], instead: 'real-estate' },
    ],
  },
  'build-or-repair': {
    ...HOME,
    reason: '02',
    sources: ['real-estate'],
    about: 'works',
    conditions: [
      { check: 'source', fact: 'works.permit', as: 'permit' },
      { check: 'known', facts: ['works.kind'], as: 'works-kind' },
      { check: 'known', facts: ['works.costFen'], as: 'cost' },
      {
        check: 'when', fact: 'works.kind', is: 'overhaul',
        then: [{ check: 'never', fact: 'works.grade', is: ['A', 'B'], code: 'not-dangerous' }, { check: 'known', facts: ['works.grade'], as: 'grade' }],
      },
      { check: 'once' },
    ],
    limit: { lines: [{ line: 'fact', name: 'works-cost', fact: 'works.costFen' }], family: 'works.familyFen' },
    once: true,
    asks: [
      { name: 'worksKind', kind: 'choice', group: 'home', fills: 'works.kind', settles: ['works-kind'], choices: ['build', 'rebuild', 'overhaul'], instead: 'real-estate' },
      { name: 'grade', kind: 'choice', group: 'home', fills: 'works.grade', settles: ['grade'], choices: ['A', 'B', 'C', 'D'], instead: 'real-estate' },
      { ...cost('works.costFen'), instead: 'real-estate' },
      { name: 'permit', kind: 'file', group: 'papers', settles: ['permit'], proves: ['worksKind', 'grade'], instead: 'real-estate' },
      { name: 'invoice', kind: 'file', group: 'papers', proves: ['cost'], instead: 'invoice' },
    ],
  },
  renovation: {
    ...HOME,
    reason: '02',
    sources: ['real-estate'],
    about: 'home',
    terms: 'renovation',
    ground: '装修自住住房',
    conditions: [
      { check: 'once', unlessTerm: 'renovation.gapYears' },
      { check: 'known', facts: ['home.boughtOn', 'home.certificateOn'], as: 'bought-on', ifTerm: 'renovation.withinYears' },
      { check: 'window', since: ['home.boughtOn', 'home.certificateOn'], term: 'renovation.withinYears', unitMonths: 12 },
      { check: 'known', facts: ['home.certificateOn'], as: 'certificate', ifTerm: 'renovation.proofMonths' },
      { check: 'wait', since: 'home.certificateOn', term: 'renovation.proofMonths', code: 'proof-too-new' },
      { check: 'known', facts: ['home.builtOn'], as: 'built-on', ifTerm: 'renovation.homeYears' },
      { check: 'wait', since: 'home.builtOn', term: 'renovation.homeYears', unitMonths: 12, beyond: true, code: 'home-too-new' },
      { check: 'known', facts: ['home.areaHundredths'], as: 'area', ifTerm: 'renovation.perSquareMetreFen' },
      { check: 'known', facts: ['home.renovationCostFen'], as: 'cost', ifTerm: 'renovation.shareMillionths' },
    ],
    limit: {
      lines: [
        { line: 'rate', name: 'area-rate', fact: 'home.areaHundredths', rate: 'renovation.perSquareMetreFen', most: 'renovation.mostSquareMetres' },
        { line: 'share', name: 'cost-share', fact: 'home.renovationCostFen', share: 'renovation.shareMillionths' },
        { line: 'ceiling', term: 'renovation.ceilingFen' },
      ],
      family: 'home.familyFen.renovation',
    },
    every: { term: 'renovation.gapYears', unitMonths: 12 },
    once: { unlessTerm: 'renovation.gapYears' },
    asks: [
      { name: 'certificateOn', kind: 'date', group: 'home', fills: 'home.certificateOn', settles: ['certificate', 'bought-on'], instead: 'real-estate' },
      { name: 'builtOn', kind: 'date', group: 'home', fills: 'home.builtOn', settles: ['built-on'], instead: 'real-estate' },
      { name: 'area', kind: 'number', group: 'home', fills: 'home.areaHundredths', settles: ['area'], minimum: 100, maximum: 10_000_000, decimals: 2, instead: 'real-estate' },
      cost('home.renovationCostFen'),
      { name: 'certificate', kind: 'file', group: 'papers', proves: ['certificateOn', 'builtOn', 'area'], instead: 'real-estate' },
      { name: 'invoice', kind: 'file', group: 'papers', proves: ['cost'], instead: 'invoice' },
    ],
  },
  'property-fee': {
    ...HOME,
    reason: '99',
    sources: ['invoice'],
    about: 'propertyFee',
    terms: 'propertyFee',
    ground: '支付自住住房物业费',
    conditions: [{ check: 'known', facts: ['propertyFee.paidFen'], as: 'fee' }],
    limit: { by: 'property-fee' },
    every: 'calendar-year',
    asks: [cost('propertyFee.paidFen'), { name: 'invoice', kind: 'file', group: 'papers', proves: ['cost'], instead: 'invoice' }],
  },
} as const satisfies Readonly<Record<string, RouteDefinition>>;
