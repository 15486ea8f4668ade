import { testEngines } from '../../platform/testing/index.ts';
import type { BusinessWorld } from '../../withdrawal/testing/business-world.ts';
import { businessWorld } from '../../withdrawal/testing/business-world.ts';
import { Notices } from '../index.ts';
import type { NoticeNews } from '../index.ts';
import { SendNotice } from './send-notice.ts';
import { MarkRead, ShowInbox } from './show-inbox.ts';
import { RecordSubscriptions } from './subscriptions.ts';

const personId = '11111111-1111-4111-8111-111111111111';
const TEMPLATE = 'template-1';

describe.each(testEngines())('telling a person of a case (%s)', (engine) => {
  let world: BusinessWorld;
  beforeEach(async () => {
    world = await businessWorld(engine);
  });
  afterEach(() => world.close());

  const newsOf = (stage: NoticeNews['stage'], channel: NoticeNews['channel'] = 'weapp'): NoticeNews => ({
    personId, caseId: '22222222-2222-4222-8222-222222222222', number: 'T20261121000001', route: 'repay-fund-loan', stage, amountFen: 123_456, channel,
    at: new Date('2026-11-21T02:00:00.000Z'),
  });
  const tell = (news: NoticeNews): Promise<void> => world.db.unitOfWork.run(() => world.module.get(Notices).tell(news));
  const subscribe = (answer: 'accept' | 'reject' | 'ban') => world.module.get(RecordSubscriptions).execute('open-1', { [TEMPLATE]: answer });
  const inbox = async () => (await world.module.get(ShowInbox).execute(personId, undefined)).items;

  it('sends one subscription message on weapp for the stage that ends the case, and none before', async () => {
    await subscribe('accept');
    for (const stage of ['accepted', 'approved', 'paid'] as const) await tell(newsOf(stage));
    await world.outbox.round();
    expect(world.post.wechat).toHaveLength(1);
    expect(world.post.wechat[0]?.fields).toEqual({
      thing1: '偿还公积金贷款提取', character_string2: 'T20261121000001', phrase3: '已到账', time4: '2026年11月21日 10:00', thing5: '请核对您的银行卡到账情况',
    });
    expect(world.post.sms).toEqual([]);
    expect((await inbox()).map((notice) => [notice.stage, notice.alsoBy])).toEqual([['paid', 'wechat'], ['approved', 'none'], ['accepted', 'none']]);
  });

  it('sends one SMS on h5', async () => {
    await tell(newsOf('paid', 'h5'));
    await world.outbox.round();
    expect(world.post.sms).toEqual([{ mobile: '13900000000', template: 'case', params: ['偿还公积金贷款提取', 'T20261121000001', '已到账'] }]);
    expect(world.post.wechat).toEqual([]);
  });

  it('tells the same stage of the same case once', async () => {
    await tell(newsOf('paid', 'h5'));
    await tell(newsOf('paid', 'h5'));
    await world.outbox.round();
    expect(await inbox()).toHaveLength(1);
    expect(world.post.sms).toHaveLength(1);
  });

  it('falls back to SMS without a subscription', async () => {
    await tell(newsOf('refused'));
    await world.outbox.round();
    expect(world.post.wechat).toEqual([]);
    expect(world.post.sms).toHaveLength(1);
  });

  it('falls back to SMS when WeChat says that nothing is left, and believes it', async () => {
    await subscribe('accept');
    await subscribe('accept');
    world.post.wechatOutcome = { kind: 'refused', reason: 'no-quota' };
    await tell(newsOf('paid'));
    await world.outbox.round();
    expect(world.post.sms).toHaveLength(1);
    expect(await subscribe('reject')).toEqual({ remaining: { [TEMPLATE]: 0 } });
  });

  it('does not repeat a message whose fate is unknown, by either way', async () => {
    await subscribe('accept');
    world.post.wechatOutcome = { kind: 'unreachable' };
    await tell(newsOf('paid'));
    await world.outbox.round();
    await world.outbox.round();
    expect(world.post.wechat).toHaveLength(1);
    expect(world.post.sms).toEqual([]);
  });

  it('does not send again what a crash left half sent', async () => {
    await tell(newsOf('paid', 'h5'));
    const noticeId = (await inbox())[0]?.noticeId ?? '';
    await world.db.unitOfWork.run(() => world.db.database.manager().query("UPDATE notice SET send_state = 'sending'"));
    expect(await world.module.get(SendNotice).execute(noticeId)).toEqual({ kind: 'done' });
    expect(world.post.sms).toEqual([]);
  });

  it('tries again when the gateway says later', async () => {
    world.post.smsOutcome = { kind: 'refused', reason: 'later' };
    await tell({ ...newsOf('paid', 'h5'), at: world.clock.now() });
    await world.outbox.round();
    world.post.smsOutcome = { kind: 'sent', serialNo: '2' };
    await world.outbox.round();
    expect(world.post.sms).toHaveLength(2);
    expect((await inbox())[0]?.alsoBy).toBe('sms');
  });

  it('tries again after a fault of our own that kept the provider from being asked', async () => {
    await tell(newsOf('paid', 'h5'));
    const contactOf = world.people.contactOf.bind(world.people);
    world.people.contactOf = () => Promise.reject(new Error('the database went away'));
    await expect(world.outbox.round()).rejects.toThrow('went away');
    world.people.contactOf = contactOf;
    await world.outbox.round();
    expect(world.post.sms).toHaveLength(1);
  });

  it('waits as long as WeChat asks for, and gives up after a day', async () => {
    await subscribe('accept');
    world.post.wechatOutcome = { kind: 'refused', reason: 'later', afterSeconds: 60 };
    await tell({ ...newsOf('paid'), at: world.clock.now() });
    const noticeId = (await inbox())[0]?.noticeId ?? '';
    const send = world.module.get(SendNotice);
    expect(await send.execute(noticeId)).toEqual({ kind: 'later', afterMs: 60_000 });
    world.clock.advance(25 * 3_600_000);
    expect(await send.execute(noticeId)).toEqual({ kind: 'done' });
    expect(await send.execute(noticeId)).toEqual({ kind: 'done' });
    expect(world.post.wechat).toHaveLength(2);
  });

  it('sends nothing to somebody who has left', async () => {
    world.people.contact = undefined;
    await tell(newsOf('paid', 'h5'));
    await world.outbox.round();
    expect(world.post.sms).toEqual([]);
  });

  it('adds one message for each accept and counts nothing without a WeChat account', async () => {
    await subscribe('accept');
    expect(await subscribe('accept')).toEqual({ remaining: { [TEMPLATE]: 2 } });
    expect(await subscribe('ban')).toEqual({ remaining: { [TEMPLATE]: 0 } });
    expect(await world.module.get(RecordSubscriptions).execute(undefined, { [TEMPLATE]: 'accept' })).toEqual({ remaining: {} });
    expect(await world.module.get(RecordSubscriptions).execute('open-1', { 'not-ours': 'accept' })).toEqual({ remaining: {} });
  });

  it('marks only the person\'s own as read', async () => {
    await tell(newsOf('accepted'));
    const noticeIds = (await inbox()).map((notice) => notice.noticeId);
    await world.module.get(MarkRead).execute('33333333-3333-4333-8333-333333333333', noticeIds);
    expect(await world.module.get(Notices).unread(personId)).toBe(1);
    expect(await world.module.get(MarkRead).execute(personId, noticeIds)).toEqual({ unread: 0 });
  });

  it('pages through a long inbox without losing or repeating a notice', async () => {
    for (let n = 0; n < 25; n += 1) {
      await tell({ ...newsOf('accepted'), caseId: `22222222-2222-4222-8222-2222222222${String(n).padStart(2, '0')}`, at: new Date(1_700_000_000_000 + Math.floor(n / 3)) });
    }
    const show = world.module.get(ShowInbox);
    const first = await show.execute(personId, undefined);
    const second = await show.execute(personId, first.cursor);
    expect([first.items.length, second.items.length, second.cursor]).toEqual([20, 5, undefined]);
    expect(new Set([...first.items, ...second.items].map((notice) => notice.noticeId)).size).toBe(25);
  });
});
