import { createHash, randomBytes } from 'node:crypto';
import { checkResidentId, isPersonName, normaliseName } from '@anju/shared/identity';
import type { WechatContext } from './wechat.context.ts';
import { WechatError } from './wechat.errors.ts';
import { userByOpenid } from './users.codes.ts';

const LIFE_SECONDS = 3600;
const NOT_FINISHED = 10300;

/** What the person does at the camera, and the verify_ret it ends in (queryVerifyInfo, table of results). */
export const FACE_OUTCOMES = {
  passed: 10000,
  cancelled: 90002,
  'not-recognised': 10004,
  camera: 90008,
  network: 90007,
  'no-reference-photo': 10026,
  'service-down': 10045,
} as const;
export type FaceOutcomeName = keyof typeof FACE_OUTCOMES;

/** One verification that was begun. */
export interface FaceRow {
  readonly verify_id: string;
  readonly out_seq_no: string;
  readonly openid: string;
  readonly cert_name: string;
  readonly cert_no: string;
  readonly made_at: number;
  readonly verify_ret: number | null;
}

/** `cert_hash` of queryVerifyInfo: SHA-256 in lower-case hex over the three fields, each in base64 of its UTF-8. */
export function certHash(certType: string, certName: string, certNo: string): string {
  const part = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
  return createHash('sha256').update(`cert_type=${part(certType)}&cert_name=${part(certName)}&cert_no=${part(certNo)}`).digest('hex');
}

function checkCert(value: unknown): { name: string; no: string } {
  if (typeof value !== 'object' || value === null) throw new WechatError(84012);
  const cert = value as Record<string, unknown>;
  if (cert['cert_type'] !== 'IDENTITY_CARD') throw new WechatError(84013);
  const name = cert['cert_name'];
  if (typeof name !== 'string' || !isPersonName(name)) throw new WechatError(84014);
  const no = cert['cert_no'];
  // second-generation cards of the mainland only: no residence permits, 18 characters, capital X
  const fits = typeof no === 'string' && /^[1-7]\d{16}[\dX]$/.test(no) && checkResidentId(no).ok;
  if (!fits) throw new WechatError(84015);
  return { name, no };
}

/**
 * Begins a verification.
 * @throws WechatError 84010/84011 out_seq_no missing or malformed, 84012–84015 the certificate, 84016 or 40003 the openid,
 * 84019 the number was used before
 */
export function beginFace(context: WechatContext, body: Readonly<Record<string, unknown>>): { verify_id: string; expires_in: number } {
  const seq = body['out_seq_no'];
  if (seq === undefined || seq === '') throw new WechatError(84010);
  if (typeof seq !== 'string' || !/^[0-9A-Za-z_-]{5,32}$/.test(seq)) throw new WechatError(84011);
  const cert = checkCert(body['cert_info']);
  const openid = body['openid'];
  if (openid === undefined || openid === '') throw new WechatError(84016);
  if (typeof openid !== 'string' || !userByOpenid(context, openid)) throw new WechatError(40003);
  if (context.store.prepare('SELECT 1 FROM face WHERE out_seq_no = ?').get(seq) !== undefined) throw new WechatError(84019);
  const verifyId = randomBytes(48).toString('base64url');
  context.store
    .prepare('INSERT INTO face (verify_id, out_seq_no, openid, cert_name, cert_no, made_at) VALUES (?, ?, ?, ?, ?, ?)')
    .run(verifyId, seq, openid, cert.name, cert.no, context.clock.now());
  return { verify_id: verifyId, expires_in: LIFE_SECONDS };
}

/** A verification by its id. */
export function faceOf(context: WechatContext, verifyId: string): FaceRow | undefined {
  return context.store.prepare('SELECT * FROM face WHERE verify_id = ?').get(verifyId) as FaceRow | undefined;
}

/** Verifications of one openid, or all; newest first. */
export function faces(context: WechatContext, openid?: string): FaceRow[] {
  return context.store.prepare('SELECT * FROM face WHERE ? IS NULL OR openid = ? ORDER BY made_at DESC, rowid DESC').all(openid ?? null, openid ?? null) as FaceRow[];
}

/** True when an hour has gone since it was begun. */
export function faceExpired(context: WechatContext, row: FaceRow): boolean {
  return context.clock.now() - row.made_at > LIFE_SECONDS * 1000;
}

/**
 * What the authority library makes of a pass at the camera: the number unknown 10026, under another name 10003; otherwise it stays a pass.
 * Without people to ask, a pass is a pass.
 */
export async function settlePass(context: WechatContext, row: FaceRow): Promise<number> {
  const people = await context.people.all().catch(() => []);
  if (people.length === 0) return FACE_OUTCOMES.passed;
  const person = people.find((known) => known.idNumber.toUpperCase() === row.cert_no);
  if (!person) return 10026;
  return normaliseName(person.name) === normaliseName(row.cert_name) ? FACE_OUTCOMES.passed : 10003;
}

/** Writes how a verification ended; only the first end counts. */
export function endFace(context: WechatContext, verifyId: string, verifyRet: number): boolean {
  return context.store.prepare('UPDATE face SET verify_ret = ? WHERE verify_id = ? AND verify_ret IS NULL').run(verifyRet, verifyId).changes === 1;
}

function required(body: Readonly<Record<string, unknown>>, name: string, code: 84010 | 84016 | 84018 | 84021): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new WechatError(code);
  return value;
}

/**
 * The true result of a verification; 10300 while the person has not finished.
 * @throws WechatError 84021, 84010, 84016 missing fields; 84022 expired or unknown; 84020, 84017, 84018 what does not match
 */
export function queryFace(context: WechatContext, body: Readonly<Record<string, unknown>>): number {
  const row = faceOf(context, required(body, 'verify_id', 84021));
  const seq = required(body, 'out_seq_no', 84010);
  const openid = required(body, 'openid', 84016);
  const hash = required(body, 'cert_hash', 84018);
  if (!row || faceExpired(context, row)) throw new WechatError(84022);
  if (row.out_seq_no !== seq) throw new WechatError(84020);
  if (row.openid !== openid) throw new WechatError(84017);
  if (hash !== certHash('IDENTITY_CARD', row.cert_name, row.cert_no)) throw new WechatError(84018);
  return row.verify_ret ?? NOT_FINISHED;
}
