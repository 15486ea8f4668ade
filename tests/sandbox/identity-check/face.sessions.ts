import { randomUUID } from 'node:crypto';
import type { StandInClock, Store } from '../kit/index.ts';
import type { PeopleRegister } from '../kit/people.register.ts';
import { SETTING_SCHEMA } from '../kit/stand-in.control.ts';
import { sameName } from './register.checks.ts';

/** The tables of the stand-in; repeatable. */
export const IDENTITY_SCHEMA = `
${SETTING_SCHEMA}
CREATE TABLE IF NOT EXISTS face_session (
  biz_token TEXT PRIMARY KEY, id_card TEXT NOT NULL, name TEXT NOT NULL, redirect_url TEXT, extra TEXT,
  made_at INTEGER NOT NULL, ended_at INTEGER, err_code INTEGER
);
`;

/** A flow can be gone through for two hours; its result can be fetched for three days. */
export const FLOW_LIFE_MS = 7200_000;
const RESULT_LIFE_MS = 3 * 24 * 3600_000;

/** What the person did on the page. */
export const FACE_OUTCOMES = {
  passed: 0,
  'not-recognised': 2016,
  cancelled: 3002,
  camera: 3001,
  network: 66660021,
  'no-reference-photo': 2007,
  'service-down': 1001,
} as const;
export type FaceOutcomeName = keyof typeof FACE_OUTCOMES;

/** What each result code says; 2005 and 2006 come from the authority library. */
export const RESULT_WORDS: Readonly<Record<number, string>> = {
  0: '成功',
  1001: '调用活体引擎接口出错',
  2005: '库中无此号，请到户籍所在地进行核实',
  2006: '姓名和身份证号不一致，请核实后重试',
  2007: '库中无此用户照片，请到户籍所在地进行核实',
  2016: '比对相似度未达到通过标准',
  3001: '无摄像头权限，请允许页面使用摄像头权限',
  3002: '用户取消',
  66660021: '网络不给力',
};

/** What every part of the stand-in works with. */
export interface IdentityContext {
  readonly store: Store;
  readonly clock: StandInClock;
  readonly people: PeopleRegister;
  readonly ruleId: string;
  /** The address people reach the page at; may be behind a prefix. */
  publicBase: string;
}

/** One face verification. */
export interface FaceSession {
  readonly biz_token: string;
  readonly id_card: string;
  readonly name: string;
  readonly redirect_url: string | null;
  readonly extra: string | null;
  readonly made_at: number;
  readonly ended_at: number | null;
  readonly err_code: number | null;
}

export type SessionState = 'waiting' | 'finished' | 'expired' | 'gone';

/** Where a session stands: `expired` flows cannot be gone through any more, the results of `gone` ones not be fetched. */
export function stateOf(context: IdentityContext, session: FaceSession): SessionState {
  const age = context.clock.now() - session.made_at;
  if (age > RESULT_LIFE_MS) return 'gone';
  if (session.err_code !== null) return 'finished';
  return age > FLOW_LIFE_MS ? 'expired' : 'waiting';
}

/** Begins a flow. */
export function beginSession(context: IdentityContext, wish: { idCard: string; name: string; redirectUrl?: string; extra?: string }): string {
  const token = randomUUID().toUpperCase();
  context.store
    .prepare('INSERT INTO face_session (biz_token, id_card, name, redirect_url, extra, made_at) VALUES (?, ?, ?, ?, ?, ?)')
    .run(token, wish.idCard, wish.name, wish.redirectUrl ?? null, wish.extra ?? null, context.clock.now());
  return token;
}

export function sessionOf(context: IdentityContext, bizToken: string): FaceSession | undefined {
  return context.store.prepare('SELECT * FROM face_session WHERE biz_token = ?').get(bizToken) as FaceSession | undefined;
}

/** All sessions, newest first. */
export function allSessions(context: IdentityContext): FaceSession[] {
  return context.store.prepare('SELECT * FROM face_session ORDER BY made_at DESC, rowid DESC').all() as FaceSession[];
}

/** What the authority library makes of a pass: the number unknown 2005, another name 2006, no answer 1001. Without anybody known a pass stays one. */
async function settlePass(context: IdentityContext, session: FaceSession): Promise<number> {
  try {
    const people = await context.people.all();
    if (people.length === 0) return FACE_OUTCOMES.passed;
    const person = people.find((known) => known.idNumber.toUpperCase() === session.id_card);
    if (!person) return 2005;
    return sameName(person.name, session.name) ? FACE_OUTCOMES.passed : 2006;
  } catch {
    return FACE_OUTCOMES['service-down'];
  }
}

/** Ends a waiting session; false when it was not waiting. Only the first end counts. */
export async function endSession(context: IdentityContext, session: FaceSession, outcome: FaceOutcomeName): Promise<boolean> {
  if (stateOf(context, session) !== 'waiting') return false;
  const code = outcome === 'passed' ? await settlePass(context, session) : FACE_OUTCOMES[outcome];
  const done = context.store
    .prepare('UPDATE face_session SET err_code = ?, ended_at = ? WHERE biz_token = ? AND err_code IS NULL')
    .run(code, context.clock.now(), session.biz_token);
  return done.changes === 1;
}

/** Where the browser goes after the end: the caller's address with the BizToken, or undefined. */
export function returnAddress(session: FaceSession): string | undefined {
  if (session.redirect_url === null) return undefined;
  const address = new URL(session.redirect_url);
  address.searchParams.set('BizToken', session.biz_token);
  return address.toString();
}
