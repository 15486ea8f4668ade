import type { Notice, NoticesReply, ReadReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/index.ts';
import type { StoredNotice } from '../domain/notices.ts';
import { Inbox } from '../domain/notices.ts';

const PAGE = 20;

function shown(notice: StoredNotice): Notice {
  const { noticeId, read, role, caseId, number, route, stage, amountFen, origin, cause, alsoBy } = notice;
  const about = { ...(origin === null ? {} : { origin }), ...(cause === null ? {} : { cause }) };
  return { noticeId, at: notice.at.toISOString(), read, kind: 'case-stage', role, caseId, number, route, stage, amountFen, ...about, alsoBy };
}

@Injectable()
export class ShowInbox {
  constructor(private readonly inbox: Inbox) {}

  async execute(personId: string, cursor: string | undefined): Promise<NoticesReply> {
    const page = await this.inbox.page(personId, cursor, PAGE);
    const unread = await this.inbox.unread(personId);
    return { items: page.items.map(shown), unread, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
  }
}

@Injectable()
export class MarkRead {
  constructor(
    private readonly inbox: Inbox,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async execute(personId: string, noticeIds: readonly string[]): Promise<ReadReply> {
    await this.unitOfWork.run(() => this.inbox.markRead(personId, noticeIds));
    return { unread: await this.inbox.unread(personId) };
  }
}
