import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';

/** When and where a case is to be signed, as it was last known; sealed. */
export class KnowSignings1780000000051 implements MigrationInterface {
  readonly name = 'KnowSignings1780000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(knownSigning, true);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const knownSigning = new Table({
  name: 'known_signing',
  columns: [
    { name: 'case_id', type: 'varchar', length: '36', isPrimary: true },
    { name: 'signing', type: 'text' },
  ],
});
