import type { WithdrawalAnswers, WithdrawalRouteId } from '@anju/shared/contract';
import type { DeclaredFacts } from '../../core-fund/index.ts';

/** What an answer is to the core. Whether a home is owned, where one is registered and the like it asks of nobody. */
const TO_CORE: Readonly<Record<string, keyof DeclaredFacts>> = {
  cost: 'costFen', completedOn: 'costOn', relation: 'relation', homeKind: 'houseKind', downPayment: 'downPaymentFen', retirementCategory: 'retirementCategory',
  certificateOn: 'certificateOn', area: 'areaHundredths', grade: 'grade', repaidAmount: 'repaidFen', paidOn: 'settledOn',
};
const OF_ILLNESS: Readonly<Record<string, keyof DeclaredFacts>> = { cost: 'ownCostFen' };

/** The answers that count, as the core takes them; `answered` are the fields that no source told. Values were held against their questions. */
export function declaredFacts(route: WithdrawalRouteId, answers: WithdrawalAnswers, answered: readonly string[]): DeclaredFacts {
  const pairs = answered.flatMap((name) => {
    const fact = (route === 'illness' ? OF_ILLNESS[name] : undefined) ?? TO_CORE[name];
    const value = answers[name];
    return fact === undefined || value === undefined ? [] : [[fact, value] as const];
  });
  return Object.fromEntries(pairs) as DeclaredFacts;
}

/** The field under which a fact was asked, for a refusal that names the fact. */
export function fieldOfFact(fact: string, route: string): string | undefined {
  if (route === 'illness' && fact === OF_ILLNESS['cost']) return 'cost';
  return Object.keys(TO_CORE).find((name) => TO_CORE[name] === fact);
}
