import type { FieldCipher } from '../../platform/index.ts';
import type { CaseRecord, WithdrawalCase, Wish } from '../domain/withdrawal-case.ts';
import { isLive, liveKeyOf } from '../domain/withdrawal-case.ts';
import type { WithdrawalCaseRow } from './progress.rows.ts';

const WISH = 'withdrawal_case.wish';
const RECORD = 'withdrawal_case.record';
const CUSTOMER = 'withdrawal_case.customer_no';

/** The row of a case; what the core must know and what it said is sealed. */
export function rowOf(one: WithdrawalCase, cipher: FieldCipher): WithdrawalCaseRow {
  const { payee, wish, record, refusal, customerNo, ...plain } = one;
  return {
    ...plain,
    liveKey: liveKeyOf(one),
    isLive: isLive(one.stage),
    payeeBank: payee.bank,
    payeeTail: payee.tail,
    customerNo: cipher.seal(customerNo, CUSTOMER),
    wish: wish === null ? null : cipher.seal(JSON.stringify(wish), WISH),
    record: record === null ? null : cipher.seal(JSON.stringify(record), RECORD),
    refusal: refusal === null ? null : JSON.stringify(refusal),
  };
}

export function caseOf(row: WithdrawalCaseRow, cipher: FieldCipher): WithdrawalCase {
  return {
    caseId: row.caseId,
    number: row.number,
    personId: row.personId,
    customerNo: cipher.open(row.customerNo, CUSTOMER),
    channel: row.channel as WithdrawalCase['channel'],
    route: row.route as WithdrawalCase['route'],
    amountFen: row.amountFen,
    payee: { bank: row.payeeBank, tail: row.payeeTail },
    stage: row.stage as WithdrawalCase['stage'],
    link: row.link as WithdrawalCase['link'],
    requestNo: row.requestNo,
    attempt: row.attempt,
    coreCaseNo: row.coreCaseNo,
    wish: row.wish === null ? null : (JSON.parse(cipher.open(row.wish, WISH)) as Wish),
    record: row.record === null ? null : (JSON.parse(cipher.open(row.record, RECORD)) as CaseRecord),
    refusal: row.refusal === null ? null : (JSON.parse(row.refusal) as WithdrawalCase['refusal']),
    submittedAt: row.submittedAt,
    updatedAt: row.updatedAt,
    version: row.version,
  };
}
