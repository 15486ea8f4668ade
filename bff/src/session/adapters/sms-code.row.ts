import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { integerColumn } from '../../platform/index.ts';

/** A sign-in code that was asked for. Mobile and address as blind indexes, the code as a keyed hash. */
@Entity('sms_code')
@Index('ux_sms_code_slot', ['mobileIndex', 'minuteSlot'], { unique: true })
@Index('ix_sms_code_ip', ['ipIndex', 'askedAt'])
@Index('ix_sms_code_asked', ['askedAt'])
export class SmsCodeRow {
  @PrimaryColumn({ name: 'code_id', type: 'varchar', length: 36 })
  codeId!: string;
  @Column({ name: 'mobile_index', type: 'varchar', length: 64 })
  mobileIndex!: string;
  @Column({ name: 'ip_index', type: 'varchar', length: 64 })
  ipIndex!: string;
  /** Minutes since 1970: two requests at the same moment cannot both be the first. */
  @Column(integerColumn({ name: 'minute_slot' }))
  minuteSlot!: number;
  @Column({ name: 'code_hash', type: 'varchar', length: 64 })
  codeHash!: string;
  @Column(integerColumn({ name: 'asked_at' }))
  askedAt!: number;
  @Column(integerColumn({ name: 'expires_at' }))
  expiresAt!: number;
  @Column(integerColumn())
  tries!: number;
  @Column(integerColumn({ name: 'used_at', nullable: true }))
  usedAt!: number | null;
}
