import type { CaseFix } from '@anju/shared/contract';
import { caseFixOf, isWithdrawalRoute } from '@anju/shared/withdrawal';
import { fieldOfFact } from './declared-answers.ts';
import type { ServiceCase } from '../domain/service-case.ts';

/** The core's refusals under the names the rules have for the same. */
const CORES_OWN: Readonly<Record<string, string>> = {
  'account-state-unclear': 'account-state', 'fund-loan-first': 'reason-must-be-repayment', 'card-missing': 'card-not-own-class-one', 'no-fund-loan': 'no-loan',
};
/** What the bank sends back, it sends back for the account it was to go to. */
const RETURNED = 'payment-returned';

/**
 * What the person can put right in a withdrawal that was refused or whose money came back; undefined for any other case. It can be handed in
 * again as long as what was asked for is kept.
 */
export function fixOf({ route, stage, refusal, wish }: Pick<ServiceCase, 'route' | 'stage' | 'refusal' | 'wish'>): CaseFix | undefined {
  if (!isWithdrawalRoute(route) || (stage !== 'refused' && stage !== 'payment-failed')) return undefined;
  const { about, field: fact, ...figures } = refusal?.params ?? {};
  const field = typeof fact === 'string' ? fieldOfFact(fact, route) : undefined;
  const code = stage === 'payment-failed' ? RETURNED : String(about ?? refusal?.code ?? '');
  const fix = caseFixOf(CORES_OWN[code] ?? code, field === undefined ? figures : { ...figures, field }, route);
  return { ...fix, resubmit: fix.resubmit && wish !== null };
}
