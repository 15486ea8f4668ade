import type { Account, BankCard, Loan } from '@anju/shared/contract';
import type { CoreCard, CoreLoan, CoreOverview } from '../../core-fund/index.ts';
import type { OpaqueIds } from './opaque-ids.ts';

/** The last four figures; what stands around them in a contract's number (第…号) is no tail. */
export const tailOf = (number: string): string => number.replace(/\D/g, '').slice(-4);

/** The accounts as their owner may see them: the number's tail only. */
export function accountsOf(overview: CoreOverview, personId: string, ids: OpaqueIds): readonly Account[] {
  return overview.accounts.map(({ accountNo, averageBalance12Fen: _average, accruedInterestFen: _interest, ...account }) => ({
    ...account,
    accountId: ids.account(personId, accountNo),
    numberTail: tailOf(accountNo),
  }));
}

export function cardOf(card: CoreCard, personId: string, ids: OpaqueIds): BankCard {
  return { bankCardId: ids.card(personId, card.cardNo), bank: card.bank, tail: tailOf(card.number), usable: card.usable };
}

/** undefined when it cannot be told whole: the core named a repayment method this version has no word for. */
export function loanOf(loan: CoreLoan, personId: string, ids: OpaqueIds): Loan | undefined {
  const { method, grantedFen, balanceFen, annualRateMillionths, months, grantedOn, nextDueOn, nextDueFen, overduePeriods, overdueFen, offset } = loan;
  if (method === null) return undefined;
  return {
    loanId: ids.loan(personId, loan.loanNo),
    numberTail: tailOf(loan.contractNo),
    method,
    grantedFen,
    balanceFen,
    annualRateMillionths,
    months,
    grantedOn,
    nextDueOn,
    nextDueFen,
    overduePeriods,
    overdueFen,
    offset,
  };
}
