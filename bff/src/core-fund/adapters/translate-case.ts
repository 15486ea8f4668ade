import type { CoreCase, CoreEvent, CoreOutcome, CoreRefusalCode } from '../core-fund.port.ts';
import { CASE_STAGE, CASE_STATE, CHECK_RESULT, CHECK_SOURCE, MATTER, REFUSAL } from './core-codes.ts';
import { DECLARED_FIELD } from './translate-application.ts';
import type { WireObject } from './core-fund.wire.ts';
import { code, count, list, listOrNone, objectOf, text, textOr, WireError } from './core-fund.wire.ts';
import { amount, day, moment } from './wire-values.ts';

function stage(wire: WireObject): CoreCase['stages'][number] {
  return {
    stage: code(wire, 'JDDM', CASE_STAGE),
    post: text(wire, 'GW'),
    limitWorkingDays: count(wire, 'SXR'),
    ...(wire['KSSJ'] === undefined ? {} : { startedAt: moment(wire, 'KSSJ') }),
    ...(wire['DQSJ'] === undefined ? {} : { dueAt: moment(wire, 'DQSJ') }),
    ...(wire['WCSJ'] === undefined ? {} : { doneAt: moment(wire, 'WCSJ') }),
    ...(wire['WB'] === '1' ? { outside: true } : {}),
  };
}

/** A case as in TQ1004. A consulted source we have no word for is left out. */
export function caseOf(body: WireObject): CoreCase {
  const refusal = body['BHYY'] === undefined ? undefined : objectOf(body['BHYY'], 'BHYY');
  const prepayment = body['TQHK'] === undefined ? undefined : objectOf(body['TQHK'], 'TQHK');
  const checks = listOrNone(body, 'HYLY').filter((check) => Object.hasOwn(CHECK_SOURCE, text(check, 'LY')));
  return {
    caseNo: text(body, 'YWLSH'),
    requestNo: text(body, 'YQQLSH'),
    route: code(body, 'YWLX', MATTER),
    amountFen: amount(body, 'FSE'),
    cardNo: textOr(body, 'KBH', null),
    state: code(body, 'ZT', CASE_STATE),
    stages: list(body, 'JD').map(stage),
    checks: checks.map((check) => ({ source: code(check, 'LY', CHECK_SOURCE), at: moment(check, 'SJ'), result: code(check, 'HYJG', CHECK_RESULT) })),
    ...(refusal === undefined ? {} : { refusal: clerksRefusal(refusal) }),
    ...(body['FKSJ'] === undefined ? {} : { paidAt: moment(body, 'FKSJ') }),
    ...(body['XCTQRQ'] === undefined ? {} : { nextPermittedOn: day(body, 'XCTQRQ') }),
    ...(body['FSLXE'] === undefined ? {} : { interestFen: amount(body, 'FSLXE') }),
    ...(body['QYBH'] === undefined ? {} : { orderNo: text(body, 'QYBH') }),
    ...(prepayment === undefined
      ? {}
      : { prepayment: { loanNo: text(prepayment, 'DKZH'), principalFen: amount(prepayment, 'HKBJ'), interestFen: amount(prepayment, 'HKLXE') } }),
  };
}

/** A clerk's reason, and the core's own of a run by itself: words, and what they are about where the code is one of §1.4. */
function clerksRefusal(wire: WireObject): NonNullable<CoreCase['refusal']> {
  const said = text(wire, 'DM');
  const about = REFUSAL[said];
  return { code: said, words: text(wire, 'SM'), ...(about === undefined ? {} : { about }) };
}

/** The figures a refusal comes with, under our names. */
function paramsOf(body: WireObject): Readonly<Record<string, string | number>> | undefined {
  const params: Record<string, string | number> = {};
  for (const field of ['XCTQRQ', 'RQ']) if (typeof body[field] === 'string') params['date'] = day(body, field);
  if (typeof body['ZGJE'] === 'string') params['maxFen'] = amount(body, 'ZGJE');
  if (typeof body['ZDJE'] === 'string') params['leastFen'] = amount(body, 'ZDJE');
  if (body['ZCQS'] !== undefined) params['months'] = count(body, 'ZCQS');
  if (typeof body['SYJE'] === 'string') params['leftFen'] = amount(body, 'SYJE');
  if (body['ND'] !== undefined) params['year'] = count(body, 'ND');
  if (body['YS'] !== undefined) params['needed'] = count(body, 'YS');
  if (typeof body['YWLX'] === 'string') params['route'] = code(body, 'YWLX', MATTER);
  if (typeof body['LY'] === 'string') params['source'] = code(body, 'LY', CHECK_SOURCE);
  if (body['JKR'] === '2') params['whose'] = 'partner';
  if (typeof body['ZD'] === 'string') params['field'] = DECLARED_FIELD[text(body, 'ZD')] ?? text(body, 'ZD');
  return Object.keys(params).length === 0 ? undefined : params;
}

/** undefined for a response code that is no refusal (or that this version does not know). */
export function refusalOf(responseCode: string, body: WireObject): Extract<CoreOutcome<never>, { kind: 'refused' }> | undefined {
  const ours: CoreRefusalCode | undefined = REFUSAL[responseCode];
  if (ours === undefined) return undefined;
  const params = paramsOf(body);
  return { kind: 'refused', code: ours, ...(params === undefined ? {} : { params }) };
}

/** What a batch of events holds. */
export interface ReadEvents {
  readonly events: readonly CoreEvent[];
  /** The highest number in the batch, whether or not its event could be read; undefined for an empty batch. */
  readonly readThrough: number | undefined;
  /** How many events of the batch could not be read. */
  readonly passedOver: number;
}

/**
 * Events of §4. Kinds of event we do not know are passed over, and so is one that is not as agreed: it must not hold up those of
 * everybody else. Only a number that cannot be read is an error, since nobody could go on from there.
 */
export function eventsOf(body: WireObject): ReadEvents {
  const batch = list(body, 'SJ');
  const numbers = batch.map((wire) => count(wire, 'SJH'));
  const ours = batch.filter((wire) => wire['SJLX'] === 'ZTBG');
  const events = ours.flatMap((wire) => eventOf(wire) ?? []);
  return { events, readThrough: numbers.length === 0 ? undefined : Math.max(...numbers), passedOver: ours.length - events.length };
}

function eventOf(wire: WireObject): CoreEvent | undefined {
  try {
    const known = Object.hasOwn(CASE_STATE, text(wire, 'ZT'));
    return {
      eventNo: count(wire, 'SJH'),
      at: moment(wire, 'SJSJ'),
      caseNo: text(wire, 'YWLSH'),
      requestNo: text(wire, 'YQQLSH'),
      customerNo: text(wire, 'KHBH'),
      ...(known ? { state: code(wire, 'ZT', CASE_STATE) } : {}),
    };
  } catch (error) {
    if (error instanceof WireError) return undefined;
    throw error;
  }
}
