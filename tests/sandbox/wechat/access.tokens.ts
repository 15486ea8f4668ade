import { randomBytes } from 'node:crypto';
import type { WechatContext } from './wechat.context.ts';
import { WechatError } from './wechat.errors.ts';

const LIFE_MS = 7200_000;
/** A renewed token and the one before it are both good for this long. */
const OVERLAP_MS = 300_000;
const FORCE_GAP_MS = 30_000;
const FORCES_A_DAY = 20;
const PLAIN_A_DAY = 2000;
const DAY_MS = 24 * 3600_000;

interface TokenRow {
  readonly token: string;
  readonly made_at: number;
  readonly expires_at: number;
  readonly killed: number;
}

/** A token as handed out, with the seconds it still lives. */
export interface HandedToken {
  readonly access_token: string;
  readonly expires_in: number;
}

function make(context: WechatContext, family: 'stable' | 'plain'): HandedToken {
  const now = context.clock.now();
  const token = `${family === 'stable' ? '91' : '90'}_${randomBytes(96).toString('base64url')}`;
  context.store.prepare('INSERT INTO access_token (token, family, made_at, expires_at) VALUES (?, ?, ?, ?)').run(token, family, now, now + LIFE_MS);
  return { access_token: token, expires_in: LIFE_MS / 1000 };
}

function newest(context: WechatContext, family: 'stable' | 'plain'): TokenRow | undefined {
  return context.store
    .prepare('SELECT * FROM access_token WHERE family = ? AND killed = 0 AND expires_at > ? ORDER BY expires_at DESC LIMIT 1')
    .get(family, context.clock.now()) as TokenRow | undefined;
}

/**
 * `stable_token`: repeated calls give the same token with the seconds left; in its last five minutes a new one is made and both
 * are good. Force mode kills the earlier one, at most every 30 seconds (sooner: not refreshed) and 20 times a day.
 */
export function stableToken(context: WechatContext, force: boolean): HandedToken {
  const now = context.clock.now();
  const live = newest(context, 'stable');
  const forces = context.store.prepare('SELECT COUNT(*) AS n, MAX(at) AS last FROM forced_refresh WHERE at > ?').get(now - DAY_MS) as { n: number; last: number | null };
  const refresh = force && (forces.last === null || now - forces.last >= FORCE_GAP_MS);
  if (refresh) {
    if (forces.n >= FORCES_A_DAY) throw new WechatError(45009);
    context.store.prepare('INSERT INTO forced_refresh (at) VALUES (?)').run(now);
    context.store.prepare("UPDATE access_token SET killed = 1 WHERE family = 'stable'").run();
    return make(context, 'stable');
  }
  if (!live || live.expires_at - now < OVERLAP_MS) return make(context, 'stable');
  return { access_token: live.token, expires_in: Math.floor((live.expires_at - now) / 1000) };
}

/** `token`, the old way: each call makes a new one, the earlier stays good about five minutes; 2,000 a day; stable tokens untouched. */
export function plainToken(context: WechatContext): HandedToken {
  const now = context.clock.now();
  const { n } = context.store.prepare("SELECT COUNT(*) AS n FROM access_token WHERE family = 'plain' AND made_at > ?").get(now - DAY_MS) as { n: number };
  if (n >= PLAIN_A_DAY) throw new WechatError(45009);
  context.store.prepare("UPDATE access_token SET expires_at = MIN(expires_at, ?) WHERE family = 'plain'").run(now + OVERLAP_MS);
  return make(context, 'plain');
}

/** Lets every token handed out so far expire: the next call answers 42001, the next token is a new one. */
export function expireTokens(context: WechatContext): void {
  context.store.prepare('UPDATE access_token SET expires_at = MIN(expires_at, ?)').run(context.clock.now());
}

/** @throws WechatError 41001 missing, 40014 not a token, 40001 not the latest, 42001 expired */
export function checkAccessToken(context: WechatContext, token: string | undefined): void {
  if (token === undefined || token === '') throw new WechatError(41001);
  if (!/^\d{2}_[0-9A-Za-z_-]{60,500}$/.test(token)) throw new WechatError(40014);
  const row = context.store.prepare('SELECT * FROM access_token WHERE token = ?').get(token) as TokenRow | undefined;
  if (!row || row.killed === 1) throw new WechatError(40001);
  if (row.expires_at <= context.clock.now()) throw new WechatError(42001);
}
