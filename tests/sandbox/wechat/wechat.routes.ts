import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { checkAccessToken, expireTokens, plainToken, stableToken } from './access.tokens.ts';
import { beginFace, queryFace } from './face.identification.ts';
import { sendSubscribeMessage } from './subscription.ledger.ts';
import { exchangeLoginCode, exchangePhoneCode } from './users.codes.ts';
import type { WechatContext } from './wechat.context.ts';
import { WechatError, contentTypeOf, errorBody } from './wechat.errors.ts';

type Query = Readonly<Record<string, string | undefined>>;

/** The calls that are served, by path; the value is the call's name for faults, planned errors and the log. */
export const WECHAT_CALLS: Readonly<Record<string, string>> = {
  '/sns/jscode2session': 'jscode2session',
  '/cgi-bin/stable_token': 'stable_token',
  '/cgi-bin/token': 'token',
  '/wxa/business/getuserphonenumber': 'getuserphonenumber',
  '/cgi-bin/message/subscribe/send': 'send',
  '/cityservice/face/identify/getverifyid': 'getverifyid',
  '/cityservice/face/identify/queryverifyinfo': 'queryverifyinfo',
};

function required(value: unknown, code: 41002 | 41004 | 41008): string {
  if (typeof value !== 'string' || value === '') throw new WechatError(code);
  return value;
}

function checkApp(context: WechatContext, given: Readonly<Record<string, unknown>>): void {
  const appId = required(given['appid'], 41002);
  const secret = required(given['secret'], 41004);
  if (appId !== context.appId) throw new WechatError(40013);
  if (secret !== context.appSecret) throw new WechatError(40125);
}

/** The JSON object of a POST, whatever content type it says: 43002 not a POST, 44002 nothing, 47001 not JSON or no object. */
function posted(request: FastifyRequest): Readonly<Record<string, unknown>> {
  if (request.method !== 'POST') throw new WechatError(43002);
  if (request.rawBody.length === 0) throw new WechatError(44002);
  try {
    const parsed: unknown = JSON.parse(request.rawBody.toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  } catch {
    // the same refusal as a body that is no object
  }
  throw new WechatError(47001);
}

function codeToSession(context: WechatContext, request: FastifyRequest): string {
  const query = request.query as Query;
  if (request.method !== 'GET') throw new WechatError(41002);
  required(query['appid'], 41002);
  required(query['secret'], 41004);
  const code = required(query['js_code'], 41008);
  if (query['grant_type'] !== 'authorization_code') throw new WechatError(40002);
  checkApp(context, query);
  const { openid, sessionKey } = exchangeLoginCode(context, code);
  return JSON.stringify({ session_key: sessionKey, openid });
}

function stable(context: WechatContext, request: FastifyRequest): string {
  const body = posted(request);
  checkApp(context, body);
  if (body['grant_type'] !== 'client_credential') throw new WechatError(40002);
  return JSON.stringify(stableToken(context, body['force_refresh'] === true));
}

function plain(context: WechatContext, request: FastifyRequest): string {
  const query = request.query as Query;
  checkApp(context, query);
  if (query['grant_type'] !== 'client_credential') throw new WechatError(40002);
  return JSON.stringify(plainToken(context));
}

/** A call that needs an access token and a JSON body. */
function withToken(run: (context: WechatContext, body: Readonly<Record<string, unknown>>) => string) {
  return (context: WechatContext, request: FastifyRequest): string => {
    if (request.method !== 'POST') throw new WechatError(43002);
    if (request.struckFaults.some((fault) => fault.kind === 'token-expired')) expireTokens(context);
    checkAccessToken(context, (request.query as Query)['access_token']);
    return run(context, posted(request));
  };
}

const phoneNumber = withToken((context, body) => {
  const code = body['code'];
  if (typeof code !== 'string' || code === '') throw new WechatError(40029);
  const openid = typeof body['openid'] === 'string' ? body['openid'] : undefined;
  const number = exchangePhoneCode(context, code, openid);
  const watermark = { timestamp: Math.floor(context.clock.now() / 1000), appid: context.appId };
  return JSON.stringify({ errcode: 0, errmsg: 'ok', phone_info: { phoneNumber: number, purePhoneNumber: number, countryCode: '86', watermark } });
});

// written by hand: the number is an int64 that JSON.stringify of a double would change
const subscribeSend = withToken((context, body) => `{"errcode":0,"errmsg":"ok","msgid":${sendSubscribeMessage(context, body)}}`);

const getVerifyId = withToken((context, body) => JSON.stringify({ errcode: 0, errmsg: 'ok', ...beginFace(context, body) }));

const queryVerifyInfo = withToken((context, body) => JSON.stringify({ errcode: 0, errmsg: '', verify_ret: queryFace(context, body) }));

const HANDLERS: Readonly<Record<string, (context: WechatContext, request: FastifyRequest) => string>> = {
  jscode2session: codeToSession,
  stable_token: stable,
  token: plain,
  getuserphonenumber: phoneNumber,
  send: subscribeSend,
  getverifyid: getVerifyId,
  queryverifyinfo: queryVerifyInfo,
};

function answer(context: WechatContext, path: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // the body goes out as bytes: Fastify would add a charset to the content type of a text
  void reply.code(200).header('content-type', contentTypeOf(path));
  const call = WECHAT_CALLS[path];
  try {
    const handler = call === undefined ? undefined : HANDLERS[call];
    if (call === undefined || !handler) throw new WechatError(40066);
    context.errors.strike(call);
    return reply.send(Buffer.from(handler(context, request)));
  } catch (error) {
    if (!(error instanceof WechatError)) throw error;
    return reply.send(Buffer.from(errorBody(error, path, context.clock.now())));
  }
}

/** WeChat's own paths; every refusal is HTTP 200 with an errcode, a path it does not have is 40066. */
export function wechatRoutes(app: FastifyInstance, context: WechatContext): void {
  for (const path of Object.keys(WECHAT_CALLS)) {
    app.route({ method: ['GET', 'POST'], url: path, handler: async (request, reply) => answer(context, path, request, reply) });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (path.startsWith('/control')) return reply.code(404).send({ error: 'no such control call' });
    return answer(context, path, request, reply);
  });
}
