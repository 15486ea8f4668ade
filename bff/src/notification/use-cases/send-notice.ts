import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Config } from '../../config.ts';
import { Identities } from '../../identity/index.ts';
import { Clock, Log, Outbox, UnitOfWork } from '../../platform/index.ts';
import type { Delivery } from '../../platform/index.ts';
import { SmsGateway } from '../../sms/index.ts';
import { caseSms, caseSubscribeMessage } from '../../texts/index.ts';
import { Wechat } from '../../wechat/index.ts';
import { Inbox, SubscriptionLedger } from '../domain/notices.ts';
import type { StoredNotice } from '../domain/notices.ts';
import { SEND_TOPIC } from './tell-of-case.ts';

interface Sent {
  readonly state: 'sent' | 'not-sent' | 'pending';
  readonly by: StoredNotice['alsoBy'];
  /** With `pending`: what the provider asked to wait. */
  readonly afterMs?: number;
}
/** Later than this nobody wants to hear of it by message any more. */
const WORTH_SENDING_MS = 24 * 3_600_000;
const NOT_SENT: Sent = { state: 'not-sent', by: 'none' };

/**
 * Sends the one message of a notice, at most once. The permission to send is taken before the provider is called, so that a crash or
 * a time-out in between leaves `sending` behind and nobody sends again: two messages about one payment read like two payments, while a
 * missing one costs little, since the inbox holds the notice in any case. What certainly was not sent is tried again for a day.
 */
@Injectable()
export class SendNotice implements OnModuleInit {
  constructor(
    private readonly inbox: Inbox,
    private readonly ledger: SubscriptionLedger,
    private readonly identities: Identities,
    private readonly wechat: Wechat,
    private readonly sms: SmsGateway,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.outbox.handle(SEND_TOPIC, (payload) => this.execute(String(payload['noticeId'])));
  }

  async execute(noticeId: string): Promise<Delivery> {
    const notice = await this.inbox.byId(noticeId);
    if (notice === undefined) return { kind: 'dead', reason: 'no such notice' };
    if (!(await this.unitOfWork.run(() => this.inbox.startSending(noticeId)))) {
      if (notice.sendState === 'sending') this.log.event('notice.unknown', { noticeId });
      return { kind: 'done' };
    }
    const sent = this.inTime(notice, await this.sendOrGiveBack(notice));
    await this.unitOfWork.run(() => this.inbox.finishSending(noticeId, sent.state, sent.by));
    this.log.event(sent.state === 'sent' ? 'notice.sent' : 'notice.not-sent', { noticeId, by: sent.by });
    if (sent.state !== 'pending') return { kind: 'done' };
    return { kind: 'later', ...(sent.afterMs === undefined ? {} : { afterMs: sent.afterMs }) };
  }

  /** The providers' adapters answer and never throw: whatever breaks here broke before anything was sent, so the permission is given back. */
  private async sendOrGiveBack(notice: StoredNotice): Promise<Sent> {
    try {
      return await this.send(notice);
    } catch (error) {
      await this.unitOfWork.run(() => this.inbox.finishSending(notice.noticeId, 'pending', 'none'));
      throw error;
    }
  }

  private inTime(notice: StoredNotice, sent: Sent): Sent {
    return sent.state === 'pending' && this.clock.now().getTime() - notice.at.getTime() > WORTH_SENDING_MS ? NOT_SENT : sent;
  }

  private async send(notice: StoredNotice): Promise<Sent> {
    const contact = await this.identities.contactOf(notice.personId);
    if (contact === undefined) return NOT_SENT;
    if (notice.channel === 'weapp' && contact.openId !== undefined) {
      const byWechat = await this.byWechat(notice, contact.openId);
      if (byWechat !== 'use-sms') return byWechat;
    }
    return contact.mobile === undefined ? NOT_SENT : this.bySms(notice, contact.mobile);
  }

  /** Only a clear no of WeChat opens the way to an SMS; no answer may mean that the message is on its way. */
  private async byWechat(notice: StoredNotice, openId: string): Promise<Sent | 'use-sms'> {
    const templateId = this.config.wechat.templateCase;
    if (!(await this.unitOfWork.run(() => this.ledger.take(openId, templateId)))) return 'use-sms';
    const outcome = await this.wechat.sendSubscribeMessage(caseSubscribeMessage(openId, templateId, notice));
    if (outcome.kind === 'ok') return { state: 'sent', by: 'wechat' };
    if (outcome.kind === 'unreachable') return NOT_SENT;
    // What was not used is given back, except where WeChat itself says that there is none.
    await this.unitOfWork.run(() => (outcome.reason === 'no-quota' ? this.ledger.clear(openId, templateId) : this.ledger.add(openId, templateId)));
    if (outcome.reason !== 'later') return 'use-sms';
    return { state: 'pending', by: 'none', ...(outcome.afterSeconds === undefined ? {} : { afterMs: outcome.afterSeconds * 1000 }) };
  }

  private async bySms(notice: StoredNotice, mobile: string): Promise<Sent> {
    const outcome = await this.sms.send({ mobile, template: 'case', params: caseSms(notice) });
    if (outcome.kind === 'sent') return { state: 'sent', by: 'sms' };
    return outcome.kind === 'refused' && outcome.reason === 'later' ? { state: 'pending', by: 'none' } : NOT_SENT;
  }
}
