import { caseTemplate, fieldAccepts } from './template.fields.ts';
import { WechatDriver } from './wechat.client.fixture.ts';

const data = {
  thing1: { value: '偿还公积金贷款提取' },
  character_string2: { value: 'TQ2026112100001' },
  phrase3: { value: '已到账' },
  time4: { value: '2026年11月21日 15:01' },
  thing5: { value: '款项已到您的银行卡' },
};

interface Delivered {
  readonly items: readonly { id: number; key: string; title: string; text: string; page?: string; msgid: string; lines: { label: string; value: string }[] }[];
}

describe('sending a subscribe message', () => {
  let wechat: WechatDriver;
  let openid: string;
  const send = async (change: object = {}): Promise<{ raw: string; errcode: unknown; errmsg: unknown }> => {
    const body = { touser: openid, template_id: 'template-case', page: 'pages/progress/index?caseId=1', data, ...change };
    const reply = await wechat.withToken('/cgi-bin/message/subscribe/send', body);
    return { raw: reply.raw, errcode: reply.body['errcode'], errmsg: reply.body['errmsg'] };
  };
  const subscribe = async (result: string, templateId = 'template-case'): Promise<unknown> => wechat.control('/subscriptions', { openid, templateId, result });
  beforeAll(async () => {
    wechat = await WechatDriver.start();
  });
  beforeEach(async () => {
    await wechat.control('/reset', {});
    await wechat.control('/pages', { pages: [] });
    openid = (await wechat.loginCode('loan-in-order')).openid;
  });
  afterAll(async () => wechat.running.close());

  it('delivers one message an accept, with a number no double can hold', async () => {
    await subscribe('accept');
    const { raw, errcode } = await send();
    expect(errcode).toBe(0);
    const msgid = /"msgid":(\d+)/.exec(raw)?.[1] ?? '';
    expect(String(Number(msgid))).not.toBe(msgid);
    const { items } = await wechat.control<Delivered>('/messages?key=loan-in-order');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ key: 'loan-in-order', title: '业务办理进度提醒', page: 'pages/progress/index?caseId=1', msgid });
    expect(items[0]?.text).toContain('办理状态：已到账');
  });

  it('adds up accepts and refuses the send after the last with 43101', async () => {
    await subscribe('accept');
    await subscribe('accept');
    expect([(await send()).errcode, (await send()).errcode, (await send()).errcode]).toEqual([0, 0, 43101]);
  });

  it('refuses without an accept, after a reject, a filter, a ban and after being turned off', async () => {
    expect((await send()).errcode).toBe(43101);
    for (const result of ['reject', 'filter']) {
      await subscribe(result);
      expect((await send()).errcode).toBe(43101);
    }
    for (const result of ['ban', 'turned-off']) {
      await subscribe('accept');
      await subscribe(result);
      expect((await send()).errcode).toBe(43101);
    }
  });

  it('keeps an earlier accept when a later panel is rejected', async () => {
    await subscribe('accept');
    await subscribe('reject');
    expect((await send()).errcode).toBe(0);
  });

  it('sends a long-term template as often as wanted until it is turned off', async () => {
    await subscribe('accept', 'template-long');
    const long = { template_id: 'template-long', data: { thing1: { value: '利息已结' } } };
    expect([(await send(long)).errcode, (await send(long)).errcode]).toEqual([0, 0]);
    await subscribe('turned-off', 'template-long');
    expect((await send(long)).errcode).toBe(43101);
  });

  it('spends nothing on a send it refuses', async () => {
    await subscribe('accept');
    await send({ data: { ...data, phrase3: { value: 'paid' } } });
    expect((await send()).errcode).toBe(0);
  });

  it.each([
    ['an unknown openid', { touser: 'oNobody' }, 40003, 'invalid openid'],
    ['no openid', { touser: undefined }, 40003, 'invalid openid'],
    ['an unknown template', { template_id: 'x' }, 40037, 'invalid template_id'],
    ['a page that is no page', { page: '支付' }, 41030, 'invalid page'],
    ['an unknown state', { miniprogram_state: 'prod' }, 40097, 'invalid args'],
    ['an unknown language', { lang: 'de' }, 40097, 'invalid args'],
    ['a missing keyword', { data: { thing1: data.thing1 } }, 47003, 'argument invalid! data.character_string2.value is empty'],
    ['a blank keyword', { data: { ...data, thing5: { value: ' ' } } }, 47003, 'argument invalid! data.thing5.value is empty'],
    ['an over-long thing', { data: { ...data, thing1: { value: '提'.repeat(21) } } }, 47003, 'argument invalid! data.thing1.value invalid'],
    ['a phrase that is not Chinese', { data: { ...data, phrase3: { value: 'paid' } } }, 47003, 'argument invalid! data.phrase3.value invalid'],
    ['a keyword the template has not', { data: { ...data, thing9: { value: '多' } } }, 47003, 'argument invalid! data.thing9 not in template'],
    ['data as a text', { data: JSON.stringify(data) }, 47003, 'argument invalid! data.thing1.value is empty'],
  ])('refuses %s', async (_what, change, errcode, words) => {
    await subscribe('accept');
    const reply = await send(change);
    expect(reply.errcode).toBe(errcode);
    expect(String(reply.errmsg).startsWith(`${words} rid: `)).toBe(true);
  });

  it('knows the released pages when told them, and lets a trial version open any', async () => {
    await wechat.control('/pages', { pages: ['pages/progress/index'] });
    await subscribe('accept');
    expect((await send({ page: 'pages/other/index' })).errcode).toBe(41030);
    expect((await send()).errcode).toBe(0);
    await subscribe('accept');
    expect((await send({ page: 'pages/other/index', miniprogram_state: 'trial' })).errcode).toBe(0);
  });

  it('lists what came after an id, and refuses a template, a result or a cursor that do not exist', async () => {
    await subscribe('accept');
    await subscribe('accept');
    await send();
    const first = (await wechat.control<Delivered>('/messages')).items[0];
    await send();
    expect((await wechat.control<Delivered>(`/messages?after=${first?.id ?? 0}`)).items).toHaveLength(1);
    expect((await wechat.call('GET', '/control/messages?after=x')).status).toBe(400);
    expect(await wechat.controlStatus('/subscriptions', { openid, templateId: 'x', result: 'accept' })).toBe(404);
    expect(await wechat.controlStatus('/subscriptions', { openid, templateId: 'template-case', result: 'yes' })).toBe(400);
  });
});

describe('the limits of field values', () => {
  it.each([
    ['thing1', '偿还公积金贷款提取'],
    ['thing1', '𠮷'.repeat(20)],
    ['number2', '-12.50'],
    ['letter3', 'ABC'],
    ['symbol4', '+-*'],
    ['character_string5', 'TQ-2026/11'],
    ['time6', '15:01'],
    ['time6', '2019年10月1日 15:01~2019年10月1日 16:01'],
    ['date7', '2018-01-01'],
    ['date7', '10月1日'],
    ['amount8', '¥1234.50'],
    ['phone_number9', '0592-12329'],
    ['car_number10', '闽D12345'],
    ['name11', '林望舒'],
    ['phrase12', '已到账'],
  ])('%s takes %s', (key, value) => {
    expect(fieldAccepts(key, value)).toBe(true);
  });

  it.each([
    ['thing1', '𠮷'.repeat(21)],
    ['thing1', '两\n行'],
    ['number2', '1,000'],
    ['letter3', 'A1'],
    ['symbol4', '+a'],
    ['character_string5', '提取'],
    ['character_string5', 'x'.repeat(33)],
    ['time6', '25:00'],
    ['date7', '2018-01/01'],
    ['date7', '昨天'],
    ['amount8', '¥1,234.50'],
    ['phone_number9', '123456789012345678'],
    ['car_number10', '闽D123456789'],
    ['name11', '林望舒1'],
    ['name11', '名'.repeat(11)],
    ['phrase12', '六个汉字太长'],
    ['phrase12', 'ok'],
    ['mystery13', 'x'],
  ])('%s refuses %s', (key, value) => {
    expect(fieldAccepts(key, value)).toBe(false);
  });

  it('the case template says what it is', () => {
    expect(caseTemplate('x')).toMatchObject({ title: '业务办理进度提醒', type: 2 });
  });
});
