import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instantColumn, integerColumn } from '../database/columns.ts';

@Entity('asked_request')
@Index('ix_asked_request_expires', ['expiresAt'])
export class AskedRequestRow {
  /** Blind index of scope and key: neither can be read here. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;
  @Column({ name: 'asking_id', type: 'varchar', length: 36 })
  askingId!: string;
  /** Blind index of method, path and body. */
  @Column({ name: 'request_hash', type: 'varchar', length: 64 })
  requestHash!: string;
  @Column({ type: 'varchar', length: 12 })
  state!: 'running' | 'done';
  @Column({ name: 'lease_owner', type: 'varchar', length: 36 })
  leaseOwner!: string;
  @Column(instantColumn({ name: 'lease_until' }))
  leaseUntil!: Date;
  @Column(integerColumn({ nullable: true }))
  status!: number | null;
  /** The reply as JSON, sealed. */
  @Column({ type: 'text', nullable: true })
  reply!: string | null;
  @Column(instantColumn({ name: 'expires_at' }))
  expiresAt!: Date;
}
