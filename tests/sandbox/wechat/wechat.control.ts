import type { FastifyInstance } from 'fastify';
import { afterOf, controlBody, controlRoutes, controlText, refuseControl, requiredText, writeSetting } from '../kit/stand-in.control.ts';
import { FACE_OUTCOMES, endFace, faceExpired, faceOf, faces, settlePass, type FaceOutcomeName, type FaceRow } from './face.identification.ts';
import { SUBSCRIPTION_RESULTS, deliveredMessages, quotas, recordSubscription, templateById } from './subscription.ledger.ts';
import { allUsers, mintCode, saveUser, userByOpenid, userOf, type WechatUser } from './users.codes.ts';
import type { WechatContext } from './wechat.context.ts';
import { WECHAT_CALLS } from './wechat.routes.ts';
import { WECHAT_TABLES } from './wechat.schema.ts';

type Body = Readonly<Record<string, unknown>>;

function timesOf(body: Body): number {
  const times = body['times'] ?? 1;
  if (!Number.isInteger(times) || (times as number) < 1) refuseControl('times must be a whole number above 0');
  return times as number;
}

function planErrcode(context: WechatContext, body: Body): void {
  const errcode = body['errcode'];
  const planned = typeof errcode === 'number' && context.errors.add(controlText(body, 'on') ?? '*', errcode, timesOf(body));
  if (!planned) refuseControl('errcode must be a code this stand-in knows');
}

function general(app: FastifyInstance, context: WechatContext): void {
  controlRoutes(app, {
    store: context.store,
    clock: context.clock,
    faults: context.faults,
    callOf: (path) => WECHAT_CALLS[path],
    reset: () => {
      for (const table of WECHAT_TABLES) context.store.exec(`DELETE FROM ${table}`);
      context.errors.clear();
      context.people.clear();
    },
    moreFaults: ['token-expired'],
  });
  app.post('/control/errors', async (request) => {
    planErrcode(context, controlBody(request.body));
    return { planned: true };
  });
  app.delete('/control/errors', async () => {
    context.errors.clear();
    return { cleared: true };
  });
  app.post('/control/pages', async (request) => {
    const pages = controlBody(request.body)['pages'];
    if (!Array.isArray(pages) || !pages.every((page) => typeof page === 'string')) refuseControl('pages must be a list of texts');
    context.pages = pages as string[];
    writeSetting(context.store, 'pages', JSON.stringify(pages));
    return { pages };
  });
}

async function userIn(context: WechatContext, body: Body): Promise<WechatUser> {
  const openid = controlText(body, 'openid');
  if (openid === undefined) return userOf(context, requiredText(body, 'key'));
  return userByOpenid(context, openid) ?? refuseControl('no user has this openid', 404);
}

function users(app: FastifyInstance, context: WechatContext): void {
  app.get('/control/users', async () => ({ items: allUsers(context) }));
  app.post('/control/users', async (request) => {
    const body = controlBody(request.body);
    const [mobile, name, idNumber] = [controlText(body, 'mobile'), controlText(body, 'name'), controlText(body, 'idNumber')];
    if (mobile !== undefined && !/^1[3-9]\d{9}$/.test(mobile)) refuseControl('mobile must be 11 digits');
    return saveUser(context, { key: requiredText(body, 'key'), ...(mobile ? { mobile } : {}), ...(name ? { name } : {}), ...(idNumber ? { idNumber } : {}) });
  });
  app.post('/control/login-codes', async (request) => {
    const body = controlBody(request.body);
    const { openid } = await userIn(context, body);
    const appId = controlText(body, 'appId');
    return { code: mintCode(context, { kind: 'login', openid, ...(appId ? { appId } : {}) }), openid };
  });
  app.post('/control/phone-codes', async (request) => {
    const body = controlBody(request.body);
    const user = await userIn(context, body);
    const [appId, mobile] = [controlText(body, 'appId'), controlText(body, 'mobile')];
    const code = mintCode(context, { kind: 'phone', openid: user.openid, mobile: mobile ?? user.mobile, ...(appId ? { appId } : {}) });
    return { code, openid: user.openid };
  });
}

function subscriptions(app: FastifyInstance, context: WechatContext): void {
  app.get('/control/templates', async () => ({ items: context.templates }));
  app.get('/control/subscriptions', async (request) => {
    const key = (request.query as Record<string, string | undefined>)['key'];
    return { items: quotas(context, key === undefined ? undefined : (await userOf(context, key)).openid) };
  });
  app.post('/control/subscriptions', async (request) => {
    const body = controlBody(request.body);
    const { openid } = await userIn(context, body);
    const template = templateById(context, requiredText(body, 'templateId')) ?? refuseControl('no template has this id', 404);
    const result = SUBSCRIPTION_RESULTS.find((known) => known === body['result']) ?? refuseControl(`result must be one of ${SUBSCRIPTION_RESULTS.join(', ')}`);
    return recordSubscription(context, openid, template, result);
  });
  app.get('/control/messages', async (request) => {
    const key = (request.query as Record<string, string | undefined>)['key'];
    return { items: deliveredMessages(context, afterOf(request.query), key) };
  });
}

function shownFace(context: WechatContext, row: FaceRow): object {
  const state = row.verify_ret !== null ? 'finished' : faceExpired(context, row) ? 'expired' : 'waiting';
  const base = { verifyId: row.verify_id, outSeqNo: row.out_seq_no, openid: row.openid, state, at: new Date(row.made_at).toISOString() };
  return row.verify_ret === null ? base : { ...base, verifyRet: row.verify_ret };
}

function outcomeOf(body: Body): FaceOutcomeName {
  const outcome = requiredText(body, 'outcome');
  if (!Object.hasOwn(FACE_OUTCOMES, outcome)) refuseControl(`outcome must be one of ${Object.keys(FACE_OUTCOMES).join(', ')}`);
  return outcome as FaceOutcomeName;
}

function face(app: FastifyInstance, context: WechatContext): void {
  app.get('/control/face', async (request) => {
    const key = (request.query as Record<string, string | undefined>)['key'];
    const openid = key === undefined ? undefined : (await userOf(context, key)).openid;
    return { items: faces(context, openid).map((row) => shownFace(context, row)) };
  });
  app.post('/control/face/:verifyId', async (request) => {
    const { verifyId } = request.params as { verifyId: string };
    const row = faceOf(context, verifyId) ?? refuseControl('no verification has this id', 404);
    const body = controlBody(request.body);
    const given = body['verifyRet'];
    const wanted = Number.isInteger(given) ? (given as number) : FACE_OUTCOMES[outcomeOf(body)];
    if (faceExpired(context, row)) refuseControl('this verification is past its hour', 409);
    const verifyRet = wanted === FACE_OUTCOMES.passed ? await settlePass(context, row) : wanted;
    if (!endFace(context, verifyId, verifyRet)) refuseControl('this verification is finished already', 409);
    return { verifyId, verifyRet };
  });
}

/** Everything under `/control`: what users do in WeChat, and what a test may ask. */
export function wechatControl(app: FastifyInstance, context: WechatContext): void {
  general(app, context);
  users(app, context);
  subscriptions(app, context);
  face(app, context);
}
