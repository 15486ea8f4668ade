import { chinaMoment } from '../../kit/index.ts';
import type { Core } from '../store/core.ts';
import { wireAmount, wireDay } from '../gateway/field.checks.ts';
import { nextPermittedDay } from '../rules/facts.ts';

export type CaseState = 'SQ' | 'SL' | 'SH' | 'SP' | 'DZ' | 'BH' | 'CX' | 'FKSB';
export const RUNNING: readonly CaseState[] = ['SQ', 'SL', 'SH', 'SP'];

/** A withdrawal case as stored; moments in milliseconds of the core's clock. */
export interface CaseRow {
  readonly ywlsh: string;
  readonly request_no: string;
  readonly khbh: string;
  readonly grzh: string;
  readonly ywlx: string;
  readonly tqyy: string;
  readonly amount: number;
  readonly kbh: string;
  readonly state: CaseState;
  readonly gfhtbh: string | null;
  readonly gfdz: string | null;
  readonly sources: string;
  readonly refusal_code: string | null;
  readonly refusal_words: string | null;
  readonly paid_at: number | null;
  readonly received_at: number;
  readonly touched_at: number;
}
/** One consulted source: HX the core, BDC real estate, YH bank; the answer as in FC1001. */
export interface Source {
  readonly LY: 'HX' | 'BDC' | 'MZ' | 'YH';
  readonly SJ: string;
  readonly HYJG: '1' | '2' | '3' | '9';
}

/** The four stages with post and limit in working days (interface.md, TQ1004). */
export const STAGES = [
  { code: 'SQ', post: '申请人', limit: 0 },
  { code: 'SL', post: '受理岗', limit: 1 },
  { code: 'SH', post: '审核岗', limit: 1 },
  { code: 'SP', post: '审批岗', limit: 1 },
] as const;
export type StageCode = (typeof STAGES)[number]['code'];

export const caseOf = (core: Core, ywlsh: string): CaseRow | undefined => core.one<CaseRow>('SELECT * FROM withdrawal_case WHERE ywlsh = ?', ywlsh);

/** The case as TQ1004 answers it. */
export function wireCase(core: Core, row: CaseRow): Record<string, unknown> {
  const stages = core.all<{ code: string; started: number | null; due: number | null; done: number | null }>('SELECT * FROM case_stage WHERE ywlsh = ?', row.ywlsh);
  const next = nextPermittedDay(core, row.khbh, row.ywlx);
  return {
    YWLSH: row.ywlsh,
    YQQLSH: row.request_no,
    YWLX: row.ywlx,
    GRZH: row.grzh,
    FSE: wireAmount(row.amount),
    KBH: row.kbh,
    ZT: row.state,
    JD: STAGES.map(({ code, post, limit }) => {
      const stage = stages.find((one) => one.code === code);
      return {
        JDDM: code, GW: post, SXR: String(limit),
        ...(stage?.started ? { KSSJ: chinaMoment(stage.started) } : {}),
        ...(stage?.due ? { DQSJ: chinaMoment(stage.due) } : {}),
        ...(stage?.done ? { WCSJ: chinaMoment(stage.done) } : {}),
      };
    }),
    HYLY: JSON.parse(row.sources) as Source[],
    ...(row.refusal_code === null ? {} : { BHYY: { DM: row.refusal_code, SM: row.refusal_words ?? '' } }),
    ...(row.paid_at === null ? {} : { FKSJ: chinaMoment(row.paid_at) }),
    ...(row.state === 'DZ' && next !== undefined ? { XCTQRQ: wireDay(next) } : {}),
  };
}
