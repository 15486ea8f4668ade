import 'reflect-metadata';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { APP_GUARD } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { probeApp } from '../../testing/probe-app.ts';
import { EverybodyIsThePerson, probe, ProbeController, resetProbe } from '../../testing/probe.controller.ts';
import { TypeOrmUnitOfWork } from '../database/typeorm-unit-of-work.ts';
import { PinoLog } from '../logging/pino-log.ts';

const lines: string[] = [];
const sink = new Writable({
  write(chunk: Buffer, _encoding, done) {
    lines.push(chunk.toString());
    done();
  },
});

describe('the HTTP platform', () => {
  let app: NestFastifyApplication;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ app, close } = await probeApp({
      controllers: [ProbeController],
      providers: [{ provide: APP_GUARD, useClass: EverybodyIsThePerson }],
      log: new PinoLog('info', sink),
    }));
    await app.listen(0, '127.0.0.1');
  });
  beforeEach(() => {
    resetProbe();
    lines.length = 0;
  });
  afterAll(() => close());

  let counter = 0;
  const freshKey = () => `key-${(counter += 1)}`;
  const submit = (body: unknown, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/withdrawals',
      headers: { 'content-type': 'application/json', 'idempotency-key': freshKey(), ...headers },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const problem = (reply: { statusCode: number; headers: Record<string, unknown>; json(): { code: string } }) => {
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const body = reply.json() as { code: string; status: number; requestId: string; type: string; title: string };
    expect(body).toMatchObject({ status: reply.statusCode, type: `urn:anju:problem:${body.code}` });
    expect(body.requestId).toBe(reply.headers['x-request-id']);
    return [reply.statusCode, body.code];
  };

  test('a good request is answered with the status of the contract and must not be stored on the way', async () => {
    const reply = await submit({ amountFen: 1 });
    expect([reply.statusCode, reply.json()]).toEqual([201, { caseId: 'c1' }]);
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  test.each([
    ['malformed JSON', '{"amountFen":', 400, 'request.malformed'],
    ['a list', '[]', 400, 'request.invalid'],
    ['a bare text', '"x"', 400, 'request.invalid'],
    ['a prototype', '{"__proto__":{"x":1},"amountFen":1}', 400, 'request.malformed'],
    ['no body', '', 400, 'request.invalid'],
    ['null', 'null', 400, 'request.invalid'],
    ['more than 1 MiB', `{"amountFen":1,"x":"${'x'.repeat(1_100_000)}"}`, 413, 'request.too-large'],
  ])('%s is refused and nothing is done', async (_name, body, status, code) => {
    expect(problem(await submit(body))).toEqual([status, code]);
    expect(probe.calls).toBe(0);
  });

  test.each([
    [{ amountFen: 0 }, 'amountFen', 'min'],
    [{ amountFen: -5 }, 'amountFen', 'min'],
    [{ amountFen: 1.5 }, 'amountFen', 'isInt'],
    [{ amountFen: '100' }, 'amountFen', 'isInt'],
    [{}, 'amountFen', 'isInt'],
    [{ amountFen: 1, extra: true }, 'extra', 'unknown'],
    [{ amountFen: 1, answers: { contractNumber: 'x'.repeat(10_000) } }, 'answers.contractNumber', 'isLength'],
    [{ amountFen: 1, answers: { elsewhere: '😀' } }, 'answers.elsewhere', 'unknown'],
    [{ amountFen: 1, answers: 'text' }, 'answers', 'nestedValidation'],
  ])('refused field %#: its path and the rule are named', async (body, field, rule) => {
    const reply = await submit(body);
    expect(problem(reply)).toEqual([400, 'request.invalid']);
    expect((reply.json() as { fields: object[] }).fields).toContainEqual(expect.objectContaining({ field, rule }));
    expect(probe.calls).toBe(0);
  });

  test('a wrong content type is 415, a form too', async () => {
    expect(problem(await submit('amountFen=1', { 'content-type': 'application/x-www-form-urlencoded' }))).toEqual([415, 'request.media-type']);
    expect(problem(await submit('{}', { 'content-type': 'text/plain' }))).toEqual([415, 'request.media-type']);
    expect(problem(await submit('--x--', { 'content-type': 'multipart/form-data; boundary=x' }))).toEqual([415, 'request.media-type']);
  });

  test('an address nobody serves is 404, a wrong method there 405 with what is allowed', async () => {
    expect(problem(await app.inject({ method: 'GET', url: '/api/v1/nothing' }))).toEqual([404, 'request.not-found']);
    expect(problem(await app.inject({ method: 'GET', url: '/api/v1/../../etc/passwd' }))).toEqual([404, 'request.not-found']);
    const reply = await app.inject({ method: 'PUT', url: '/api/v1/withdrawals?x=1' });
    expect(problem(reply)).toEqual([405, 'request.method-not-allowed']);
    expect(reply.headers['allow']).toBe('POST');
    expect((await app.inject({ method: 'DELETE', url: '/api/v1/cases/abc' })).headers['allow']).toBe('GET, HEAD');
  });

  test.each([
    ['broken escapes', '%zz'],
    ['an emoji', '%F0%9F%98%80'],
    ['ten thousand characters', 'a'.repeat(10_000)],
    ['a zero byte', 'a%00b'],
    ['a quote', "x';--"],
  ])('a path with %s names nothing', async (_name, id) => {
    const reply = await app.inject({ method: 'GET', url: `/api/v1/cases/${id}` });
    expect([400, 404]).toContain(problem(reply)[0]);
  });

  test('queries are checked as bodies are', async () => {
    expect(problem(await app.inject({ method: 'GET', url: '/api/v1/cases?surprise=1' }))).toEqual([400, 'request.invalid']);
    expect(problem(await app.inject({ method: 'GET', url: `/api/v1/cases?cursor=${'x'.repeat(10_000)}` }))).toEqual([400, 'request.invalid']);
    expect(problem(await app.inject({ method: 'GET', url: '/api/v1/cases?cursor=a&cursor=b' }))).toEqual([400, 'request.invalid']);
  });

  test('a call without a body takes none, but an empty one', async () => {
    const cancel = (payload: string) =>
      app.inject({ method: 'POST', url: '/api/v1/cases/c1/cancel', headers: { 'content-type': 'application/json', 'idempotency-key': freshKey() }, payload });
    expect((await cancel('')).statusCode).toBe(200);
    expect((await cancel('{}')).statusCode).toBe(200);
    expect(problem(await cancel('{"why":1}'))).toEqual([400, 'request.invalid']);
    expect(problem(await cancel('7'))).toEqual([400, 'request.malformed']);
  });

  test('an unforeseen error says nothing outside and nothing personal in the log', async () => {
    const reply = await app.inject({ method: 'GET', url: '/api/v1/broken' });
    expect(problem(reply)).toEqual([500, 'internal']);
    expect(reply.body).not.toMatch(/SELECT|mobile/);
    const line = lines.find((text) => text.includes('request.failed')) ?? '';
    expect(line).toContain(reply.headers['x-request-id']);
    expect(line).not.toContain('13800000001');
  });

  test('request lines hold the pattern of the route, never ids or queries', async () => {
    await app.inject({ method: 'GET', url: '/api/v1/cases/secret-case-id' });
    await app.inject({ method: 'GET', url: '/api/v1/cases?cursor=secret-cursor' });
    expect(lines.join('')).toContain('"route":"/api/v1/cases/:caseId"');
    expect(lines.join('')).not.toContain('secret-');
  });

  test('broken HTTP gets a problem too', async () => {
    const port = (app.getHttpServer().address() as { port: number }).port;
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      socket.on('data', (data) => (text += data.toString())).on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('application/problem+json');
  });

  describe('operators', () => {
    test('a database that does not answer makes the instance unready within seconds', async () => {
      const { reader } = app.get(TypeOrmUnitOfWork).connections;
      const silent = jest.spyOn(reader, 'query').mockReturnValue(new Promise(() => undefined));
      try {
        const reply = await app.inject('/health/ready');
        expect([reply.statusCode, reply.json()]).toEqual([503, expect.objectContaining({ status: 'not-ready', database: 'down' })]);
      } finally {
        silent.mockRestore();
      }
    });

    test('health, readiness, metrics and the description of the API answer', async () => {
      expect((await app.inject('/health/live')).json()).toEqual({ status: 'live' });
      expect((await app.inject('/health/ready')).json()).toMatchObject({ status: 'ready', database: 'up', migrations: 'done' });
      const metrics = await app.inject('/metrics');
      expect(metrics.body).toContain('anju_http_request_seconds_bucket{le="0.005",method="POST",route="/api/v1/withdrawals"');
      expect(metrics.body).toContain('anju_outbox_messages{state="waiting"} 0');
      const document = (await app.inject('/openapi.json')).json() as { paths: Record<string, Record<string, { operationId: string }>> };
      expect(document.paths['/api/v1/withdrawals']?.['post']?.operationId).toBe('submitWithdrawal');
      expect((await app.inject('/docs')).statusCode).toBe(200);
    });
  });
});

test('who asks too often hears when to come back', async () => {
  const { app, close } = await probeApp({ controllers: [ProbeController], environment: { RATE_PER_MINUTE: '3' } });
  const ask = () => app.inject({ method: 'GET', url: '/api/v1/cases/c1', headers: { authorization: 'Bearer x' } });
  for (let n = 0; n < 3; n += 1) expect((await ask()).statusCode).toBe(200);
  const reply = await ask();
  expect([reply.statusCode, reply.json()]).toEqual([429, expect.objectContaining({ code: 'request.too-many' })]);
  expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
  expect((await app.inject('/health/live')).statusCode).toBe(200);
  await close();
});
