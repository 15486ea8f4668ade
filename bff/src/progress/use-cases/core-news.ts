import type { CaseMatter } from '@anju/shared/contract';
import type { CaseStage } from '@anju/shared/progress';
import { isWithdrawalRoute, routeDefinition } from '@anju/shared/withdrawal';
import type { WithdrawalReasonCode } from '@anju/shared/withdrawal';
import type { CoreCase, CoreCaseState, CoreRefusalCode } from '../../core-fund/index.ts';
import type { CaseNews } from '../domain/case-news.ts';
import type { ServiceCase } from '../domain/service-case.ts';

/** The core's states in a citizen's words. */
const STAGE_OF: Readonly<Record<CoreCaseState, CaseStage>> = {
  received: 'submitted',
  accepted: 'accepted',
  'under-review': 'under-review',
  approved: 'approved',
  signing: 'signing',
  mortgage: 'mortgage',
  paid: 'paid',
  refused: 'refused',
  cancelled: 'cancelled',
  'payment-failed': 'payment-failed',
};

/** A prepayment is decided at once: its review is part of its acceptance. */
export const stageOf = (state: CoreCaseState, route: CaseMatter): CaseStage =>
  state === 'under-review' && route === 'loan-prepayment' ? 'accepted' : STAGE_OF[state];

/** Whether the core speaks of the very case we mean, and of the same money. */
export function isSameCase(one: ServiceCase, core: CoreCase): boolean {
  return core.requestNo === one.requestNo && core.route === one.route && isSameMoney(one, core);
}

/** Of a prepayment the principal counts, and how much the whole is only the core knows on its day. */
function isSameMoney({ amountFen, route, terms }: ServiceCase, core: CoreCase): boolean {
  // A closing withdrawal pays the balance of the day it is paid, also one that was taken in at a counter.
  if (closes(route)) return true;
  if (terms?.matter !== 'loan-prepayment') return core.amountFen === amountFen;
  return core.prepayment?.loanNo === terms.loanNo && (terms.principalFen === undefined || core.prepayment.principalFen === terms.principalFen);
}

/** What a case as the core tells it means to us. */
export function newsOf(core: CoreCase): CaseNews {
  const about = core.refusal?.about;
  return {
    stage: stageOf(core.state, core.route),
    coreCaseNo: core.caseNo,
    ...(core.prepayment === undefined && !closes(core.route) ? {} : { amountFen: core.amountFen }),
    record: {
      desks: core.stages.map(({ stage, ...desk }) => ({ ...desk, stage: STAGE_OF[stage] })),
      checks: core.checks,
      ...(core.paidAt === undefined ? {} : { paidAt: core.paidAt }),
      ...interestOf(core),
      ...(core.orderNo === undefined ? {} : { orderNo: core.orderNo }),
      ...(core.nextPermittedOn === undefined ? {} : { nextEligibleOn: core.nextPermittedOn }),
    },
    // A clerk's reason is the centre's own sentence; it is shown as it stands.
    ...(core.refusal === undefined ? {} : { refusal: { code: 'core-words', params: { text: core.refusal.words, ...(about === undefined ? {} : { about }) } } }),
  };
}

const interestOf = ({ prepayment, interestFen = prepayment?.interestFen }: CoreCase): { readonly interestFen?: number } => (interestFen === undefined ? {} : { interestFen });

const closes = (route: CaseMatter): boolean => isWithdrawalRoute(route) && routeDefinition(route).closing === true;

/** The core's refusals that the rules know under a name of their own, so that one sentence serves both. */
const RULES_OWN: Readonly<Partial<Record<CoreRefusalCode, WithdrawalReasonCode>>> = {
  'account-state': 'account-state-unclear',
  'reason-must-be-repayment': 'fund-loan-first',
  'card-not-own-class-one': 'card-missing',
  'no-loan': 'no-fund-loan',
  'correct-first': 'name-differs',
};

/** The core refused the application itself: there is no case at the core. */
export function refusedNews(code: CoreRefusalCode, params?: Readonly<Record<string, string | number>>): CaseNews {
  // What the core says of the other borrower is for them alone.
  if (params?.['whose'] === 'partner') return { stage: 'refused', refusal: { code: 'partner-ineligible' } };
  return { stage: 'refused', refusal: { code: RULES_OWN[code] ?? code, ...(params === undefined ? {} : { params }) } };
}
