import type { PrepaymentQuoteBody, PrepaymentQuoteReply, ProblemField } from '@anju/shared/contract';
import { chinaDateOf } from '@anju/shared/calendar';
import { checkPrepayment, LEAST_PREPAYMENT_FEN, prepaymentOptions } from '@anju/shared/loan';
import { Injectable } from '@nestjs/common';
import { Log, Refusal } from '../../platform/index.ts';
import { applicantOnly } from '../../progress/index.ts';
import { prepaymentTexts } from '../texts/loan.texts.ts';
import { FindLoan } from './own-loans.ts';
import { runningLoanOf } from './running-loan.ts';

const refusedAmount = (rule: string, message: string): Refusal => {
  const field: ProblemField = { field: 'amountFen', rule, message };
  return new Refusal('loan.input-out-of-range', { fields: [field] });
};

/** What paying ahead today would bring: what is to be paid, and each way of going on. */
@Injectable()
export class QuotePrepayment {
  constructor(
    private readonly find: FindLoan,
    private readonly log: Log,
  ) {}

  /**
   * @throws Refusal `loan.input-out-of-range` naming `amountFen`, `loan.ineligible` for a loan in arrears, `case.state-conflict` to a co-borrower, `core.unreachable` also for a plan that
   * cannot be computed with, and those of FindLoan
   */
  async execute(personId: string, loanId: string, { amountFen }: PrepaymentQuoteBody): Promise<PrepaymentQuoteReply> {
    const found = await this.find.execute(personId, loanId);
    const { loan, asOf } = found;
    if (loan.role === 'co-borrower') throw applicantOnly();
    if (loan.overduePeriods > 0) throw new Refusal('loan.ineligible', { reasons: [{ code: 'loan-in-arrears', params: { periods: loan.overduePeriods } }] });
    assertPrepaymentAmount(amountFen, loan.balanceFen);
    const onDay = chinaDateOf(new Date(asOf));
    const running = runningLoanOf(found);
    const faults = running === undefined ? [{ field: 'plan' }] : checkPrepayment(running, amountFen, onDay);
    if (running === undefined || faults.length > 0) {
      this.log.event('core.untranslatable', { call: 'loanPlan', field: faults[0]?.field ?? 'plan' });
      throw new Refusal('core.unreachable');
    }
    const quote = prepaymentOptions(running, amountFen, onDay);
    const options = quote.options.map(({ pressSavedInterestFen: _press, ...option }) => option);
    return { ...quote, asOf, leastFen: Math.min(LEAST_PREPAYMENT_FEN, loan.balanceFen), options };
  }
}

/**
 * Left out means the whole, and so does the balance itself.
 * @throws Refusal `loan.input-out-of-range` naming `amountFen`
 */
export function assertPrepaymentAmount(amountFen: number | undefined, balanceFen: number): void {
  if (amountFen === undefined || amountFen === balanceFen) return;
  if (amountFen > balanceFen) throw refusedAmount('maximum', prepaymentTexts.aboveBalance(balanceFen));
  if (amountFen < LEAST_PREPAYMENT_FEN) throw refusedAmount('minimum', prepaymentTexts.belowLeast(LEAST_PREPAYMENT_FEN));
}
