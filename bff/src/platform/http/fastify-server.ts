import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../clock.ts';
import { Metrics } from '../health/metrics.ts';
import { Log } from '../logging/log.ts';
import { requestContext } from '../logging/request-context.ts';
import { Refusal } from '../refusal.ts';
import { isDeeperThan } from './json-depth.ts';
import { problemHeaders, problemOf, rawProblem } from './problem-of.ts';
import type { RouteTable } from './route-table.ts';

const MAX_BODY_BYTES = 1024 * 1024;
/** No body of the contract comes near it; what reads bodies may then call itself for each level. */
const MAX_BODY_DEPTH = 16;
/** How long a request may take to arrive: 10 MB over a slow line. */
const ARRIVAL_MS = 60_000;
/** Proxies we believe about the caller's address: those on our own network. */
const OUR_PROXIES = ['loopback', 'linklocal', 'uniquelocal'];

const requestIdOf = (request: IncomingMessage): string => {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : randomUUID();
};

const STATUS_OF_BROKEN: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

function answerBroken(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  socket.end(rawProblem(STATUS_OF_BROKEN[error.code ?? ''] ?? 400, randomUUID()));
}

/** Fastify as the BFF uses it: limits, request ids, and problem+json for what never reaches a route. */
export function fastifyAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: OUR_PROXIES,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: ARRIVAL_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: requestIdOf,
    clientErrorHandler: answerBroken,
    multipart: false,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      // an address longer than any id of ours names nothing
      const problem = problemOf(error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? { statusCode: 404 } : error, request.id);
      void reply.status(problem.status).headers(problemHeaders(problem)).send(JSON.stringify(problem));
    },
  });
}

/** JSON and nothing else; keeps the raw bytes for signatures. An empty body is no body. */
function readJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    (request as FastifyRequest & { rawBody?: Buffer }).rawBody = body as Buffer;
    if (body.length === 0) return done(null, undefined);
    void parse(request, body.toString('utf8'), (error, value: unknown) => {
      if (error === null && isDeeperThan(MAX_BODY_DEPTH, value)) done(new Refusal('request.malformed'));
      else done(error, value);
    });
  });
}

/** What happens before and after each request, whichever route it takes. */
export async function prepareServer(app: NestFastifyApplication, routes: RouteTable): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const [clock, log, metrics] = [app.get(Clock), app.get(Log), app.get(Metrics)];
  const started = new WeakMap<FastifyRequest, number>();
  fastify.addHook('onRoute', (route) => routes.add(route.url, route.method));
  readJsonOnly(fastify);
  await app.register(multipart as never);
  await app.register(helmet as never, { contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } } as never);
  fastify.addHook('onRequest', (request, reply, done) => {
    started.set(request, clock.now().getTime());
    void reply.header('x-request-id', request.id).header('cache-control', 'no-store');
    requestContext.run({ requestId: request.id }, done);
  });
  // reading a body leaves the context; the handler needs it
  fastify.addHook('preHandler', (request, _reply, done) => requestContext.run({ requestId: request.id }, done));
  fastify.addHook('onResponse', (request, reply, done) => {
    const ms = clock.now().getTime() - (started.get(request) ?? clock.now().getTime());
    const route = request.routeOptions.url ?? 'none';
    metrics.requestDone(request.method, route, reply.statusCode, ms / 1000);
    log.event('request.done', { requestId: request.id, method: request.method, route, status: reply.statusCode, ms });
    done();
  });
}
