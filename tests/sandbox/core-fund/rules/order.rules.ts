import { CoreRefusal } from '../gateway/refusal.ts';
import type { AccountRow } from '../ledger/account.ledger.ts';
import { loansOf } from '../ledger/loan.ledger.ts';
import { ROUTE_OF } from '../orders/order.runs.ts';
import type { OrderKind } from '../orders/order.store.ts';
import type { Core } from '../store/core.ts';
import { figureOn } from './centre.ts';
import { contributionMonths } from './facts.ts';
import { askSource } from './shared.facts.ts';
import { ownCard, personOf, refuseByLoan, refuseByPerson } from './withdrawal.rules.ts';

/** What a person wants to run by itself. */
export interface OrderWish {
  readonly khbh: string;
  readonly kind: OrderKind;
  readonly kbh?: string;
  readonly day?: number;
}

/** The account that pays: one that is normal or sealed, contributing first; else the first, whose state then refuses. */
function payingAccount(core: Core, khbh: string): AccountRow {
  const account = core.one<AccountRow>(`SELECT * FROM account WHERE khbh = ? ORDER BY state IN ('01', '02') DESC, contributing DESC, grzh LIMIT 1`, khbh);
  if (account === undefined) throw new CoreRefusal('200003');
  return account;
}

function refuseByBankLoan(core: Core, khbh: string): void {
  const answer = askSource(core, khbh, 'ZX');
  if (answer.result === '2') throw new CoreRefusal('300049', { LY: 'ZX' });
  const loan = answer.result === '1' ? answer.facts.bankLoan : undefined;
  if (answer.result === '1' && (loan === undefined || loan.overdue > 0)) throw new CoreRefusal('300058');
  if (loan?.contracted !== true) throw new CoreRefusal('300040');
}

function refuseByRent(core: Core, account: AccountRow): void {
  if (account.state === '02') throw new CoreRefusal('300004');
  const figures = figureOn(core.centre.rent, core.today());
  if (figures === undefined) throw new CoreRefusal('300040');
  const answer = askSource(core, account.khbh, 'BDC');
  if (answer.result === '2') throw new CoreRefusal('300049', { LY: 'BDC' });
  if (answer.result === '1' && answer.facts.homes.some((home) => home.certificateOn !== undefined)) throw new CoreRefusal('300043');
  if (contributionMonths(core, account.khbh).consecutive < figures.contributionMonths) throw new CoreRefusal('300044', { YS: String(figures.contributionMonths) });
}

/**
 * Whether a standing order is taken, by the rules of interface.md §3.2 in their order. @returns the account that pays, and the loan of an offset
 * @throws CoreRefusal
 */
export function judgeOrder(core: Core, wish: OrderWish): { readonly grzh: string; readonly dkzh: string | null } {
  personOf(core, wish.khbh);
  const account = payingAccount(core, wish.khbh);
  refuseByPerson(core, account);
  if (core.one(`SELECT 1 FROM standing_order WHERE khbh = ? AND kind = ? AND state IN ('1', '2')`, wish.khbh, wish.kind) !== undefined) throw new CoreRefusal('300066');
  const loan = wish.kind === '1' ? loansOf(core, wish.khbh).find((one) => one.settled === null) : undefined;
  // The offset is the borrower's to sign: a co-borrower has none of their own.
  if (wish.kind === '1' && loan === undefined) throw new CoreRefusal('300012');
  refuseByLoan(core, { khbh: wish.khbh, ywlx: ROUTE_OF[wish.kind] });
  if (wish.kind === '2') refuseByBankLoan(core, wish.khbh);
  if (wish.kind === '3') refuseByRent(core, account);
  if (wish.kind !== '1') ownCard(core, wish.khbh, wish.kbh ?? '');
  return { grzh: account.grzh, dkzh: loan?.dkzh ?? null };
}
