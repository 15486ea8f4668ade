import { createHash, randomBytes } from 'node:crypto';
import type { WechatContext } from './wechat.context.ts';
import { WechatError } from './wechat.errors.ts';

const CODE_LIFE_MS = 300_000;
const EXCHANGES_A_MINUTE = 100;

/** A person who uses WeChat; the key is the test's name for them. */
export interface WechatUser {
  readonly key: string;
  readonly openid: string;
  readonly mobile: string;
  readonly name?: string;
  readonly idNumber?: string;
}

interface UserRow {
  readonly key: string;
  readonly openid: string;
  readonly mobile: string;
  readonly name: string | null;
  readonly id_number: string | null;
}

const shown = (row: UserRow): WechatUser => ({
  key: row.key,
  openid: row.openid,
  mobile: row.mobile,
  ...(row.name === null ? {} : { name: row.name }),
  ...(row.id_number === null ? {} : { idNumber: row.id_number }),
});

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The same key gives the same openid in the same mini-program, always. */
export function openidOf(appId: string, key: string): string {
  return `o${digest(`${appId}:${key}`).toString('base64url').slice(0, 27)}`;
}

/** A mobile for somebody nobody knows: stable, and of the pattern. */
function mobileOf(key: string): string {
  return `139${String(digest(`mobile:${key}`).readUInt32BE(0) % 100_000_000).padStart(8, '0')}`;
}

export function userByOpenid(context: WechatContext, openid: string): WechatUser | undefined {
  const row = context.store.prepare('SELECT * FROM wechat_user WHERE openid = ?').get(openid) as UserRow | undefined;
  return row && shown(row);
}

export function allUsers(context: WechatContext): WechatUser[] {
  return (context.store.prepare('SELECT * FROM wechat_user ORDER BY key').all() as UserRow[]).map(shown);
}

/** Writes what is known of a user; what is not given stays. */
export function saveUser(context: WechatContext, user: { key: string; mobile?: string; name?: string; idNumber?: string }): WechatUser {
  context.store
    .prepare(
      `INSERT INTO wechat_user (key, openid, mobile, name, id_number) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET mobile = COALESCE(?, mobile), name = COALESCE(?, name), id_number = COALESCE(?, id_number)`,
    )
    .run(user.key, openidOf(context.appId, user.key), user.mobile ?? mobileOf(user.key), user.name ?? null, user.idNumber ?? null, user.mobile ?? null, user.name ?? null, user.idNumber ?? null);
  const row = context.store.prepare('SELECT * FROM wechat_user WHERE key = ?').get(user.key) as UserRow;
  return shown(row);
}

/**
 * The user of a key: known, or one of the people, or somebody new made on the spot. Somebody made up while the people did not answer
 * becomes who they are once they do.
 */
export async function userOf(context: WechatContext, key: string): Promise<WechatUser> {
  const row = context.store.prepare('SELECT * FROM wechat_user WHERE key = ?').get(key) as UserRow | undefined;
  if (row && (row.id_number !== null || row.mobile !== mobileOf(key))) return shown(row);
  const person = await context.people.byKey(key).catch(() => undefined);
  return saveUser(context, person ? { key, mobile: person.mobile, name: person.name, idNumber: person.idNumber } : { key });
}

/** What `wx.login` (login) or the getPhoneNumber button (phone) hands to the page. */
export function mintCode(context: WechatContext, code: { kind: 'login' | 'phone'; openid: string; appId?: string; mobile?: string }): string {
  const text = code.kind === 'login' ? `0${randomBytes(24).toString('base64url').slice(0, 31)}` : randomBytes(32).toString('hex');
  context.store
    .prepare('INSERT INTO code (code, kind, app_id, openid, mobile, made_at) VALUES (?, ?, ?, ?, ?, ?)')
    .run(text, code.kind, code.appId ?? context.appId, code.openid, code.mobile ?? null, context.clock.now());
  return text;
}

interface CodeRow {
  readonly code: string;
  readonly app_id: string;
  readonly openid: string;
  readonly mobile: string | null;
  readonly made_at: number;
  readonly used_at: number | null;
}

function findCode(context: WechatContext, kind: 'login' | 'phone', code: string): CodeRow | undefined {
  return context.store.prepare('SELECT * FROM code WHERE kind = ? AND code = ?').get(kind, code) as CodeRow | undefined;
}

function useCode(context: WechatContext, code: string): void {
  context.store.prepare('UPDATE code SET used_at = ? WHERE code = ?').run(context.clock.now(), code);
}

/**
 * Exchanges a login code. Five minutes, once, for the app it was made for.
 * @throws WechatError 40029 unknown, expired or of another app; 40163 used; 45011 more than 100 a minute for one user
 */
export function exchangeLoginCode(context: WechatContext, code: string): { openid: string; sessionKey: string } {
  const now = context.clock.now();
  const row = findCode(context, 'login', code);
  if (!row || row.app_id !== context.appId) throw new WechatError(40029);
  if (row.used_at !== null) throw new WechatError(40163);
  if (now - row.made_at > CODE_LIFE_MS) throw new WechatError(40029);
  const { n } = context.store.prepare("SELECT COUNT(*) AS n FROM code WHERE kind = 'login' AND openid = ? AND used_at > ?").get(row.openid, now - 60_000) as { n: number };
  if (n >= EXCHANGES_A_MINUTE) throw new WechatError(45011);
  useCode(context, code);
  const sessionKey = randomBytes(16).toString('base64');
  context.store.prepare('UPDATE wechat_user SET session_key = ? WHERE openid = ?').run(sessionKey, row.openid);
  return { openid: row.openid, sessionKey };
}

/**
 * Exchanges a phone code for the number the user picked. Five minutes, once; an openid given along must be the one that tapped.
 * @throws WechatError 40013 of another app; 40029 unknown, used or expired; 40003 another user's
 */
export function exchangePhoneCode(context: WechatContext, code: string, openid: string | undefined): string {
  const row = findCode(context, 'phone', code);
  if (row && row.app_id !== context.appId) throw new WechatError(40013);
  if (!row || row.used_at !== null || context.clock.now() - row.made_at > CODE_LIFE_MS) throw new WechatError(40029);
  if (openid !== undefined && openid !== row.openid) throw new WechatError(40003);
  useCode(context, code);
  return row.mobile ?? userByOpenid(context, row.openid)?.mobile ?? '';
}
