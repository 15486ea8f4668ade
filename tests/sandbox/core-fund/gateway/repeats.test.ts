import { randomUUID } from 'node:crypto';
import { customerNumber } from '../generation/generate.ts';
import { World } from '../testing/world.ts';

describe('request numbers', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.start();
  });
  afterEach(async () => world.close());
  const payments = async (): Promise<number> => (await world.journal('key=loan-in-order')).payments.length;

  it('give the first reply again for the same body, however it is written, and pay once', async () => {
    const body = await world.application('loan-in-order');
    const number = randomUUID();
    const first = await world.call('TQ1002', body, number);
    const again = await world.call('TQ1002', Object.fromEntries(Object.entries(body).reverse()), number);
    expect([first.code, first.head['CFBZ'], again.code, again.head['CFBZ']]).toEqual(['000000', undefined, '000000', '1']);
    expect(again.body).toEqual(first.body);
    expect(await payments()).toBe(1);
  });

  it('five at once make one case and one payment', async () => {
    const body = await world.application('loan-in-order');
    const number = randomUUID();
    const replies = await Promise.all([1, 2, 3, 4, 5].map(async () => world.call('TQ1002', body, number)));
    expect(new Set(replies.map((reply) => reply.body['YWLSH'])).size).toBe(1);
    expect(await payments()).toBe(1);
  });

  it('refuse another body and another transaction with 900010', async () => {
    const body = await world.application('loan-in-order');
    const number = randomUUID();
    await world.call('TQ1002', body, number);
    expect((await world.call('TQ1002', { ...body, FSE: '1000.01' }, number)).code).toBe('900010');
    expect((await world.call('TQ1005', { KHBH: body['KHBH'], YWLSH: 'TQ1' }, number)).code).toBe('900010');
    expect(await payments()).toBe(1);
  });

  it('keep a refusal: the same number is refused again although the reason is gone', async () => {
    const number = randomUUID();
    const body = await world.application('loan-in-order', { FSE: '99999.00' });
    const first = await world.call('TQ1002', body, number);
    expect(first.code).toBe('300001');
    const again = await world.call('TQ1002', body, number);
    expect([again.code, again.head['CFBZ']]).toEqual(['300001', '1']);
    const asked = await world.call('TQ1003', { YQQLSH: number });
    expect([asked.code, asked.body['JJBZ']]).toEqual(['300001', '1']);
  });

  it('a body that does not fit uses no number up', async () => {
    const number = randomUUID();
    const body = await world.application('loan-in-order');
    expect((await world.call('TQ1002', { ...body, FSE: 'much' }, number)).code).toBe('100001');
    expect((await world.call('TQ1002', body, number)).code).toBe('000000');
  });

  it('TQ1003 tells the case of a number, whatever was heard of it', async () => {
    const number = randomUUID();
    await world.control('POST', '/faults', { on: 'TQ1002', kind: 'drop-after', times: 1 });
    const body = await world.application('loan-in-order');
    await expect(world.call('TQ1002', body, number)).rejects.toThrow();
    const asked = await world.call('TQ1003', { YQQLSH: number });
    expect([asked.code, asked.body['ZT'], asked.body['YQQLSH']]).toEqual(['000000', 'DZ', number]);
    expect(await payments()).toBe(1);
  });

  it('TQ1003 closes a number that never arrived: coming later it is refused and nothing is done', async () => {
    const number = randomUUID();
    await world.control('POST', '/faults', { on: 'TQ1002', kind: 'drop-before', times: 1 });
    const body = await world.application('loan-in-order');
    await expect(world.call('TQ1002', body, number)).rejects.toThrow();
    expect((await world.call('TQ1003', { YQQLSH: number })).code).toBe('300404');
    expect((await world.call('TQ1003', { YQQLSH: number })).code).toBe('300404');
    expect((await world.call('TQ1002', body, number)).code).toBe('300404');
    expect(await payments()).toBe(0);
  });
});

describe('faults of the line', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.start();
  });
  afterEach(async () => world.close());
  const plan = async (fault: Record<string, unknown>): Promise<unknown> => world.control('POST', '/faults', fault);
  const read = async (): ReturnType<World['call']> => world.call('GR1002', { KHBH: customerNumber('renter') });

  it('down: neither transactions nor health answer until it is cleared', async () => {
    await plan({ on: '*', kind: 'down' });
    await expect(read()).rejects.toThrow();
    await expect(fetch(`${world.running.url}/health`)).rejects.toThrow();
    await world.control('DELETE', '/faults');
    expect((await read()).code).toBe('000000');
  });

  it('status: a reply from somewhere on the way, unsigned', async () => {
    await plan({ on: 'GR1002', kind: 'status', status: 502, times: 1 });
    const reply = await read();
    expect([reply.status, reply.headers.get('x-core-sign')]).toEqual([502, null]);
  });

  it('malformed: the reply is cut, the work is done', async () => {
    await plan({ on: 'TQ1002', kind: 'malformed', times: 1 });
    await expect(world.call('TQ1002', await world.application('loan-in-order'))).rejects.toThrow(SyntaxError);
    expect((await world.journal('key=loan-in-order')).payments).toHaveLength(1);
  });

  it('bad-sign: the reply is signed with another secret', async () => {
    const good = await read();
    await plan({ on: '*', kind: 'bad-sign', times: 1 });
    const bad = await read();
    expect(bad.bytes).toBe(good.bytes.replace(String(good.head['QQLSH']), String(bad.head['QQLSH'])));
    expect(bad.headers.get('x-core-sign')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('closing: 900503 before the work; internal: 900500 after it, and TQ1003 knows', async () => {
    const body = await world.application('loan-in-order');
    const number = randomUUID();
    await plan({ on: 'TQ1002', kind: 'closing', times: 1 });
    expect((await world.call('TQ1002', body, number)).code).toBe('900503');
    expect((await world.journal('key=loan-in-order')).payments).toHaveLength(0);
    await plan({ on: 'TQ1002', kind: 'internal', times: 1 });
    expect((await world.call('TQ1002', body, number)).code).toBe('900500');
    expect((await world.call('TQ1003', { YQQLSH: number })).body['ZT']).toBe('DZ');
  });

  it('only strikes the transaction it was planned for', async () => {
    await plan({ on: 'TQ1002', kind: 'drop-before' });
    expect((await read()).code).toBe('000000');
  });
});

describe('materials', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(async () => world.close());
  const hand = async (bytes: Buffer, headers: Record<string, string> = {}): ReturnType<World['send']> =>
    world.send('/materials', bytes, { 'content-type': 'image/png', 'x-core-request': randomUUID(), 'x-core-customer': customerNumber('buyer-local'), ...headers });
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(100)]);

  it('get a number and their hash, the same for the same request number', async () => {
    const number = randomUUID();
    const first = await hand(png, { 'x-core-request': number });
    const again = await hand(png, { 'x-core-request': number });
    expect(first.code).toBe('000000');
    expect(first.body['CLZY']).toMatch(/^[0-9a-f]{64}$/);
    expect([again.body['CLBH'], again.head['CFBZ']]).toEqual([first.body['CLBH'], '1']);
  });

  it('refuse other bytes for the same number', async () => {
    const number = randomUUID();
    await hand(png, { 'x-core-request': number });
    expect((await hand(Buffer.concat([png, png]), { 'x-core-request': number })).code).toBe('900010');
  });

  it.each([
    ['a type that is not taken', png, { 'content-type': 'image/gif' }, '100001', 'Content-Type'],
    ['bytes that are not what they say', Buffer.from('MZ program'), {}, '100001', 'body'],
    ['no request number', png, { 'x-core-request': 'x' }, '100001', 'X-Core-Request'],
    ['no customer', png, { 'x-core-customer': '' }, '100001', 'X-Core-Customer'],
    ['an unknown customer', png, { 'x-core-customer': 'KNOBODYNOBODY' }, '200001', undefined],
  ])('refuse %s', async (_what, bytes, headers, code, field) => {
    const reply = await hand(bytes, headers);
    expect([reply.code, reply.body['ZD']]).toEqual([code, field]);
  });

  it('take ten mebibytes and refuse one byte more', async () => {
    const most = Buffer.concat([png.subarray(0, 4), Buffer.alloc(10 * 1024 * 1024 - 4)]);
    expect((await hand(most)).code).toBe('000000');
    expect((await hand(Buffer.concat([most, Buffer.alloc(1)]))).status).toBe(413);
  });
});
