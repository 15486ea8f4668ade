import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createServer, injectFaults } from '../../kit/index.ts';
import { TRANSACTIONS } from '../transactions/index.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { answered, envelope, withOwnFaults, type Body, type GatewayAnswer, type GatewaySettings, type Head } from './answer.ts';
import { callersNumber, unfitField } from './field.checks.ts';
import { handInMaterial, MATERIAL_LIMIT_BYTES } from './material.route.ts';
import { askedOnce, hashOf } from './request.log.ts';
import { refusalOfSignature, signatureOf, signedHeaders } from './signature.ts';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? '';

function callOf(request: FastifyRequest): string | undefined {
  if (pathOf(request) === '/materials') return 'CL1001';
  if (pathOf(request) !== '/gateway') return undefined;
  const head = isObject(request.body) ? request.body['head'] : undefined;
  return isObject(head) && typeof head['JYDM'] === 'string' ? head['JYDM'] : 'gateway';
}

function runTransaction(settings: GatewaySettings, transaction: Transaction, head: Head, body: Body, dropLine: () => void): GatewayAnswer {
  const { core } = settings;
  const run = (): Record<string, unknown> => transaction.run({ core, requestNo: head.QQLSH, body, dropLine });
  if (transaction.writes) return askedOnce(core, head.QQLSH, head.JYDM, hashOf(body), run);
  return core.atomically(() => answered(core, () => ({ code: '000000', body: run() })));
}

function handleEnvelope(settings: GatewaySettings, request: FastifyRequest): { status: number; head: Head; answer: GatewayAnswer } {
  const unknown: Head = { JYDM: '', QQLSH: '' };
  const given = request.body;
  if (!isObject(given) || !isObject(given['head'])) return { status: 400, head: unknown, answer: { code: '100001', body: { ZD: 'head' } } };
  const said = given['head'];
  const head: Head = { JYDM: String(said['JYDM'] ?? ''), QQLSH: String(said['QQLSH'] ?? '') };
  const refuse = (code: string, field?: string): { status: number; head: Head; answer: GatewayAnswer } => ({ status: 200, head, answer: { code, body: field === undefined ? {} : { ZD: field } } });
  if (!callersNumber(said['QQLSH'])) return refuse('100001', 'QQLSH');
  const transaction = Object.hasOwn(TRANSACTIONS, head.JYDM) ? TRANSACTIONS[head.JYDM] : undefined;
  if (transaction === undefined) return refuse('100002');
  if (!isObject(given['body'])) return refuse('100001', 'body');
  const unfit = unfitField(transaction.fields, given['body']);
  if (unfit !== undefined) return refuse('100001', unfit);
  const body = given['body'];
  const dropLine = (): void => void request.struckFaults.push({ on: head.JYDM, kind: 'drop-after' });
  return { status: 200, head, answer: withOwnFaults(settings, request, () => runTransaction(settings, transaction, head, body, dropLine)) };
}

function signReplies(app: FastifyInstance, settings: GatewaySettings): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const nonce = request.headers['x-core-nonce'];
    const foreign = request.struckFaults.some((fault) => fault.kind === 'status') || request.headers['x-core-key'] !== settings.key.keyId;
    if (callOf(request) === undefined || foreign || typeof nonce !== 'string') return payload;
    const bytes = typeof payload === 'string' ? payload : '';
    const headers = signedHeaders(settings.key.keyId, settings.key.secret, 'REPLY', request.url, settings.machineNow(), nonce, bytes);
    void reply.headers({ ...headers });
    if (request.struckFaults.some((fault) => fault.kind === 'bad-sign')) {
      void reply.header('X-Core-Sign', signatureOf(`not ${settings.key.secret}`, 'REPLY', request.url, headers['X-Core-Time'], nonce, bytes));
    }
    return payload;
  });
}

function refuseUnsigned(app: FastifyInstance, settings: GatewaySettings): void {
  app.addHook('preHandler', async (request, reply) => {
    if (callOf(request) === undefined || reply.sent) return;
    const code = refusalOfSignature(settings.core, settings.key, { method: request.method, path: request.url, headers: request.headers, body: request.rawBody }, settings.machineNow());
    if (code !== undefined) return reply.code(401).send(envelope(settings.core, { JYDM: '', QQLSH: '' }, { code, body: {} }));
  });
}

/** The core's front: POST /gateway, POST /materials, GET /health. */
export function gatewayServer(settings: GatewaySettings): FastifyInstance {
  const app = createServer({ lenientJson: true });
  injectFaults(app, settings.faults, callOf);
  signReplies(app, settings);
  refuseUnsigned(app, settings);
  app.post('/gateway', async (request, reply) => {
    const { status, head, answer } = handleEnvelope(settings, request);
    return reply.code(status).send(envelope(settings.core, head, answer));
  });
  app.post('/materials', { bodyLimit: MATERIAL_LIMIT_BYTES }, async (request, reply) => handInMaterial(settings, request, reply));
  app.get('/health', async (request, reply: FastifyReply) => {
    if (settings.faults.isDown()) {
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    }
    return { status: 'ok', name: 'core-fund' };
  });
  app.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    const answer: GatewayAnswer = status < 500 ? { code: '100001', body: { ZD: 'body' } } : { code: '900500', body: {} };
    return reply.code(status).send(envelope(settings.core, { JYDM: '', QQLSH: '' }, answer));
  });
  return app;
}
