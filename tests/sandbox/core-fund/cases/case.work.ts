import { CoreRefusal } from '../gateway/refusal.ts';
import { releaseBookings } from '../places/booking.store.ts';
import { accountOf } from '../ledger/account.ledger.ts';
import type { Application } from '../rules/weighing.ts';
import type { Verdict } from '../rules/withdrawal.rules.ts';
import type { PreApplication, PreApplicationVerdict } from '../rules/pre-application.rules.ts';
import type { Prepayment, PrepaymentVerdict } from '../rules/prepayment.rules.ts';
import type { Core } from '../store/core.ts';
import { CaseNotMovable, endStage, endWith, moveTo, startStage } from './case.steps.ts';
import { detailsOf, RUNNING, type CaseRow, type CaseState, type WithdrawalDetails } from './case.store.ts';
import { callToSign, payOut, receivePreApplication, sign } from './pre-application.case.ts';
import { collect, receivePrepayment, takeCollectionBack } from './prepayment.case.ts';
import { payOffset, payWithdrawal, receiveWithdrawal, takeWithdrawalBack } from './withdrawal.case.ts';

export { CaseNotMovable, existingCase } from './case.steps.ts';

function decideAtOnce(core: Core, row: CaseRow): CaseRow {
  let now = row;
  while (RUNNING.includes(now.state)) now = advance(core, now);
  return now;
}

/** Takes a permitted withdrawal in: decided and paid at once, or received for the clerks. */
export function receive(core: Core, requestNo: string, application: Application, verdict: Verdict, order?: WithdrawalDetails['order']): CaseRow {
  const row = receiveWithdrawal(core, requestNo, application, verdict, order);
  return verdict.atOnce ? decideAtOnce(core, row) : row;
}

/** Takes the run of a monthly offset in and pays the instalment from the account. */
export const offset = (core: Core, row: CaseRow): CaseRow => decideAtOnce(core, row);

/** Takes a permitted prepayment in, collects it and rewrites the plan. */
export const prepay = (core: Core, requestNo: string, asked: Prepayment, verdict: PrepaymentVerdict): CaseRow => decideAtOnce(core, receivePrepayment(core, requestNo, asked, verdict));

/** Takes a permitted pre-application in for the clerks. */
export const preApply = (core: Core, requestNo: string, asked: PreApplication, verdict: PreApplicationVerdict): CaseRow => receivePreApplication(core, requestNo, asked, verdict);

function afterApproval(core: Core, row: CaseRow): CaseRow {
  if (row.ywlx === 'LOAN_PRE_APPLICATION') return callToSign(core, row);
  if (isOffset(row)) return payOffset(core, row);
  return row.ywlx === 'LOAN_PREPAYMENT' ? collect(core, row) : payWithdrawal(core, row);
}

/**
 * One step: 受理, 审核, 审批, then the money of a withdrawal or prepayment, or 面签, 抵押登记 and 放款 of a pre-application.
 * @throws CaseNotMovable when the case is not running
 */
export function advance(core: Core, row: CaseRow): CaseRow {
  switch (row.state) {
    case 'SQ':
      endStage(core, row, 'SL');
      startStage(core, row, 'SH');
      return moveTo(core, row, 'SL');
    case 'SL':
      endStage(core, row, 'SH');
      startStage(core, row, 'SP');
      return moveTo(core, row, 'SH');
    case 'SH':
      endStage(core, row, 'SP');
      return moveTo(core, row, 'SP');
    case 'SP':
      return afterApproval(core, row);
    case 'MQ':
      return sign(core, row);
    case 'DY':
      return payOut(core, row);
    default:
      throw new CaseNotMovable(row.state);
  }
}

/** Before approval, and of a pre-application until it is signed. */
const REFUSABLE: readonly CaseState[] = ['SQ', 'SL', 'SH', 'MQ'];

/** The codes that name one of the materials: unreadable, or another's. */
const OF_A_MATERIAL: readonly string[] = ['300050', '300051'];

/** The clerk, or at the signing the bank, says no; a booked time is free again. `material` is the one at fault, else the first. @throws CaseNotMovable */
export function refuse(core: Core, row: CaseRow, code: string, words: string, material?: string): CaseRow {
  if (!REFUSABLE.includes(row.state)) throw new CaseNotMovable(row.state);
  const details = detailsOf(row);
  const unfit = OF_A_MATERIAL.includes(code) ? (material ?? details.materials?.[0]) : undefined;
  if (unfit !== undefined) core.run('UPDATE fund_case SET details = ? WHERE ywlsh = ?', JSON.stringify({ ...details, unfit }), row.ywlsh);
  releaseBookings(core, row.ywlsh);
  return endWith(core, row, 'BH', code, words);
}

/** The person takes the case back; a booked time is free again. @throws CoreRefusal 300020 once it is too late */
export function cancel(core: Core, row: CaseRow): CaseRow {
  const until: readonly CaseState[] = row.ywlx === 'LOAN_PRE_APPLICATION' ? ['SQ', 'SL', 'SH', 'SP', 'MQ'] : ['SQ', 'SL', 'SH'];
  if (!until.includes(row.state)) throw new CoreRefusal('300020');
  releaseBookings(core, row.ywlsh);
  return moveTo(core, row, 'CX');
}

/** A run of the monthly offset: its money never left the centre. */
const isOffset = ({ ywlx, dkzh }: CaseRow): boolean => ywlx === 'REPAY_FUND_LOAN' && dkzh !== null;

/** A part that was paid cannot come back to an account that has been closed since. */
const closedSince = (core: Core, { kind, grzh }: CaseRow): boolean => kind === '11' && grzh !== null && accountOf(core, grzh).state === '05';

/** The bank sends a payment back, or takes a collection back, days later. @throws CaseNotMovable */
export function returnPayment(core: Core, row: CaseRow): CaseRow {
  if (row.state !== 'DZ' || isOffset(row) || closedSince(core, row)) throw new CaseNotMovable(row.state);
  return row.ywlx === 'LOAN_PREPAYMENT' ? takeCollectionBack(core, row) : takeWithdrawalBack(core, row);
}
