import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { civilDateColumn, integerColumn } from '../../platform/index.ts';
import type { FaceOutcome } from '../domain/face-check.ts';

/** A face check that was begun. */
@Entity('face_check')
@Index('ix_face_check_person', ['personId', 'settledDay'])
@Index('ix_face_check_started', ['startedAt'])
export class FaceCheckRow {
  @PrimaryColumn({ name: 'verification_id', type: 'varchar', length: 32 })
  verificationId!: string;
  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;
  @Column({ name: 'session_id', type: 'varchar', length: 36 })
  sessionId!: string;
  @Column({ type: 'varchar', length: 8 })
  channel!: 'weapp' | 'h5';
  @Column({ type: 'varchar', length: 32 })
  purpose!: string;
  @Column({ name: 'provider_ref', type: 'text' })
  providerRef!: string;
  @Column({ type: 'varchar', length: 24, nullable: true })
  outcome!: FaceOutcome | null;
  @Column(integerColumn({ name: 'started_at' }))
  startedAt!: number;
  @Column(integerColumn({ name: 'expires_at' }))
  expiresAt!: number;
  /** The day in China on which it ended. */
  @Column(civilDateColumn({ name: 'settled_day', nullable: true }))
  settledDay!: string | null;
}
