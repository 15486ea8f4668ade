import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWechat } from './server.ts';
import { APP, WechatDriver } from './wechat.client.fixture.ts';

describe('when WeChat misbehaves', () => {
  let wechat: WechatDriver;
  beforeAll(async () => {
    wechat = await WechatDriver.start();
  });
  beforeEach(async () => {
    await wechat.control('/reset', {});
  });
  afterAll(async () => wechat.running.close());

  it('drops the connection of the planned call only, as often as planned', async () => {
    await wechat.control('/faults', { on: 'stable_token', kind: 'drop', times: 1 });
    const { code } = await wechat.loginCode('renter');
    expect((await wechat.session(code)).status).toBe(200);
    await expect(wechat.stable()).rejects.toThrow();
    expect((await wechat.stable()).status).toBe(200);
  });

  it('answers late, with a bare status, or with half a reply', async () => {
    await wechat.control('/faults', { on: 'stable_token', kind: 'delay', ms: 80, times: 1 });
    const before = performance.now();
    await wechat.stable();
    expect(performance.now() - before).toBeGreaterThan(70);
    await wechat.control('/faults', { on: 'stable_token', kind: 'malformed', times: 1 });
    await expect(wechat.stable()).rejects.toThrow(SyntaxError);
    await wechat.control('/faults', { on: 'stable_token', kind: 'status', status: 502, times: 1 });
    expect((await wechat.stable()).status).toBe(502);
  });

  it('lets a live token expire under the caller, who then gets a new one', async () => {
    const token = await wechat.token();
    await wechat.control('/faults', { on: 'send', kind: 'token-expired', times: 1 });
    expect((await wechat.withToken('/cgi-bin/message/subscribe/send', {})).body['errcode']).toBe(42001);
    expect(await wechat.token()).not.toBe(token);
    expect((await wechat.withToken('/cgi-bin/message/subscribe/send', {})).body['errcode']).toBe(40003);
  });

  it("answers with a planned code of WeChat's own, and knows no other", async () => {
    await wechat.control('/errors', { on: 'stable_token', errcode: -1 });
    expect((await wechat.stable()).body['errcode']).toBe(-1);
    expect((await wechat.stable()).body).not.toHaveProperty('errcode');
    expect(await wechat.controlStatus('/errors', { on: 'stable_token', errcode: 12 })).toBe(400);
    expect(await wechat.controlStatus('/errors', { errcode: -1, times: 0 })).toBe(400);
  });

  it('refuses a fault it does not know and a clock that goes back', async () => {
    expect(await wechat.controlStatus('/faults', { kind: 'explode' })).toBe(400);
    expect(await wechat.controlStatus('/clock', { advanceMs: -1 })).toBe(400);
    expect(await wechat.controlStatus('/clock', { set: 'yesterday' })).toBe(400);
  });

  it('remembers of a call its method, path and status, never its query or body', async () => {
    const { code } = await wechat.loginCode('renter');
    await wechat.session(code);
    const { items } = await wechat.control<{ items: object[] }>('/requests');
    expect(items).toContainEqual(expect.objectContaining({ method: 'GET', path: '/sns/jscode2session', call: 'jscode2session', status: 200 }));
    expect(JSON.stringify(items)).not.toContain(code);
  });
});

describe('the life of the process', () => {
  it('keeps users, codes, quota and its clock over a restart', async () => {
    const stateDir = mkdtempSync(join(tmpdir(), 'wechat-'));
    const first = await WechatDriver.start({ stateDir });
    const { code, openid } = await first.loginCode('renter');
    await first.control('/subscriptions', { openid, templateId: 'template-case', result: 'accept' });
    await first.control('/clock', { advanceDays: 1 });
    await first.control('/clock', { advanceMs: 0 });
    await first.running.close();
    const second = await WechatDriver.start({ stateDir });
    expect((await second.session(code)).body['errcode']).toBe(40029);
    expect(await second.control('/subscriptions?key=renter')).toEqual({ items: [{ openid, templateId: 'template-case', sends: 1, standing: false }] });
    await second.running.close();
    rmSync(stateDir, { recursive: true });
  });

  it('does not start in production', async () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    await expect(startWechat(APP)).rejects.toThrow('production');
    process.env['NODE_ENV'] = before;
  });
});
