import { normaliseName } from '@anju/shared/identity';
import { chinaMoment } from '../../kit/index.ts';
import { counterCode, customer, documentNumber, mobile, needed, oneOf, optional, text } from '../gateway/field.checks.ts';
import { CoreRefusal } from '../gateway/refusal.ts';
import { fullDocumentNumber } from '../generation/generate.ts';
import { personOf } from '../rules/withdrawal.rules.ts';
import type { Core } from '../store/core.ts';
import { said, saidOr, type Transaction } from './transaction.ts';

/** How long a person seen at the counter counts as present. */
const PRESENCE_MS = 30 * 60_000;

/** '1' the same, '2' one character of at least three differs, undefined: another name. */
function compareNames(given: string, onFile: string): '1' | '2' | undefined {
  const one = Array.from(normaliseName(given));
  const other = Array.from(normaliseName(onFile));
  if (one.length !== other.length) return undefined;
  const differing = one.filter((character, index) => character !== other[index]).length;
  if (differing === 0) return '1';
  return differing === 1 && one.length >= 3 ? '2' : undefined;
}

/** @throws CoreRefusal 200004 unless the code is this person's, unused and not expired */
function validCounterCode(core: Core, khbh: string, code: string): void {
  const found = core.one('SELECT 1 FROM counter_code WHERE code = ? AND khbh = ? AND used_at IS NULL AND valid_until > ?', code, khbh, core.now());
  if (found === undefined) throw new CoreRefusal('200004');
}

/** GR1001 核验个人. What differs is kept as a task until it agrees. */
export const verifyPerson: Transaction = {
  writes: false,
  fields: { ZJLX: needed(oneOf('01', '02', '03', '04', '99')), ZJHM: needed(documentNumber), XINGMING: needed(text(1, 60)), SJHM: optional(mobile), GTYZM: optional(counterCode) },
  run(call) {
    const { core } = call;
    const person = core.one<{ khbh: string; xingming: string; sjhm: string | null }>(
      'SELECT khbh, xingming, sjhm FROM person WHERE zjlx = ? AND zjhm_full = ?', said(call, 'ZJLX'), fullDocumentNumber(said(call, 'ZJLX'), said(call, 'ZJHM')),
    );
    if (person === undefined) throw new CoreRefusal('200001');
    const name = compareNames(said(call, 'XINGMING'), person.xingming);
    if (name === undefined) throw new CoreRefusal('200002');
    const code = saidOr(call, 'GTYZM');
    if (code !== undefined) validCounterCode(core, person.khbh, code);
    const mobile = saidOr(call, 'SJHM');
    const mobileAnswer = mobile === undefined || person.sjhm === null ? '9' : mobile === person.sjhm ? '1' : '2';
    core.run('UPDATE person SET name_task = ? WHERE khbh = ?', name === '2' ? 1 : 0, person.khbh);
    if (mobileAnswer !== '9') core.run('UPDATE person SET mobile_task = ? WHERE khbh = ?', mobileAnswer === '2' ? 1 : 0, person.khbh);
    return { KHBH: person.khbh, HYJG: { XINGMING: name, SJHM: mobileAnswer } };
  },
};

/** GT1001 用柜台码: the code is used up, the person counts as present. */
export const useCounterCode: Transaction = {
  writes: true,
  fields: { KHBH: needed(customer), GTYZM: needed(counterCode) },
  run(call) {
    const { core } = call;
    personOf(core, said(call, 'KHBH'));
    validCounterCode(core, said(call, 'KHBH'), said(call, 'GTYZM'));
    core.run('UPDATE counter_code SET used_at = ? WHERE code = ?', core.now(), said(call, 'GTYZM'));
    return { YXQ: chinaMoment(core.now() + PRESENCE_MS) };
  },
};
