import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { integerColumn } from '../../platform/index.ts';

/** The last invitation of a person; instants are milliseconds since 1970. */
@Entity('household_invitation')
@Index('ux_household_invitation_code', ['codeIndex'], { unique: true })
@Index('ix_household_invitation_expires', ['expiresAt'])
export class InvitationRow {
  @PrimaryColumn({ name: 'inviter_id', type: 'varchar', length: 36 })
  inviterId!: string;
  @Column({ name: 'code_index', type: 'varchar', length: 64 })
  codeIndex!: string;
  /** Sealed. */
  @Column({ type: 'text' })
  code!: string;
  @Column(integerColumn({ name: 'created_at' }))
  createdAt!: number;
  @Column(integerColumn({ name: 'expires_at' }))
  expiresAt!: number;
  @Column(integerColumn({ name: 'accepted_at', nullable: true }))
  acceptedAt!: number | null;
}

/** One household a person; the database itself keeps a second one out. */
@Entity('household_member')
@Index('ix_household_member_household', ['householdId'])
export class MemberRow {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;
  @Column({ name: 'household_id', type: 'varchar', length: 36 })
  householdId!: string;
  @Column(integerColumn({ name: 'joined_at' }))
  joinedAt!: number;
  @Column({ type: 'varchar', length: 12 })
  marriage!: 'married' | 'unavailable';
}

/** A code that was tried. */
@Entity('household_try')
@Index('ix_household_try_person', ['personId', 'at'])
@Index('ix_household_try_at', ['at'])
export class CodeTryRow {
  @PrimaryColumn({ name: 'try_id', type: 'varchar', length: 36 })
  tryId!: string;
  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;
  @Column(integerColumn())
  at!: number;
}

export const householdRows = [InvitationRow, MemberRow, CodeTryRow];
