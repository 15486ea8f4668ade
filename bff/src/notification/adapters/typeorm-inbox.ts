import { CASE_STAGES } from '@anju/shared/progress';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, isDuplicateKey } from '../../platform/index.ts';
import type { NoticePage, StoredNotice } from '../domain/notices.ts';
import { Inbox } from '../domain/notices.ts';
import { NoticeRow } from './notification.rows.ts';

/** Room for the stages of one millisecond; the product stays far below 2^53. */
const SLOTS = 16;

const noticeOf = ({ position: _position, ...row }: NoticeRow): StoredNotice => ({ ...row, role: row.role ?? 'applicant' }) as StoredNotice;

@Injectable()
export class TypeOrmInbox extends Inbox {
  constructor(private readonly database: Database) {
    super();
  }

  async add(notice: StoredNotice): Promise<boolean> {
    const manager = this.database.manager();
    const { caseId, stage, personId } = notice;
    if (await manager.existsBy(NoticeRow, { caseId, stage, personId })) return false;
    const position = notice.at.getTime() * SLOTS + CASE_STAGES.indexOf(stage);
    try {
      await manager.insert(NoticeRow, { ...notice, position });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async byId(noticeId: string): Promise<StoredNotice | undefined> {
    const row = await this.database.manager().findOneBy(NoticeRow, { noticeId });
    return row === null ? undefined : noticeOf(row);
  }

  async startSending(noticeId: string): Promise<boolean> {
    const taken = await this.database.manager().update(NoticeRow, { noticeId, sendState: 'pending' }, { sendState: 'sending' });
    return taken.affected === 1;
  }

  async finishSending(noticeId: string, state: 'sent' | 'not-sent' | 'pending', alsoBy: StoredNotice['alsoBy']): Promise<void> {
    await this.database.manager().update(NoticeRow, { noticeId, sendState: 'sending' }, { sendState: state, alsoBy });
  }

  async page(personId: string, cursor: string | undefined, size: number): Promise<NoticePage> {
    const query = this.database.manager().createQueryBuilder(NoticeRow, 'notice').where('notice.personId = :personId', { personId });
    const start = readCursor(cursor);
    if (start !== undefined) query.andWhere('(notice.position < :at OR (notice.position = :at AND notice.noticeId < :id))', start);
    const rows = await query.orderBy('notice.position', 'DESC').addOrderBy('notice.noticeId', 'DESC').limit(size + 1).getMany();
    const shown = rows.slice(0, size);
    const last = shown.at(-1);
    const more = rows.length > size && last !== undefined;
    return { items: shown.map(noticeOf), ...(more ? { cursor: Buffer.from(`${last.position}.${last.noticeId}`).toString('base64url') } : {}) };
  }

  unread(personId: string): Promise<number> {
    return this.database.manager().countBy(NoticeRow, { personId, read: false });
  }

  async markRead(personId: string, noticeIds: readonly string[]): Promise<void> {
    if (noticeIds.length === 0) return;
    await this.database.manager().update(NoticeRow, { personId, noticeId: In([...noticeIds]) }, { read: true });
  }
}

/** undefined for a cursor nobody gave out: the list starts at its beginning. */
function readCursor(cursor: string | undefined): { readonly at: number; readonly id: string } | undefined {
  const match = /^(\d{1,16})\.([0-9a-f-]{36})$/.exec(Buffer.from(cursor ?? '', 'base64url').toString('utf8'));
  return match?.[1] === undefined || match[2] === undefined ? undefined : { at: Number(match[1]), id: match[2] };
}
