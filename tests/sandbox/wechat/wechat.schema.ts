import { SETTING_SCHEMA } from '../kit/stand-in.control.ts';

/** The tables of the stand-in; repeatable. Times are unix milliseconds of the stand-in's clock. */
export const WECHAT_SCHEMA = `
${SETTING_SCHEMA}
CREATE TABLE IF NOT EXISTS wechat_user (
  key TEXT PRIMARY KEY, openid TEXT NOT NULL UNIQUE, mobile TEXT NOT NULL, name TEXT, id_number TEXT, session_key TEXT
);
CREATE TABLE IF NOT EXISTS code (
  code TEXT PRIMARY KEY, kind TEXT NOT NULL, app_id TEXT NOT NULL, openid TEXT NOT NULL, mobile TEXT, made_at INTEGER NOT NULL, used_at INTEGER
);
CREATE TABLE IF NOT EXISTS access_token (
  token TEXT PRIMARY KEY, family TEXT NOT NULL, made_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, killed INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS forced_refresh (at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS subscription (
  openid TEXT NOT NULL, template_id TEXT NOT NULL, sends INTEGER NOT NULL, standing INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (openid, template_id)
);
CREATE TABLE IF NOT EXISTS message (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, openid TEXT NOT NULL, template_id TEXT NOT NULL, page TEXT, data TEXT NOT NULL, msgid TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS face (
  verify_id TEXT PRIMARY KEY, out_seq_no TEXT NOT NULL UNIQUE, openid TEXT NOT NULL, cert_name TEXT NOT NULL, cert_no TEXT NOT NULL,
  made_at INTEGER NOT NULL, verify_ret INTEGER
);
`;

/** Every table but the settings, for a reset. */
export const WECHAT_TABLES = ['wechat_user', 'code', 'access_token', 'forced_refresh', 'subscription', 'message', 'face'] as const;
