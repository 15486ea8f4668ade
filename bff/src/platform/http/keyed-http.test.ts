import 'reflect-metadata';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { APP_GUARD } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { probeApp } from '../../testing/probe-app.ts';
import { EverybodyIsThePerson, probe, ProbeController, resetProbe } from '../../testing/probe.controller.ts';
import { Refusal } from '../refusal.ts';

describe('writes over HTTP', () => {
  let app: NestFastifyApplication;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ app, close } = await probeApp({ controllers: [ProbeController], providers: [{ provide: APP_GUARD, useClass: EverybodyIsThePerson }] }));
  });
  beforeEach(resetProbe);
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

  test.each([20, 5000, 100_000])('a body %i levels deep is refused before anybody reads it', async (depth) => {
    const nested = `{"answers":${'['.repeat(depth)}1${']'.repeat(depth)}}`;
    expect(problem(await submit(nested))).toEqual([400, 'request.malformed']);
    expect(probe.calls).toBe(0);
  });

  describe('keys', () => {
    test('a write without a key, or with one that cannot be, is refused', async () => {
      expect(problem(await submit({ amountFen: 1 }, { 'idempotency-key': '' }))).toEqual([400, 'idempotency.key-missing']);
      expect(problem(await submit({ amountFen: 1 }, { 'idempotency-key': 'two words' }))).toEqual([400, 'idempotency.key-invalid']);
      expect(problem(await submit({ amountFen: 1 }, { 'idempotency-key': 'x'.repeat(256) }))).toEqual([400, 'idempotency.key-invalid']);
      expect(probe.calls).toBe(0);
    });

    test('a repeat replays status and body and says so; the order of fields does not matter', async () => {
      const key = freshKey();
      const first = await submit({ amountFen: 1, answers: { contractNumber: 'a' } }, { 'idempotency-key': key });
      const second = await submit({ answers: { contractNumber: 'a' }, amountFen: 1 }, { 'idempotency-key': key });
      expect([second.statusCode, second.body]).toEqual([first.statusCode, first.body]);
      expect(second.headers['idempotency-replayed']).toBe('true');
      expect(first.headers['idempotency-replayed']).toBeUndefined();
      expect(probe.calls).toBe(1);
    });

    test('five at once run the handler once', async () => {
      const key = freshKey();
      probe.outcome = () => new Promise((resolve) => setTimeout(() => resolve({ caseId: 'c1' }), 40));
      const replies = await Promise.all(Array.from({ length: 5 }, () => submit({ amountFen: 1 }, { 'idempotency-key': key })));
      expect(probe.calls).toBe(1);
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
      probe.outcome = () => {
        throw new Refusal('withdrawal.ineligible', { reasons: [{ code: 'before-next-date', params: { date: '2027-01-01' } }], retryAfter: 2.2 });
      };
      const refused = await submit({ amountFen: 1 }, { 'idempotency-key': key });
      expect(problem(refused)).toEqual([422, 'withdrawal.ineligible']);
      expect(refused.json()).toMatchObject({ reasons: [{ code: 'before-next-date', params: { date: '2027-01-01' } }], retryAfter: 3 });
      expect(refused.headers['retry-after']).toBe('3');
      probe.outcome = () => ({ caseId: 'c2' });
      expect((await submit({ amountFen: 2 }, { 'idempotency-key': key })).json()).toEqual({ caseId: 'c2' });
    });

    test('after a breakdown the same wish may go on and another may not', async () => {
      const key = freshKey();
      probe.outcome = () => {
        throw new Error('broken');
      };
      expect(problem(await submit({ amountFen: 1 }, { 'idempotency-key': key }))).toEqual([500, 'internal']);
      probe.outcome = () => ({ caseId: 'c3' });
      expect(problem(await submit({ amountFen: 2 }, { 'idempotency-key': key }))).toEqual([422, 'idempotency.body-differs']);
      expect((await submit({ amountFen: 1 }, { 'idempotency-key': key })).json()).toEqual({ caseId: 'c3' });
    });

    test('a reply without a body is replayed as 204', async () => {
      const unbind = () => app.inject({ method: 'DELETE', url: '/api/v1/identity', headers: { 'idempotency-key': 'unbind' } });
      expect((await unbind()).statusCode).toBe(204);
      const again = await unbind();
      expect([again.statusCode, again.body, probe.calls]).toEqual([204, '', 1]);
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
    const upload = (payload: Buffer | PassThrough, key: string, boundary = 'bound') =>
      app.inject({ method: 'POST', url: '/api/v1/files', headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'idempotency-key': key }, payload });

    test('the file arrives whole, and the same file under the same key is uploaded once, whatever the boundary', async () => {
      const key = freshKey();
      const first = await upload(form(Buffer.alloc(3000, 1)), key);
      expect([first.statusCode, first.json()]).toEqual([201, { bytes: 3000, declared: 'image/png' }]);
      const again = await upload(form(Buffer.alloc(3000, 1), 'other'), key, 'other');
      expect(again.headers['idempotency-replayed']).toBe('true');
      expect(probe.calls).toBe(1);
      expect(problem(await upload(form(Buffer.alloc(3000, 2)), key))).toEqual([422, 'idempotency.body-differs']);
    });

    test('10 MB pass, one byte more does not', async () => {
      expect((await upload(form(Buffer.alloc(10 * 1024 * 1024)), freshKey())).statusCode).toBe(201);
      expect(problem(await upload(form(Buffer.alloc(10 * 1024 * 1024 + 1)), freshKey()))).toEqual([413, 'file.too-large']);
      expect(problem(await upload(form(Buffer.alloc(11 * 1024 * 1024)), freshKey()))).toEqual([413, 'file.too-large']);
    });

    test('no more than eight are taken in at a time; the next hears when to come back, and passes once one is through', async () => {
      const whole = form(Buffer.alloc(100));
      const slow = Array.from({ length: 8 }, () => new PassThrough());
      const replies = slow.map((body) => {
        body.write(whole.subarray(0, 120));
        return upload(body, freshKey());
      });
      await sleep(100);
      const refused = await upload(whole, freshKey());
      expect(problem(refused)).toEqual([429, 'request.too-many']);
      expect(refused.headers['retry-after']).toBe('5');
      for (const body of slow.slice(0, 4)) body.end(whole.subarray(120));
      for (const body of slow.slice(4)) body.end();
      expect((await Promise.all(replies)).map((reply) => reply.statusCode)).toEqual([201, 201, 201, 201, 400, 400, 400, 400]);
      const later = await Promise.all(Array.from({ length: 8 }, () => upload(whole, freshKey())));
      expect(later.map((reply) => reply.statusCode)).toEqual(later.map(() => 201));
    });

    test('no file, a body cut off, or JSON instead is refused', async () => {
      expect(problem(await upload(Buffer.from('--bound--\r\n'), freshKey()))).toEqual([400, 'request.invalid']);
      expect(problem(await upload(form(Buffer.alloc(100)).subarray(0, 120), freshKey()))[0]).toBe(400);
      const json = await app.inject({ method: 'POST', url: '/api/v1/files', headers: { 'idempotency-key': freshKey(), 'content-type': 'application/json' }, payload: '{}' });
      expect(problem(json)).toEqual([415, 'request.media-type']);
      expect(probe.calls).toBe(0);
    });
  });
});
