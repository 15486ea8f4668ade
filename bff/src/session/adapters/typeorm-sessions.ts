import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { BlindIndex, Database, FieldCipher } from '../../platform/index.ts';
import type { Session } from '../domain/session.ts';
import { Sessions } from '../domain/sessions.ts';
import { SessionRow } from './session.row.ts';

const OPEN_ID = 'session.open-id';
const MOBILE = 'session.mobile';

/** Sessions in the database. */
@Injectable()
export class TypeOrmSessions extends Sessions {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly blindIndex: BlindIndex,
  ) {
    super();
  }

  async add(session: Session, tokenHash: string): Promise<void> {
    await this.rows().insert({
      ...session,
      tokenHash,
      openId: session.openId === null ? null : this.cipher.seal(session.openId, OPEN_ID),
      openIndex: session.openId === null ? null : this.blindIndex.of(session.openId, OPEN_ID),
      mobile: session.mobile === null ? null : this.cipher.seal(session.mobile, MOBILE),
    });
  }

  async byTokenHash(tokenHash: string, now: number): Promise<Session | undefined> {
    return this.open(await this.rows().findOneBy({ tokenHash, expiresAt: MoreThan(now) }));
  }

  async byId(sessionId: string, now: number): Promise<Session | undefined> {
    return this.open(await this.rows().findOneBy({ sessionId, expiresAt: MoreThan(now) }));
  }

  async ofPerson(personId: string, now: number): Promise<readonly Session[]> {
    const rows = await this.rows().find({ where: { personId, expiresAt: MoreThan(now) }, order: { startedAt: 'DESC' }, take: 100 });
    return rows.map((row) => this.opened(row));
  }

  async seen(sessionId: string, at: number): Promise<void> {
    await this.rows().update({ sessionId }, { lastSeenAt: at });
  }

  async setMobile(sessionId: string, mobile: string): Promise<void> {
    await this.rows().update({ sessionId }, { mobile: this.cipher.seal(mobile, MOBILE) });
  }

  async bind(session: Session, personId: string): Promise<void> {
    await this.rows().update({ sessionId: session.sessionId }, { personId });
    if (session.openId !== null) await this.rows().update({ openIndex: this.blindIndex.of(session.openId, OPEN_ID), personId: IsNull() }, { personId });
  }

  async setFaceUntil(sessionId: string, until: number): Promise<void> {
    await this.rows().update({ sessionId }, { faceUntil: until });
  }

  async end(sessionId: string): Promise<void> {
    await this.rows().delete({ sessionId });
  }

  async endAllOf(personId: string): Promise<void> {
    await this.rows().delete({ personId });
  }

  async sweep(now: number): Promise<void> {
    await this.rows().delete({ expiresAt: LessThanOrEqual(now) });
  }

  private rows(): Repository<SessionRow> {
    return this.database.manager().getRepository(SessionRow);
  }

  private open(row: SessionRow | null): Session | undefined {
    return row === null ? undefined : this.opened(row);
  }

  private opened(row: SessionRow): Session {
    return {
      sessionId: row.sessionId,
      channel: row.channel,
      openId: row.openId === null ? null : this.cipher.open(row.openId, OPEN_ID),
      mobile: row.mobile === null ? null : this.cipher.open(row.mobile, MOBILE),
      personId: row.personId,
      faceUntil: row.faceUntil,
      startedAt: row.startedAt,
      lastSeenAt: row.lastSeenAt,
      expiresAt: row.expiresAt,
    };
  }
}
