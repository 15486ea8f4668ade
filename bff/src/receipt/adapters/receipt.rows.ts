import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instantColumn, integerColumn } from '../../platform/index.ts';

/** One a settled case; the database itself keeps a second one out. */
@Entity('receipt')
@Index('ux_receipt_case', ['caseId'], { unique: true })
export class ReceiptRow {
  @PrimaryColumn({ name: 'receipt_id', type: 'varchar', length: 36 })
  receiptId!: string;
  @Column({ name: 'case_id', type: 'varchar', length: 36 })
  caseId!: string;
  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;
  /** Sealed JSON. */
  @Column({ type: 'text' })
  facts!: string;
  @Column(instantColumn({ name: 'made_at' }))
  madeAt!: Date;
}

/** A code given out; instants are milliseconds since 1970. */
@Entity('receipt_share')
@Index('ix_receipt_share_receipt', ['receiptId', 'createdAt'])
@Index('ix_receipt_share_person', ['personId'])
export class ReceiptShareRow {
  @PrimaryColumn({ name: 'share_id', type: 'varchar', length: 16 })
  shareId!: string;
  @Column({ name: 'receipt_id', type: 'varchar', length: 36 })
  receiptId!: string;
  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;
  @Column({ type: 'varchar', length: 8 })
  purpose!: 'shown' | 'file';
  @Column(integerColumn({ name: 'created_at' }))
  createdAt!: number;
  @Column(integerColumn({ name: 'expires_at' }))
  expiresAt!: number;
  @Column(integerColumn({ name: 'withdrawn_at', nullable: true }))
  withdrawnAt!: number | null;
}

export const receiptRows = [ReceiptRow, ReceiptShareRow];
