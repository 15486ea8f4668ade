import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('known_signing')
export class KnownSigningRow {
  @PrimaryColumn({ name: 'case_id', type: 'varchar', length: 36 })
  caseId!: string;
  /** Sealed JSON. */
  @Column({ type: 'text' })
  signing!: string;
}

export const bookingRows = [KnownSigningRow];
