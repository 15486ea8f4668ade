import { createServer, listen, type Running } from '../../kit/index.ts';
import type { FastifyRequest } from 'fastify';
import { SECRET, signForTest, World } from '../testing/world.ts';
import type { WireEvent } from './event.journal.ts';

describe('events', () => {
  let world: World;
  let listener: Running;
  let received: WireEvent[][];
  let signsHeld: boolean[];
  let answer: number;
  beforeEach(async () => {
    received = [];
    signsHeld = [];
    answer = 204;
    const app = createServer();
    app.post('/callbacks/core/events', async (request: FastifyRequest, reply) => {
      const headers = request.headers;
      const expected = signForTest(SECRET, 'POST', '/callbacks/core/events?from=core', String(headers['x-core-time']), String(headers['x-core-nonce']), request.rawBody);
      signsHeld.push(expected === headers['x-core-sign']);
      if (answer < 300) received.push((request.body as { SJ: WireEvent[] }).SJ);
      return reply.code(answer).send();
    });
    listener = await listen(app, 0);
    world = await World.start({ callbackUrl: `${listener.url}/callbacks/core/events?from=core` });
  });
  afterEach(async () => {
    await world.close();
    await listener.close();
  });
  const repay = async (): Promise<unknown> => world.call('TQ1002', await world.application('loan-in-order'));
  const feed = async (after: string, size = 200): Promise<WireEvent[]> => (await world.call('SJ1001', { SJH: after, TS: size })).body['SJ'] as WireEvent[];
  const numbers = (): number[] => received.flat().map((event) => Number(event.SJH));
  const settle = async (done: () => boolean): Promise<void> => {
    for (let look = 0; look < 60 && !done(); look += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  };

  it('tell each state of a case decided at once, in order, numbered without gaps, signed', async () => {
    await repay();
    await settle(() => received.flat().length === 5);
    expect(received.flat().map((event) => event.ZT)).toEqual(['SQ', 'SL', 'SH', 'SP', 'DZ']);
    expect(numbers()).toEqual([1, 2, 3, 4, 5]);
    expect([signsHeld.length > 0, signsHeld.every(Boolean)]).toEqual([true, true]);
    expect(await feed('0')).toEqual(received.flat());
  });

  it('are fed after a number, as many as asked for', async () => {
    await repay();
    expect((await feed('2', 2)).map((event) => event.SJH)).toEqual(['3', '4']);
    expect(await feed('5')).toEqual([]);
  });

  it('are pushed again, with growing patience, until they are taken', async () => {
    answer = 503;
    await repay();
    await settle(() => signsHeld.length === 1);
    world.tick(15);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(signsHeld).toHaveLength(1);
    answer = 204;
    world.tick(10);
    await settle(() => received.flat().length === 5);
    expect(numbers()).toEqual([1, 2, 3, 4, 5]);
  });

  it('do not wait for the time before the machine’s clock was set back', async () => {
    answer = 503;
    await repay();
    await settle(() => signsHeld.length === 1);
    answer = 204;
    world.tick(-86_400_000);
    await settle(() => received.flat().length === 5);
    expect(numbers()).toEqual([1, 2, 3, 4, 5]);
  });

  it('a transaction that is refused emits none', async () => {
    await world.call('TQ1002', await world.application('frozen'));
    expect(await feed('0')).toEqual([]);
  });

  it('duplicate: the planned number of events comes twice', async () => {
    await world.control('POST', '/events-fault', { kind: 'duplicate', times: 2 });
    await repay();
    await settle(() => received.flat().length === 7);
    expect(numbers().sort()).toEqual([1, 1, 2, 2, 3, 4, 5]);
  });

  it('reorder: the events come singly and backwards, the feed stays in order', async () => {
    await world.control('POST', '/events-fault', { kind: 'reorder' });
    await repay();
    await settle(() => received.flat().length === 5);
    expect(numbers()).toEqual([5, 4, 3, 2, 1]);
    expect((await feed('0')).map((event) => event.SJH)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('withhold: nothing is pushed until released, the feed has them all the same', async () => {
    await world.control('POST', '/events-fault', { kind: 'withhold', times: 5 });
    await repay();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(received).toEqual([]);
    expect(await feed('0')).toHaveLength(5);
    await world.control('POST', '/events/release');
    await settle(() => received.flat().length === 5);
    expect(numbers()).toEqual([1, 2, 3, 4, 5]);
  });

  it('no other fault can be planned', async () => {
    expect((await world.control('POST', '/events-fault', { kind: 'lose' })).status).toBe(400);
    expect((await world.control('POST', '/events-fault', { kind: 'duplicate', times: 'x' })).status).toBe(400);
  });

  it('numbers go on after a reset, and what was waiting before it is not pushed', async () => {
    answer = 503;
    await repay();
    await settle(() => signsHeld.length === 1);
    await world.control('POST', '/reset');
    answer = 204;
    await repay();
    await settle(() => received.flat().length === 5);
    expect(numbers()).toEqual([6, 7, 8, 9, 10]);
  });
});
