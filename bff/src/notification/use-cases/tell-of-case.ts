import { Injectable } from '@nestjs/common';
import { isNotified } from '@anju/shared/progress';
import type { CaseStage } from '@anju/shared/progress';
import { Outbox, randomId } from '../../platform/index.ts';
import { Inbox } from '../domain/notices.ts';
import type { CaseNews } from '../notices.port.ts';
import { Notices } from '../notices.port.ts';

export const SEND_TOPIC = 'notification.send';

/** One accepted subscription is one message: it is kept for the stage that ends the case, and for the one at which the person must come. */
const SENT_OUT: readonly CaseStage[] = ['signing', 'paid', 'refused', 'payment-failed'];

@Injectable()
export class TellOfCase extends Notices {
  constructor(
    private readonly inbox: Inbox,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  async tell(news: CaseNews): Promise<void> {
    if (!isNotified(news.stage, news.route, news.role)) return;
    const goesOut = SENT_OUT.includes(news.stage);
    const noticeId = randomId();
    const { personId, caseId, number, route, stage, amountFen, channel, at } = news;
    const notice = { personId, caseId, number, route, stage, amountFen, channel, at };
    const added = await this.inbox.add({ ...notice, noticeId, read: false, sendState: goesOut ? 'pending' : 'none', alsoBy: 'none' });
    if (added && goesOut) await this.outbox.record({ topic: SEND_TOPIC, key: noticeId, payload: { noticeId } });
  }

  unread(personId: string): Promise<number> {
    return this.inbox.unread(personId);
  }
}
