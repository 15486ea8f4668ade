import { chinaMoment } from '../../kit/index.ts';
import type { Core } from '../store/core.ts';
import { wireAmount, wireDay } from '../gateway/field.checks.ts';
import { nextPermittedDay } from '../rules/history.facts.ts';
import type { RouteCode } from '../rules/routes.ts';
import type { SourceCode } from '../rules/shared.facts.ts';
import type { Declared, Escrow } from '../rules/weighing.ts';

export type CaseState = 'SQ' | 'SL' | 'SH' | 'SP' | 'MQ' | 'DY' | 'FK' | 'DZ' | 'BH' | 'CX' | 'FKSB';
export const RUNNING: readonly CaseState[] = ['SQ', 'SL', 'SH', 'SP', 'MQ', 'DY'];
/** The same in SQL, after `state IN`. */
export const RUNNING_STATES = `('SQ', 'SL', 'SH', 'SP', 'MQ', 'DY')`;

/** What a case is about: YWLX on the wire. */
export type Matter = RouteCode | 'LOAN_PRE_APPLICATION' | 'LOAN_PREPAYMENT';

/** A case as stored; moments in milliseconds of the core's clock. */
export interface CaseRow {
  readonly ywlsh: string;
  readonly request_no: string;
  readonly khbh: string;
  readonly ywlx: Matter;
  readonly amount: number;
  readonly state: CaseState;
  /** Withdrawals only. */
  readonly grzh: string | null;
  readonly tqyy: string | null;
  /** A.5: 11 or 12. */
  readonly kind: string | null;
  /** Interest paid with a closing withdrawal, in fen. */
  readonly interest: number | null;
  /** What else a withdrawal is about, as JSON of WithdrawalDetails. */
  readonly details: string | null;
  /** Where money is paid to or collected from; a pre-application has none. */
  readonly kbh: string | null;
  readonly gfhtbh: string | null;
  readonly gfdz: string | null;
  readonly co_khbh: string | null;
  readonly dkzh: string | null;
  /** DKSQ or TQHK of the wire, as JSON. */
  readonly wish: string | null;
  readonly sources: string;
  readonly refusal_code: string | null;
  readonly refusal_words: string | null;
  readonly paid_at: number | null;
  readonly received_at: number;
  readonly touched_at: number;
}
/** What a withdrawal is about beside account, amount and card. */
export interface WithdrawalDetails {
  readonly object?: string;
  readonly span?: { readonly from: string; readonly to: string };
  readonly escrow?: Escrow;
  readonly fcbh?: string;
  readonly declared?: Declared;
  readonly materials?: readonly string[];
  /** The material the clerk could not use. */
  readonly unfit?: string;
  /** The standing order it is a run of, and the day it was due. */
  readonly order?: { readonly qybh: string; readonly due: string };
}
export const detailsOf = (row: CaseRow): WithdrawalDetails => (row.details === null ? {} : (JSON.parse(row.details) as WithdrawalDetails));

/** One consulted source: HX the core, YH the bank, the others as in GX1001; the answer as in FC1001. */
export interface Source {
  readonly LY: 'HX' | 'YH' | SourceCode;
  readonly SJ: string;
  readonly HYJG: '1' | '2' | '3' | '9';
}

export type StageCode = 'SQ' | 'SL' | 'SH' | 'SP' | 'MQ' | 'DY' | 'FK';
/** A stage with its post and limit in working days; `open` has no due moment, `outside` is not the centre's to hasten. */
export interface Stage {
  readonly code: StageCode;
  readonly post: string;
  readonly limit: number;
  readonly open?: true;
  readonly outside?: true;
}
const STAGES: readonly Stage[] = [
  { code: 'SQ', post: '申请人', limit: 0 },
  { code: 'SL', post: '受理岗', limit: 1 },
  { code: 'SH', post: '审核岗', limit: 1 },
  { code: 'SP', post: '审批岗', limit: 1 },
];
const PRE_APPLICATION_STAGES: readonly Stage[] = [
  { code: 'SQ', post: '申请人', limit: 0 },
  { code: 'SL', post: '受理岗', limit: 1 },
  { code: 'SH', post: '审核岗', limit: 3 },
  { code: 'SP', post: '审批岗', limit: 3 },
  { code: 'MQ', post: '受托银行', limit: 0, open: true },
  { code: 'DY', post: '不动产登记中心', limit: 0, open: true, outside: true },
  { code: 'FK', post: '资金岗', limit: 2 },
];
/** The stages of a matter (interface.md, TQ1004 and DK1002). */
export const stagesOf = (ywlx: Matter): readonly Stage[] => (ywlx === 'LOAN_PRE_APPLICATION' ? PRE_APPLICATION_STAGES : STAGES);

export const caseOf = (core: Core, ywlsh: string): CaseRow | undefined => core.one<CaseRow>('SELECT * FROM fund_case WHERE ywlsh = ?', ywlsh);

function wireStages(core: Core, row: CaseRow): Record<string, unknown>[] {
  const begun = core.all<{ code: string; started: number | null; due: number | null; done: number | null }>('SELECT * FROM case_stage WHERE ywlsh = ?', row.ywlsh);
  return stagesOf(row.ywlx).map(({ code, post, limit, outside }) => {
    const stage = begun.find((one) => one.code === code);
    return {
      JDDM: code, GW: post, SXR: String(limit), ...(outside ? { WB: '1' } : {}),
      ...(stage?.started ? { KSSJ: chinaMoment(stage.started) } : {}),
      ...(stage?.due ? { DQSJ: chinaMoment(stage.due) } : {}),
      ...(stage?.done ? { WCSJ: chinaMoment(stage.done) } : {}),
    };
  });
}

/** The case as TQ1004 answers it. */
export function wireCase(core: Core, row: CaseRow): Record<string, unknown> {
  const next = nextPermittedDay(core, row.khbh, row.ywlx);
  const { escrow, fcbh, order, unfit } = detailsOf(row);
  return {
    YWLSH: row.ywlsh,
    YQQLSH: row.request_no,
    YWLX: row.ywlx,
    ...(row.grzh === null ? {} : { GRZH: row.grzh }),
    ...(row.kind === null ? {} : { GJHTQYWLX: row.kind }),
    FSE: wireAmount(row.amount),
    ...(row.interest === null ? {} : { FSLXE: wireAmount(row.interest) }),
    ...(row.kbh === null ? {} : { KBH: row.kbh }),
    ...(escrow === undefined ? {} : { JGZH: escrow.number }),
    ...(fcbh === undefined ? {} : { FCBH: fcbh }),
    ...(order === undefined ? {} : { QYBH: order.qybh }),
    ZT: row.state,
    JD: wireStages(core, row),
    HYLY: JSON.parse(row.sources) as Source[],
    ...(row.wish === null ? {} : { [row.ywlx === 'LOAN_PREPAYMENT' ? 'TQHK' : 'DKSQ']: JSON.parse(row.wish) as unknown }),
    ...(row.refusal_code === null ? {} : { BHYY: { DM: row.refusal_code, SM: row.refusal_words ?? '', ...(unfit === undefined ? {} : { CLBH: unfit }) } }),
    ...(row.paid_at === null ? {} : { FKSJ: chinaMoment(row.paid_at) }),
    ...(row.state === 'DZ' && next !== undefined ? { XCTQRQ: wireDay(next) } : {}),
  };
}
