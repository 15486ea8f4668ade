import type { WechatContext } from './wechat.context.ts';
import { WechatError } from './wechat.errors.ts';
import { dataFault, type MessageTemplate } from './template.fields.ts';

/** What the panel of `wx.requestSubscribeMessage` gave, or the user did later in 服务通知. */
export const SUBSCRIPTION_RESULTS = ['accept', 'reject', 'ban', 'filter', 'turned-off'] as const;
export type SubscriptionResult = (typeof SUBSCRIPTION_RESULTS)[number];

/** What is left for one user and template. */
export interface Quota {
  readonly openid: string;
  readonly templateId: string;
  readonly sends: number;
  readonly standing: boolean;
}

interface QuotaRow {
  readonly openid: string;
  readonly template_id: string;
  readonly sends: number;
  readonly standing: number;
}

export function templateById(context: WechatContext, id: unknown): MessageTemplate | undefined {
  return context.templates.find((template) => template.id === id);
}

export function quotas(context: WechatContext, openid?: string): Quota[] {
  const rows = context.store.prepare('SELECT * FROM subscription WHERE ? IS NULL OR openid = ? ORDER BY openid').all(openid ?? null, openid ?? null) as QuotaRow[];
  return rows.map((row) => ({ openid: row.openid, templateId: row.template_id, sends: row.sends, standing: row.standing === 1 }));
}

/**
 * Keeps the ledger: an accept of a one-time template adds one send, of a long-term template turns it on; turning off in 服务通知 or
 * a ban takes everything; a reject or filter in the panel changes nothing.
 */
export function recordSubscription(context: WechatContext, openid: string, template: MessageTemplate, result: SubscriptionResult): Quota {
  const put = context.store.prepare(
    `INSERT INTO subscription (openid, template_id, sends, standing) VALUES (@openid, @id, @sends, @standing)
     ON CONFLICT (openid, template_id) DO UPDATE SET sends = sends + @sends, standing = MAX(standing, @standing)`,
  );
  const accepted = result === 'accept';
  put.run({ openid, id: template.id, sends: accepted && template.type === 2 ? 1 : 0, standing: accepted && template.type === 3 ? 1 : 0 });
  if (result === 'ban' || result === 'turned-off') {
    context.store.prepare('UPDATE subscription SET sends = 0, standing = 0 WHERE openid = ? AND template_id = ?').run(openid, template.id);
  }
  const left = quotas(context, openid).find((quota) => quota.templateId === template.id);
  return left ?? { openid, templateId: template.id, sends: 0, standing: false };
}

/** An int64 beyond 2^53 that a JSON number parsed as a double would change. */
function messageNumber(sequence: number): string {
  return String(1988810812324364290n + BigInt(sequence) * 256n + 1n);
}

function checkPage(context: WechatContext, page: unknown, state: string): string | null {
  if (page === undefined) return null;
  if (typeof page !== 'string') throw new WechatError(41030);
  const path = page.split('?')[0] ?? '';
  const known = context.pages.length === 0 ? /^[0-9A-Za-z_-]+(\/[0-9A-Za-z_-]+)+$/.test(path) : context.pages.includes(path);
  if (state === 'formal' && !known) throw new WechatError(41030);
  return page;
}

function oneOf(value: unknown, allowed: readonly string[], fallback: string): string {
  if (value === undefined) return fallback;
  if (typeof value !== 'string' || !allowed.includes(value)) throw new WechatError(40097);
  return value;
}

/** Takes one send of the quota; false when there is none. */
function spend(context: WechatContext, openid: string, template: MessageTemplate): boolean {
  const sql =
    template.type === 3
      ? 'UPDATE subscription SET sends = sends WHERE openid = ? AND template_id = ? AND standing = 1'
      : 'UPDATE subscription SET sends = sends - 1 WHERE openid = ? AND template_id = ? AND sends > 0';
  return context.store.prepare(sql).run(openid, template.id).changes === 1;
}

/**
 * Sends one subscribe message and gives its number, an int64 as text.
 * @throws WechatError 40003, 40037, 40097, 41030, 47003, 43101 in this order
 */
export function sendSubscribeMessage(context: WechatContext, body: Readonly<Record<string, unknown>>): string {
  const openid = body['touser'];
  const known = typeof openid === 'string' && context.store.prepare('SELECT 1 FROM wechat_user WHERE openid = ?').get(openid) !== undefined;
  if (!known) throw new WechatError(40003);
  const template = templateById(context, body['template_id']);
  if (!template) throw new WechatError(40037);
  const state = oneOf(body['miniprogram_state'], ['developer', 'trial', 'formal'], 'formal');
  oneOf(body['lang'], ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'], 'zh_CN');
  const page = checkPage(context, body['page'], state);
  const fault = dataFault(template, body['data']);
  if (fault !== undefined) throw new WechatError(47003, fault);
  return context.store.transaction(() => {
    if (!spend(context, openid, template)) throw new WechatError(43101);
    const { lastInsertRowid } = context.store
      .prepare("INSERT INTO message (at, openid, template_id, page, data, msgid) VALUES (?, ?, ?, ?, ?, '')")
      .run(context.clock.now(), openid, template.id, page, JSON.stringify(body['data']));
    const msgid = messageNumber(Number(lastInsertRowid));
    context.store.prepare('UPDATE message SET msgid = ? WHERE id = ?').run(msgid, lastInsertRowid);
    return msgid;
  })();
}

/** A delivered message as the user reads it in 服务通知. */
export interface DeliveredMessage {
  readonly id: number;
  readonly at: string;
  readonly key: string;
  readonly openid: string;
  readonly templateId: string;
  readonly title: string;
  readonly page?: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly text: string;
  readonly msgid: string;
}

interface MessageRow {
  readonly id: number;
  readonly at: number;
  readonly key: string;
  readonly openid: string;
  readonly template_id: string;
  readonly page: string | null;
  readonly data: string;
  readonly msgid: string;
}

/** Delivered messages after an id, of one user or of all, oldest first. */
export function deliveredMessages(context: WechatContext, after: number, key?: string): DeliveredMessage[] {
  const rows = context.store
    .prepare('SELECT message.*, wechat_user.key FROM message JOIN wechat_user USING (openid) WHERE message.id > ? AND (? IS NULL OR wechat_user.key = ?) ORDER BY message.id')
    .all(after, key ?? null, key ?? null) as MessageRow[];
  return rows.map((row) => {
    const template = templateById(context, row.template_id);
    const data = JSON.parse(row.data) as Record<string, { value: string }>;
    const lines = (template?.fields ?? []).map((field) => ({ label: field.label, value: data[field.key]?.value ?? '' }));
    const text = lines.map((line) => `${line.label}：${line.value}`).join('\n');
    const { id, openid, msgid } = row;
    const shown = { id, at: new Date(row.at).toISOString(), key: row.key, openid, templateId: row.template_id, title: template?.title ?? '', lines, text, msgid };
    return row.page === null ? shown : { ...shown, page: row.page };
  });
}
