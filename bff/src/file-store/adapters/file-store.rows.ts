import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instantColumn, integerColumn } from '../../platform/index.ts';

@Entity('stored_file')
@Index('ix_stored_file_owner', ['ownerId'])
@Index('ix_stored_file_orphan', ['caseId', 'storedAt'])
export class StoredFileRow {
  @PrimaryColumn({ name: 'file_id', type: 'varchar', length: 36 })
  fileId!: string;
  @Column({ name: 'owner_id', type: 'varchar', length: 36 })
  ownerId!: string;
  @Column({ name: 'media_type', type: 'varchar', length: 32 })
  mediaType!: string;
  @Column(integerColumn({ name: 'size_bytes' }))
  sizeBytes!: number;
  @Column({ type: 'varchar', length: 64 })
  sha256!: string;
  @Column(instantColumn({ name: 'stored_at' }))
  storedAt!: Date;
  @Column({ name: 'case_id', type: 'varchar', length: 36, nullable: true })
  caseId!: string | null;
  @Column(instantColumn({ name: 'held_until', nullable: true }))
  heldUntil!: Date | null;
}

export const fileStoreRows = [StoredFileRow];
