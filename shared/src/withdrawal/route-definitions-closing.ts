import { CLERK_STAGES } from './route-definition.ts';
import type { RouteDefinition } from './route-definition.ts';

const CLOSING = { stages: CLERK_STAGES, closing: true, decided: 'at-once' } as const;

/** 退休、丧失劳动能力、离职、出境定居、死亡: everything is paid out, and the account closes. */
export const closingRoutes = {
  retirement: {
    ...CLOSING,
    reason: '03',
    sources: ['social-insurance'],
    rule: 'retirement',
    limit: { by: 'everything' },
    asks: [
      { name: 'retirementCategory', kind: 'choice', group: 'work', fills: 'retirementCategory', settles: ['retirement-category-unknown'], choices: ['F50', 'F55'], instead: 'social-insurance' },
      { name: 'retirementCertificate', kind: 'file', group: 'papers', proves: ['retirementCategory'], instead: 'social-insurance' },
    ],
  },
  disability: {
    ...CLOSING,
    reason: '04',
    decided: 'by-clerk',
    sources: ['social-insurance', 'employment'],
    conditions: [{ check: 'proofs', kinds: ['disability', 'employment-ended'] }],
    limit: { by: 'proven' },
    asks: [],
  },
  'leave-job': {
    ...CLOSING,
    reason: '05',
    atOnceIf: [{ fact: 'employed', is: false }, { fact: 'accountElsewhere', is: false }],
    sources: ['public-security', 'employment'],
    rule: 'leave-job',
    limit: { by: 'everything' },
    asks: [
      { name: 'household', kind: 'choice', group: 'home', fills: 'household', settles: ['household-unknown'], choices: ['local', 'elsewhere'], instead: 'public-security' },
      { name: 'householdBook', kind: 'file', group: 'papers', proves: ['household'], instead: 'public-security' },
    ],
  },
  emigration: {
    ...CLOSING,
    reason: '05',
    sources: ['public-security'],
    conditions: [{ check: 'proofs', kinds: ['emigration'] }],
    limit: { by: 'everything' },
    asks: [{ name: 'emigrationProof', kind: 'file', group: 'papers', settles: ['emigration'], instead: 'public-security' }],
  },
  death: {
    ...CLOSING,
    reason: '08',
    heirs: true,
    decided: 'by-clerk',
    sources: ['civil-affairs'],
    conditions: [{ check: 'proofs', kinds: ['death', 'inheritance'] }],
    limit: { by: 'proven' },
    asks: [],
  },
} as const satisfies Readonly<Record<string, RouteDefinition>>;
