import type { FieldCipher } from '../../platform/index.ts';
import type { CaseRecord, CaseTerms, ServiceCase, Wish } from '../domain/service-case.ts';
import { isLive, liveKeyOf } from '../domain/service-case.ts';
import type { ServiceCaseRow } from './progress.rows.ts';

// A value opens only under the purpose it was sealed for, so the first three keep the name the table had when it held withdrawals only.
const WISH = 'withdrawal_case.wish';
const RECORD = 'withdrawal_case.record';
const CUSTOMER = 'withdrawal_case.customer_no';
const TERMS = 'service_case.terms';

/** The row of a case; what the core must know and what it said is sealed. */
export function rowOf(one: ServiceCase, cipher: FieldCipher): ServiceCaseRow {
  const { payee, wish, terms, record, refusal, customerNo, ...plain } = one;
  return {
    ...plain,
    liveKey: liveKeyOf(one),
    isLive: isLive(one.stage),
    payeeBank: payee?.bank ?? null,
    payeeTail: payee?.tail ?? null,
    customerNo: cipher.seal(customerNo, CUSTOMER),
    wish: wish === null ? null : cipher.seal(JSON.stringify(wish), WISH),
    terms: terms === null ? null : cipher.seal(JSON.stringify(terms), TERMS),
    record: record === null ? null : cipher.seal(JSON.stringify(record), RECORD),
    refusal: refusal === null ? null : JSON.stringify(refusal),
  };
}

export function caseOf(row: ServiceCaseRow, cipher: FieldCipher): ServiceCase {
  return {
    caseId: row.caseId,
    number: row.number,
    personId: row.personId,
    coPersonId: row.coPersonId,
    customerNo: cipher.open(row.customerNo, CUSTOMER),
    channel: row.channel as ServiceCase['channel'],
    route: row.route as ServiceCase['route'],
    amountFen: row.amountFen,
    payee: row.payeeBank === null || row.payeeTail === null ? null : { bank: row.payeeBank, tail: row.payeeTail },
    stage: row.stage as ServiceCase['stage'],
    link: row.link as ServiceCase['link'],
    requestNo: row.requestNo,
    attempt: row.attempt,
    coreCaseNo: row.coreCaseNo,
    resubmits: row.resubmits,
    wish: row.wish === null ? null : (JSON.parse(cipher.open(row.wish, WISH)) as Wish),
    terms: row.terms === null ? null : (JSON.parse(cipher.open(row.terms, TERMS)) as CaseTerms),
    record: row.record === null ? null : (JSON.parse(cipher.open(row.record, RECORD)) as CaseRecord),
    refusal: row.refusal === null ? null : (JSON.parse(row.refusal) as ServiceCase['refusal']),
    submittedAt: row.submittedAt,
    updatedAt: row.updatedAt,
    version: row.version,
  };
}
