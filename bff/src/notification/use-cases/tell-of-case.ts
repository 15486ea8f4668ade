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
    const { personId, role = 'applicant', caseId, number, route, stage, amountFen, channel, at, origin = null, cause = null } = news;
    if (!isNotified(stage, route, role)) return;
    const goesOut = SENT_OUT.includes(stage);
    const noticeId = randomId();
    const notice = { personId, role, caseId, number, route, stage, amountFen, channel, at, origin, cause };
    const added = await this.inbox.add({ ...notice, noticeId, read: false, sendState: goesOut ? 'pending' : 'none', alsoBy: 'none' });
    if (added && goesOut) await this.outbox.record({ topic: SEND_TOPIC, key: noticeId, payload: { noticeId } });
  }

  unread(personId: string): Promise<number> {
    return this.inbox.unread(personId);
  }
}
