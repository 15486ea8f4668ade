import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { fenColumn, instantColumn, integerColumn } from '../../platform/index.ts';

@Entity('service_case')
@Index('ux_service_case_number', ['number'], { unique: true })
@Index('ux_service_case_live', ['liveKey'], { unique: true })
@Index('ux_service_case_request', ['requestNo'], { unique: true })
@Index('ux_service_case_resubmits', ['resubmits'], { unique: true })
@Index('ix_service_case_core', ['coreCaseNo'])
@Index('ix_service_case_person', ['personId', 'submittedAt'])
@Index('ix_service_case_co_person', ['coPersonId', 'submittedAt'])
export class ServiceCaseRow {
  @PrimaryColumn({ name: 'case_id', type: 'varchar', length: 36 })
  caseId!: string;
  @Column({ type: 'varchar', length: 20 })
  number!: string;
  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;
  @Column({ name: 'co_person_id', type: 'varchar', length: 36, nullable: true })
  coPersonId!: string | null;
  /** `person|matter` while the case lives, its own id afterwards: the database itself keeps a second live one out. */
  @Column({ name: 'live_key', type: 'varchar', length: 80 })
  liveKey!: string;
  @Column({ name: 'is_live', type: 'boolean' })
  isLive!: boolean;
  @Column({ type: 'varchar', length: 8 })
  channel!: string;
  @Column({ type: 'varchar', length: 32 })
  route!: string;
  @Column(fenColumn({ name: 'amount_fen' }))
  amountFen!: number;
  @Column({ name: 'payee_bank', type: 'varchar', length: 120, nullable: true })
  payeeBank!: string | null;
  @Column({ name: 'payee_tail', type: 'varchar', length: 4, nullable: true })
  payeeTail!: string | null;
  @Column({ type: 'varchar', length: 16 })
  stage!: string;
  @Column({ type: 'varchar', length: 12 })
  link!: string;
  @Column({ name: 'request_no', type: 'varchar', length: 40 })
  requestNo!: string;
  @Column(integerColumn())
  attempt!: number;
  @Column({ name: 'core_case_no', type: 'varchar', length: 64, nullable: true })
  coreCaseNo!: string | null;
  /** Sealed. */
  @Column({ name: 'customer_no', type: 'varchar', length: 255 })
  customerNo!: string;
  /** The case that this one is handed in again for. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  resubmits!: string | null;
  /** Sealed JSON; empty as soon as nobody needs it any more. */
  @Column({ type: 'text', nullable: true })
  wish!: string | null;
  /** Sealed JSON. */
  @Column({ type: 'text', nullable: true })
  terms!: string | null;
  /** Sealed JSON. */
  @Column({ type: 'text', nullable: true })
  record!: string | null;
  @Column({ type: 'text', nullable: true })
  refusal!: string | null;
  @Column(instantColumn({ name: 'submitted_at' }))
  submittedAt!: Date;
  @Column(instantColumn({ name: 'updated_at' }))
  updatedAt!: Date;
  @Column(integerColumn())
  version!: number;
}

@Entity('case_history')
export class CaseHistoryRow {
  @PrimaryColumn({ name: 'case_id', type: 'varchar', length: 36 })
  caseId!: string;
  @PrimaryColumn({ type: 'varchar', length: 16 })
  stage!: string;
  @Column(instantColumn())
  at!: Date;
}

/** One row a day: the last number given out. */
@Entity('case_counter')
export class CaseCounterRow {
  @PrimaryColumn({ type: 'varchar', length: 10 })
  day!: string;
  @Column(integerColumn())
  last!: number;
}

@Entity('core_feed')
export class CoreFeedRow {
  @PrimaryColumn({ type: 'varchar', length: 8 })
  id!: string;
  @Column(integerColumn({ name: 'last_event' }))
  lastEvent!: number;
  @Column({ name: 'lease_owner', type: 'varchar', length: 36, nullable: true })
  leaseOwner!: string | null;
  @Column(instantColumn({ name: 'lease_until' }))
  leaseUntil!: Date;
}

export const progressRows = [ServiceCaseRow, CaseHistoryRow, CaseCounterRow, CoreFeedRow];
