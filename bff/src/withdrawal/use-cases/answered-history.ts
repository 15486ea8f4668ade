import type { WithdrawalRouteId } from '@anju/shared/contract';
import type { HomeFacts, WithdrawalFacts } from '@anju/shared/withdrawal';
import type { CoreHistory } from '../../core-fund/index.ts';
import { familyOf, usedOf } from './chosen-home.ts';
import { familyFen } from './source-facts.ts';

/**
 * The facts with what was withdrawn before for a thing that only the person names, since its source is silent: the core keeps an illness by the
 * day of its bill, a down payment to a home it does not know by the supervised account, and takes earlier withdrawals off the same.
 */
export function withAnsweredHistory(route: WithdrawalRouteId, facts: WithdrawalFacts, history: CoreHistory): WithdrawalFacts {
  const { home, illness, answered = [] } = facts;
  if (route === 'illness' && typeof illness === 'object' && illness.paidOn !== undefined && answered.includes('paidOn')) {
    return { ...facts, illness: { ...illness, ...familyFen(history, route, illness.paidOn) } };
  }
  if (route === 'down-payment' && typeof home === 'object' && home.escrowAccount !== undefined && answered.includes('escrowAccount')) {
    return { ...facts, home: ofAccount(home, home.escrowAccount, history) };
  }
  return facts;
}

function ofAccount(home: HomeFacts, account: string, history: CoreHistory): HomeFacts {
  return { ...home, used: [...(home.used ?? []), ...usedOf([account], history)], familyFen: { ...home.familyFen, ...familyOf([account], history) } };
}
