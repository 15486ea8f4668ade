import type { PrimaryColumnOptions } from 'typeorm';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instantColumn, integerColumn } from '../../platform/index.ts';

@Entity('audit_entry')
@Index('ix_audit_entry_person', ['personId'])
export class AuditEntryRow {
  @PrimaryColumn(integerColumn() as PrimaryColumnOptions)
  sequence!: number;
  @Column(instantColumn())
  at!: Date;
  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;
  @Column({ type: 'varchar', length: 12 })
  actor!: string;
  @Column({ type: 'varchar', length: 64 })
  action!: string;
  @Column({ type: 'varchar', length: 64, nullable: true })
  subject!: string | null;
  @Column({ type: 'varchar', length: 64 })
  outcome!: string;
  @Column({ name: 'previous_hash', type: 'varchar', length: 64 })
  previousHash!: string;
  @Column({ type: 'varchar', length: 64 })
  hash!: string;
}

/** One row: where the chain ends. Every append goes through it, which puts appends one after the other. */
@Entity('audit_head')
export class AuditHeadRow {
  @PrimaryColumn({ type: 'varchar', length: 8 })
  id!: string;
  @Column(integerColumn())
  sequence!: number;
  @Column({ type: 'varchar', length: 64 })
  hash!: string;
}

export const auditRows = [AuditEntryRow, AuditHeadRow];
