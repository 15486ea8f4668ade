import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instantColumn, integerColumn } from '../../platform/index.ts';

@Entity('archived_case')
@Index('ux_archived_case_number', ['number'], { unique: true })
export class ArchivedCaseRow {
  @PrimaryColumn({ name: 'case_id', type: 'varchar', length: 36 })
  caseId!: string;
  @Column({ type: 'varchar', length: 20 })
  number!: string;
  @Column({ type: 'varchar', length: 64 })
  package!: string;
  @Column({ type: 'varchar', length: 64 })
  sha256!: string;
  @Column({ type: 'varchar', length: 64 })
  sm3!: string;
  @Column(integerColumn({ name: 'size_bytes' }))
  sizeBytes!: number;
  @Column(instantColumn({ name: 'handed_over_at' }))
  handedOverAt!: Date;
}

export const archiveRows = [ArchivedCaseRow];
