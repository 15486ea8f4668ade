import { createServer, FaultTable, faultRoutes, injectFaults, listen, StandInClock, chinaMoment, instantOfChina, type Running } from './index.ts';

describe('the kit of the stand-ins', () => {
  const faults = new FaultTable();
  let running: Running;
  let worked = 0;
  const call = async (): Promise<Response> => fetch(`${running.url}/work`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a": 1}' });
  const plan = async (fault: object): Promise<Response> =>
    fetch(`${running.url}/control/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fault) });

  beforeAll(async () => {
    const app = createServer();
    faultRoutes(app, faults, '/control');
    injectFaults(app, faults, (request) => (request.url.startsWith('/control') ? undefined : 'work'));
    app.post('/work', async (request) => {
      worked += 1;
      return { bytes: request.rawBody.length, body: request.body };
    });
    running = await listen(app, 0);
  });
  afterAll(async () => running.close());
  beforeEach(() => {
    worked = 0;
    faults.clear();
  });

  it('keeps the bytes beside the parsed body', async () => {
    expect(await (await call()).json()).toEqual({ bytes: 8, body: { a: 1 } });
  });

  it('answers 400 to a body that is not JSON', async () => {
    const reply = await fetch(`${running.url}/work`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
    expect(reply.status).toBe(400);
    expect(worked).toBe(0);
  });

  it('drops the connection before the work, as many times as asked', async () => {
    await plan({ on: 'work', kind: 'drop-before', times: 1 });
    await expect(call()).rejects.toThrow();
    expect(worked).toBe(0);
    expect((await call()).status).toBe(200);
  });

  it('drops the connection after the work was done', async () => {
    await plan({ on: '*', kind: 'drop-after', times: 1 });
    await expect(call()).rejects.toThrow();
    expect(worked).toBe(1);
  });

  it('answers a planned status, a cut reply and a late reply', async () => {
    await plan({ kind: 'status', status: 503, times: 1 });
    expect((await call()).status).toBe(503);
    await plan({ kind: 'malformed', times: 1 });
    await expect((await call()).json()).rejects.toThrow();
    await plan({ kind: 'delay', ms: 60, times: 1 });
    const before = performance.now();
    await call();
    expect(performance.now() - before).toBeGreaterThan(50);
  });

  it('leaves the control routes alone and forgets the faults when told', async () => {
    await plan({ kind: 'down' });
    await expect(call()).rejects.toThrow();
    await fetch(`${running.url}/control/faults`, { method: 'DELETE' });
    expect((await call()).status).toBe(200);
  });

  it.each([{ kind: 'explode' }, { kind: 'delay', ms: -1 }, { kind: 'delay', times: 'x' }, null])('refuses the fault %j', async (fault) => {
    expect((await plan(fault as object)).status).toBe(400);
  });

  it('has a clock that moves forward only and speaks China time', () => {
    const clock = new StandInClock(0, () => instantOfChina('2026-12-31', '23:59:59'));
    expect(chinaMoment(clock.now())).toBe('20261231235959');
    clock.advance(1000);
    expect(chinaMoment(clock.now())).toBe('20270101000000');
    expect(() => clock.advance(-1)).toThrow('forward');
  });
});
