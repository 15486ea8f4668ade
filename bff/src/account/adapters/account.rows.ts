import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../platform/index.ts';

@Entity('account_overview')
export class AccountOverviewRow {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;
  /** Sealed. */
  @Column({ type: 'text' })
  overview!: string;
  @Column({ name: 'as_of', type: 'varchar', length: 32 })
  asOf!: string;
  @Column(instantColumn({ name: 'asked_at' }))
  askedAt!: Date;
}

export const accountRows = [AccountOverviewRow];
