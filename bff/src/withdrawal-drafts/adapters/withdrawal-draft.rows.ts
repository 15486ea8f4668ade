import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instantColumn, integerColumn } from '../../platform/index.ts';

@Entity('withdrawal_draft')
@Index('ix_withdrawal_draft_updated', ['updatedAt'])
export class WithdrawalDraftRow {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;
  @PrimaryColumn({ type: 'varchar', length: 32 })
  route!: string;
  @Column(integerColumn())
  version!: number;
  @Column(instantColumn({ name: 'updated_at' }))
  updatedAt!: Date;
  /** Sealed. */
  @Column({ type: 'text' })
  content!: string;
}

export const withdrawalDraftRows = [WithdrawalDraftRow];
