import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instantColumn, integerColumn } from '../../platform/index.ts';

@Entity('archive_package')
@Index('ux_archive_package_name', ['package'], { unique: true })
export class ArchivePackageRow {
  @PrimaryColumn({ name: 'case_id', type: 'varchar', length: 36 })
  caseId!: string;
  @Column(integerColumn({ primary: true }))
  part!: number;
  @Column({ type: 'varchar', length: 64 })
  package!: string;
  @Column({ type: 'varchar', length: 16 })
  outcome!: string;
  @Column(instantColumn({ name: 'paid_at', nullable: true }))
  paidAt!: Date | null;
  @Column({ type: 'varchar', length: 20, nullable: true })
  successor!: string | null;
  @Column({ name: 'receipt_id', type: 'varchar', length: 36, nullable: true })
  receiptId!: string | null;
  @Column(instantColumn({ name: 'ended_at', nullable: true }))
  endedAt!: Date | null;
  /** Sealed JSON. */
  @Column({ type: 'text', nullable: true })
  said!: string | null;
  /** Empty, and no bytes, as long as the package is only planned. */
  @Column({ type: 'varchar', length: 64 })
  sha256!: string;
  @Column({ type: 'varchar', length: 64 })
  sm3!: string;
  @Column(integerColumn({ name: 'size_bytes' }))
  sizeBytes!: number;
  @Column(instantColumn({ name: 'handed_over_at' }))
  handedOverAt!: Date;
}

export const archiveRows = [ArchivePackageRow];
