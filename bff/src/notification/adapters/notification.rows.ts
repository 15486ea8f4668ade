import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { fenColumn, instantColumn, integerColumn } from '../../platform/index.ts';

@Entity('notice')
@Index('ux_notice_case_stage_person', ['caseId', 'stage', 'personId'], { unique: true })
@Index('ix_notice_person', ['personId', 'position'])
export class NoticeRow {
  @PrimaryColumn({ name: 'notice_id', type: 'varchar', length: 36 })
  noticeId!: string;
  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;
  /** As whom they are told: applicant or co-borrower. */
  @Column({ type: 'varchar', length: 12, nullable: true })
  role!: string | null;
  @Column({ name: 'case_id', type: 'varchar', length: 36 })
  caseId!: string;
  @Column({ type: 'varchar', length: 20 })
  number!: string;
  @Column({ type: 'varchar', length: 32 })
  route!: string;
  @Column({ type: 'varchar', length: 16 })
  stage!: string;
  @Column(fenColumn({ name: 'amount_fen' }))
  amountFen!: number;
  @Column({ type: 'varchar', length: 8 })
  channel!: string;
  @Column(instantColumn())
  at!: Date;
  /** The moment and, within it, the stage: orders a case that was decided at once. */
  @Column(integerColumn())
  position!: number;
  /** Who made the case, when it was not the person here. */
  @Column({ type: 'varchar', length: 8, nullable: true })
  origin!: string | null;
  @Column({ type: 'text', nullable: true })
  cause!: string | null;
  @Column({ name: 'is_read', type: 'boolean' })
  read!: boolean;
  @Column({ name: 'send_state', type: 'varchar', length: 12 })
  sendState!: string;
  @Column({ name: 'also_by', type: 'varchar', length: 8 })
  alsoBy!: string;
}

@Entity('subscription')
export class SubscriptionRow {
  /** Blind index of the WeChat account. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  account!: string;
  @PrimaryColumn({ name: 'template_id', type: 'varchar', length: 64 })
  templateId!: string;
  @Column(integerColumn())
  remaining!: number;
}

export const notificationRows = [NoticeRow, SubscriptionRow];
