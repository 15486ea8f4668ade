import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { civilDateColumn } from '../../platform/index.ts';

/** One try that counts until its day is over. */
@Entity('identity_attempt')
@Index('ix_identity_attempt_subject', ['kind', 'subject', 'day'])
@Index('ix_identity_attempt_day', ['day'])
export class AttemptRow {
  @PrimaryColumn({ name: 'attempt_id', type: 'varchar', length: 36 })
  attemptId!: string;
  @Column({ type: 'varchar', length: 16 })
  kind!: string;
  /** Blind index of whoever tries. */
  @Column({ type: 'varchar', length: 64 })
  subject!: string;
  @Column(civilDateColumn())
  day!: string;
}
