import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableIndex } from 'typeorm';

/** Which settled case was handed over to the archive, as which package. */
export class CreateArchive1780000000042 implements MigrationInterface {
  readonly name = 'CreateArchive1780000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(archived, true);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const archived = new Table({
  name: 'archived_case',
  columns: [
    { name: 'case_id', type: 'varchar', length: '36', isPrimary: true },
    { name: 'number', type: 'varchar', length: '20' },
    { name: 'package', type: 'varchar', length: '64' },
    { name: 'sha256', type: 'varchar', length: '64' },
    { name: 'sm3', type: 'varchar', length: '64' },
    { name: 'size_bytes', type: 'bigint' },
    { name: 'handed_over_at', type: 'bigint' },
  ],
  indices: [new TableIndex({ name: 'ux_archived_case_number', columnNames: ['number'], isUnique: true })],
});
