import type { FastifyInstance } from 'fastify';
import type { FaultTable } from '../kit/index.ts';
import { afterOf, controlBody, controlRoutes, controlText, refuseControl, requiredText } from '../kit/stand-in.control.ts';
import { SEND_CODES, limitsHold, switchLimits, type SendCode, type SmsContext } from './sms.sending.ts';

interface MessageRow {
  readonly id: number;
  readonly at: number;
  readonly mobile: string;
  readonly template_id: string;
  readonly params: string;
  readonly text: string;
}

function messages(context: SmsContext, after: number, mobile?: string): object[] {
  const rows = context.store.prepare('SELECT * FROM message WHERE id > ? AND (? IS NULL OR mobile = ?) ORDER BY id').all(after, mobile ?? null, mobile ?? null) as MessageRow[];
  return rows.map((row) => ({
    id: row.id,
    at: new Date(row.at).toISOString(),
    mobile: row.mobile,
    templateId: row.template_id,
    params: JSON.parse(row.params) as string[],
    text: row.text,
  }));
}

function mobileIn(text: string): string {
  return /^1[3-9]\d{9}$/.test(text) ? text : refuseControl('mobile must be 11 digits');
}

function planCodes(app: FastifyInstance, context: SmsContext): void {
  app.post('/control/codes', async (request) => {
    const body = controlBody(request.body);
    const code = requiredText(body, 'code');
    if (code === 'Ok' || !Object.hasOwn(SEND_CODES, code)) refuseControl('code must be a refusal of SendStatusSet this stand-in knows');
    const times = body['times'] ?? 1;
    if (!Number.isInteger(times) || (times as number) < 1) refuseControl('times must be a whole number above 0');
    const mobile = controlText(body, 'mobile');
    context.planned.push({ code: code as SendCode, left: times as number, ...(mobile === undefined ? {} : { mobile: mobileIn(mobile) }) });
    return { planned: context.planned.length };
  });
  app.post('/control/blacklist', async (request) => {
    const body = controlBody(request.body);
    const mobile = mobileIn(requiredText(body, 'mobile'));
    const sql = body['listed'] === false ? 'DELETE FROM unwilling WHERE mobile = ?' : 'INSERT OR IGNORE INTO unwilling (mobile) VALUES (?)';
    context.store.prepare(sql).run(mobile);
    return { mobile, listed: body['listed'] !== false };
  });
}

/** Everything under `/control`: the phones' inboxes, limits, planned codes, and what every stand-in has. */
export function smsControl(app: FastifyInstance, context: SmsContext, faults: FaultTable): void {
  controlRoutes(app, {
    store: context.store,
    clock: context.clock,
    faults,
    callOf: (path, headers) => (path === '/' ? String(headers['x-tc-action'] ?? 'unknown') : undefined),
    reset: () => {
      context.store.exec('DELETE FROM message; DELETE FROM unwilling;');
      switchLimits(context.store, true);
      context.planned = [];
    },
  });
  app.get('/control/messages', async (request) => {
    const mobile = (request.query as Record<string, string | undefined>)['mobile'];
    return { items: messages(context, afterOf(request.query), mobile) };
  });
  app.get('/control/limits', async () => ({ enabled: limitsHold(context.store) }));
  app.post('/control/limits', async (request) => {
    const enabled = controlBody(request.body)['enabled'];
    if (typeof enabled !== 'boolean') refuseControl('enabled must be true or false');
    switchLimits(context.store, enabled as boolean);
    return { enabled };
  });
  planCodes(app, context);
}
