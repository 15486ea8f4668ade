import { RUNNING_STATES } from '../cases/case.store.ts';
import { wireAmount } from '../gateway/field.checks.ts';
import { CoreRefusal } from '../gateway/refusal.ts';
import { overdueOf, type LoanRow } from '../ledger/loan.ledger.ts';
import { accruedInterest } from '../ledger/loan.prepayment.ts';
import type { Core } from '../store/core.ts';
import { ownCard, personOf } from './withdrawal.rules.ts';

/** What is to be paid ahead: `kind` 2 whole, 3 part; `keep` 1 the instalment, 2 the term; the part's principal in fen. */
export interface Prepayment {
  readonly khbh: string;
  readonly dkzh: string;
  readonly kind: '2' | '3';
  readonly principal?: number;
  readonly keep?: '1' | '2';
  readonly kbh: string;
}
/** A permitted prepayment in fen. */
export interface PrepaymentVerdict {
  readonly principal: number;
  readonly interest: number;
}

/** The least part that is taken ahead of the plan. */
const LEAST_PREPAYMENT_FEN = 1_000_000;

/**
 * Whether the core takes a prepayment: person, loan, arrears, running case, card, amount, in this order. @throws CoreRefusal
 */
export function judgePrepayment(core: Core, asked: Prepayment): PrepaymentVerdict {
  personOf(core, asked.khbh);
  const loan = core.one<LoanRow>('SELECT * FROM loan WHERE dkzh = ? AND khbh = ? AND settled IS NULL', asked.dkzh, asked.khbh);
  if (loan === undefined) throw new CoreRefusal('300012');
  if (overdueOf(core, loan.dkzh, core.today()).length > 0) throw new CoreRefusal('300011');
  if (core.one(`SELECT 1 FROM fund_case WHERE khbh = ? AND state IN ${RUNNING_STATES}`, asked.khbh) !== undefined) throw new CoreRefusal('300024');
  ownCard(core, asked.khbh, asked.kbh);
  const principal = asked.kind === '2' ? loan.balance : (asked.principal ?? 0);
  if (principal > loan.balance) throw new CoreRefusal('300001');
  if (principal < Math.min(LEAST_PREPAYMENT_FEN, loan.balance)) throw new CoreRefusal('300029', { ZDJE: wireAmount(Math.min(LEAST_PREPAYMENT_FEN, loan.balance)) });
  return { principal, interest: accruedInterest(core, loan, core.today()) };
}
