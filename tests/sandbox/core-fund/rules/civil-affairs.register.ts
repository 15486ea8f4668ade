import type { Core } from '../store/core.ts';
import { sourceState } from './shared.facts.ts';
import { personOf } from './withdrawal.rules.ts';

/** What civil affairs say of two people: 1 married to each other, 2 not, 9 the source does not answer. */
export type MarriageAnswer = '1' | '2' | '9';
const RESIDENT_ID = '01';

/** Asks civil affairs about two people; they know resident ids only. @throws CoreRefusal 200001 */
export function askCivilAffairs(core: Core, khbh: string, other: string): MarriageAnswer {
  const keys = [personOf(core, khbh), personOf(core, other)].map((person) => person.key);
  if (khbh === other) return '2';
  const state = sourceState(core, khbh, 'MZ');
  if (state !== 'answers') return state === 'silent' ? '9' : '2';
  const rows = core.all<{ key: string; zjlx: string; spouse_key: string | null }>('SELECT key, zjlx, spouse_key FROM person WHERE khbh IN (?, ?)', khbh, other);
  if (rows.some((row) => row.zjlx !== RESIDENT_ID)) return '9';
  return rows.every((row) => row.spouse_key !== null && row.spouse_key !== row.key && keys.includes(row.spouse_key)) ? '1' : '2';
}
