import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instantColumn, integerColumn } from '../database/columns.ts';

export type OutboxState = 'waiting' | 'done' | 'dead';

@Entity('outbox_message')
@Index('ux_outbox_message_topic_key', ['topic', 'messageKey'], { unique: true })
@Index('ix_outbox_message_due', ['state', 'dueAt'])
@Index('ix_outbox_message_owner', ['leaseOwner'])
export class OutboxMessageRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Column({ type: 'varchar', length: 64 })
  topic!: string;
  @Column({ name: 'message_key', type: 'varchar', length: 128 })
  messageKey!: string;
  /** JSON of ids; never personal data. */
  @Column({ type: 'text' })
  payload!: string;
  @Column({ type: 'varchar', length: 12 })
  state!: OutboxState;
  @Column(integerColumn())
  attempts!: number;
  @Column(instantColumn({ name: 'due_at' }))
  dueAt!: Date;
  /** One claim's own name, so that what was claimed can be read back. */
  @Column({ name: 'lease_owner', type: 'varchar', length: 64, nullable: true })
  leaseOwner!: string | null;
  @Column(instantColumn({ name: 'lease_until' }))
  leaseUntil!: Date;
  @Column(instantColumn({ name: 'recorded_at' }))
  recordedAt!: Date;
  @Column(instantColumn({ name: 'settled_at', nullable: true }))
  settledAt!: Date | null;
  @Column({ type: 'varchar', length: 255, nullable: true })
  reason!: string | null;
}
