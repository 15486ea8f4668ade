import 'reflect-metadata';
import { connect } from 'node:net';
import { endpoints } from '@anju/shared/contract';
import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Matches, Min, ValidateNested } from 'class-validator';
import { Writable } from 'node:stream';
import { PinoLog } from '../logging/pino-log.ts';
import { Refusal } from '../refusal.ts';
import { probeApp } from '../testing/probe-app.ts';
import type { UploadedBytes } from './read-upload.ts';
import { Upload } from './read-upload.ts';
import { Serves } from './serves.ts';

class Answers {
  @IsOptional()
  @IsString()
  @Length(1, 40)
  contractNumber?: string;
}
class Wish {
  @IsInt()
  @Min(1)
  amountFen!: number;
  @IsOptional()
  @ValidateNested()
  @Type(() => Answers)
  answers?: Answers;
}
class CaseParams {
  @Matches(/^[a-z0-9-]{1,36}$/)
  caseId!: string;
}
class CasesQuery {
  @IsOptional()
  @IsString()
  @Length(1, 40)
  cursor?: string;
}

let calls = 0;
let outcome: () => unknown = () => ({ caseId: 'c1' });

@Controller()
class ProbeController {
  @Serves(endpoints.submitWithdrawal)
  async submit(@Body() _wish: Wish): Promise<unknown> {
    calls += 1;
    return outcome();
  }
  @Serves(endpoints.showCase)
  async show(@Param() params: CaseParams): Promise<unknown> {
    return params;
  }
  @Serves(endpoints.listCases)
  async list(@Query() query: CasesQuery): Promise<unknown> {
    return query;
  }
  @Serves(endpoints.cancelCase)
  async cancel(@Param() params: CaseParams): Promise<unknown> {
    return params;
  }
  @Serves(endpoints.unbind)
  async unbind(): Promise<void> {
    calls += 1;
  }
  @Serves(endpoints.uploadFile)
  async upload(@Upload() upload: UploadedBytes): Promise<unknown> {
    calls += 1;
    return { bytes: upload.bytes.length, declared: upload.declaredType };
  }
  @Get('/api/v1/broken')
  async broken(): Promise<void> {
    throw new Error('mobile 13800000001 of 张三 in SELECT * FROM person');
  }
}
class EverybodyIsThePerson implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<{ caller?: unknown; headers: Record<string, string> }>();
    request.caller = { sessionId: 's1', channel: 'h5', level: 'face', personId: request.headers['x-person'] ?? 'p1' };
    return true;
  }
}

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
    calls = 0;
    lines.length = 0;
    outcome = () => ({ caseId: 'c1' });
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
    expect(calls).toBe(0);
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
    expect(calls).toBe(0);
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

  describe('keys', () => {
    test('a write without a key, or with one that cannot be, is refused', async () => {
      expect(problem(await submit({ amountFen: 1 }, { 'idempotency-key': '' }))).toEqual([400, 'idempotency.key-missing']);
      expect(problem(await submit({ amountFen: 1 }, { 'idempotency-key': 'two words' }))).toEqual([400, 'idempotency.key-invalid']);
      expect(problem(await submit({ amountFen: 1 }, { 'idempotency-key': 'x'.repeat(256) }))).toEqual([400, 'idempotency.key-invalid']);
      expect(calls).toBe(0);
    });

    test('a repeat replays status and body and says so; the order of fields does not matter', async () => {
      const key = freshKey();
      const first = await submit({ amountFen: 1, answers: { contractNumber: 'a' } }, { 'idempotency-key': key });
      const second = await submit({ answers: { contractNumber: 'a' }, amountFen: 1 }, { 'idempotency-key': key });
      expect([second.statusCode, second.body]).toEqual([first.statusCode, first.body]);
      expect(second.headers['idempotency-replayed']).toBe('true');
      expect(first.headers['idempotency-replayed']).toBeUndefined();
      expect(calls).toBe(1);
    });

    test('five at once run the handler once', async () => {
      const key = freshKey();
      outcome = () => new Promise((resolve) => setTimeout(() => resolve({ caseId: 'c1' }), 40));
      const replies = await Promise.all(Array.from({ length: 5 }, () => submit({ amountFen: 1 }, { 'idempotency-key': key })));
      expect(calls).toBe(1);
      expect(replies.map((reply) => reply.statusCode).sort()).toEqual([201, 409, 409, 409, 409]);
      const running = replies.find((reply) => reply.statusCode === 409);
      expect(running?.headers['retry-after']).toBeDefined();
      expect(running?.json()).toMatchObject({ code: 'idempotency.running' });
    });

    test('another body under the same key is 422, another person under it is nobody we know', async () => {
      const key = freshKey();
      await submit({ amountFen: 1 }, { 'idempotency-key': key });
      expect(problem(await submit({ amountFen: 2 }, { 'idempotency-key': key }))).toEqual([422, 'idempotency.body-differs']);
      expect((await submit({ amountFen: 2 }, { 'idempotency-key': key, 'x-person': 'p2' })).statusCode).toBe(201);
    });

    test('after a refusal the key is free; its reasons and Retry-After are told', async () => {
      const key = freshKey();
      outcome = () => {
        throw new Refusal('withdrawal.ineligible', { reasons: [{ code: 'before-next-date', params: { date: '2027-01-01' } }], retryAfter: 2.2 });
      };
      const refused = await submit({ amountFen: 1 }, { 'idempotency-key': key });
      expect(problem(refused)).toEqual([422, 'withdrawal.ineligible']);
      expect(refused.json()).toMatchObject({ reasons: [{ code: 'before-next-date', params: { date: '2027-01-01' } }], retryAfter: 3 });
      expect(refused.headers['retry-after']).toBe('3');
      outcome = () => ({ caseId: 'c2' });
      expect((await submit({ amountFen: 2 }, { 'idempotency-key': key })).json()).toEqual({ caseId: 'c2' });
    });

    test('after a breakdown the same wish may go on and another may not', async () => {
      const key = freshKey();
      outcome = () => {
        throw new Error('broken');
      };
      expect(problem(await submit({ amountFen: 1 }, { 'idempotency-key': key }))).toEqual([500, 'internal']);
      outcome = () => ({ caseId: 'c3' });
      expect(problem(await submit({ amountFen: 2 }, { 'idempotency-key': key }))).toEqual([422, 'idempotency.body-differs']);
      expect((await submit({ amountFen: 1 }, { 'idempotency-key': key })).json()).toEqual({ caseId: 'c3' });
    });

    test('a reply without a body is replayed as 204', async () => {
      const unbind = () => app.inject({ method: 'DELETE', url: '/api/v1/identity', headers: { 'idempotency-key': 'unbind' } });
      expect((await unbind()).statusCode).toBe(204);
      const again = await unbind();
      expect([again.statusCode, again.body, calls]).toEqual([204, '', 1]);
      expect(again.headers['idempotency-replayed']).toBe('true');
    });
  });

  describe('uploads', () => {
    const form = (bytes: Buffer, boundary = 'bound', field = 'file') =>
      Buffer.concat([
        Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`),
        bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]);
    const upload = (payload: Buffer, key: string, boundary = 'bound') =>
      app.inject({ method: 'POST', url: '/api/v1/files', headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'idempotency-key': key }, payload });

    test('the file arrives whole, and the same file under the same key is uploaded once, whatever the boundary', async () => {
      const key = freshKey();
      const first = await upload(form(Buffer.alloc(3000, 1)), key);
      expect([first.statusCode, first.json()]).toEqual([201, { bytes: 3000, declared: 'image/png' }]);
      const again = await upload(form(Buffer.alloc(3000, 1), 'other'), key, 'other');
      expect(again.headers['idempotency-replayed']).toBe('true');
      expect(calls).toBe(1);
      expect(problem(await upload(form(Buffer.alloc(3000, 2)), key))).toEqual([422, 'idempotency.body-differs']);
    });

    test('10 MB pass, one byte more does not', async () => {
      expect((await upload(form(Buffer.alloc(10 * 1024 * 1024)), freshKey())).statusCode).toBe(201);
      expect(problem(await upload(form(Buffer.alloc(10 * 1024 * 1024 + 1)), freshKey()))).toEqual([413, 'file.too-large']);
      expect(problem(await upload(form(Buffer.alloc(11 * 1024 * 1024)), freshKey()))).toEqual([413, 'file.too-large']);
    });

    test('no file, a body cut off, or JSON instead is refused', async () => {
      expect(problem(await upload(Buffer.from('--bound--\r\n'), freshKey()))).toEqual([400, 'request.invalid']);
      expect(problem(await upload(form(Buffer.alloc(100)).subarray(0, 120), freshKey()))[0]).toBe(400);
      const json = await app.inject({ method: 'POST', url: '/api/v1/files', headers: { 'idempotency-key': freshKey(), 'content-type': 'application/json' }, payload: '{}' });
      expect(problem(json)).toEqual([415, 'request.media-type']);
      expect(calls).toBe(0);
    });
  });

  describe('operators', () => {
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
