import type { Account } from '@anju/shared/contract';
import { yuanTextOf } from '@anju/shared/money';
import type { PersonForm } from './calculator.form.ts';

/**
 * What a person's own accounts say, for the calculator: the balances of all, the monthly amount and the base only of those that are
 * still paid into. A base that is nowhere stays empty: unknown is not 0.
 */
export function ownFigures(accounts: readonly Account[]): Pick<PersonForm, 'balance' | 'monthly' | 'base'> {
  const sum = (of: readonly Account[], pick: (account: Account) => number): number => of.reduce((total, account) => total + pick(account), 0);
  const living = accounts.filter((account) => account.state === 'normal');
  const baseFen = sum(living, (account) => account.contributionBaseFen);
  return {
    balance: yuanTextOf(sum(accounts, (account) => account.balanceFen)),
    monthly: yuanTextOf(sum(living, (account) => account.monthlyFen)),
    base: baseFen === 0 ? '' : yuanTextOf(baseFen),
  };
}
