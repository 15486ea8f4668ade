import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { integerColumn } from '../../platform/index.ts';

/** One signed-in device. What names the person is sealed; instants are milliseconds since 1970. */
@Entity('session')
@Index('ux_session_token', ['tokenHash'], { unique: true })
@Index('ix_session_person', ['personId'])
@Index('ix_session_open', ['openIndex'])
@Index('ix_session_expires', ['expiresAt'])
export class SessionRow {
  @PrimaryColumn({ name: 'session_id', type: 'varchar', length: 36 })
  sessionId!: string;
  @Column({ name: 'token_hash', type: 'varchar', length: 64 })
  tokenHash!: string;
  @Column({ type: 'varchar', length: 8 })
  channel!: 'weapp' | 'h5';
  @Column({ name: 'open_id', type: 'text', nullable: true })
  openId!: string | null;
  @Column({ name: 'open_index', type: 'varchar', length: 64, nullable: true })
  openIndex!: string | null;
  @Column({ type: 'text', nullable: true })
  mobile!: string | null;
  @Column({ name: 'person_id', type: 'varchar', length: 36, nullable: true })
  personId!: string | null;
  @Column(integerColumn({ name: 'face_until', nullable: true }))
  faceUntil!: number | null;
  @Column(integerColumn({ name: 'started_at' }))
  startedAt!: number;
  @Column(integerColumn({ name: 'last_seen_at' }))
  lastSeenAt!: number;
  @Column(integerColumn({ name: 'expires_at' }))
  expiresAt!: number;
}
