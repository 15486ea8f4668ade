import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableIndex } from 'typeorm';

/** What is known of each upload; the contents lie sealed on disk. */
export class CreateFileStore1780000000024 implements MigrationInterface {
  readonly name = 'CreateFileStore1780000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(storedFile, true);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const storedFile = new Table({
  name: 'stored_file',
  columns: [
    { name: 'file_id', type: 'varchar', length: '36', isPrimary: true },
    { name: 'owner_id', type: 'varchar', length: '36' },
    { name: 'media_type', type: 'varchar', length: '32' },
    { name: 'size_bytes', type: 'bigint' },
    { name: 'sha256', type: 'varchar', length: '64' },
    { name: 'stored_at', type: 'bigint' },
    { name: 'case_id', type: 'varchar', length: '36', isNullable: true },
  ],
  indices: [
    new TableIndex({ name: 'ix_stored_file_owner', columnNames: ['owner_id'] }),
    new TableIndex({ name: 'ix_stored_file_orphan', columnNames: ['case_id', 'stored_at'] }),
  ],
});
