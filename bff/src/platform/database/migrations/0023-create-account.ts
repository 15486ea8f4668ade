import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';

/** The last overview of each person, sealed. */
export class CreateAccount1780000000023 implements MigrationInterface {
  readonly name = 'CreateAccount1780000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(accountOverview, true);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const accountOverview = new Table({
  name: 'account_overview',
  columns: [
    { name: 'person_id', type: 'varchar', length: '36', isPrimary: true },
    { name: 'overview', type: 'text' },
    { name: 'as_of', type: 'varchar', length: '32' },
    { name: 'asked_at', type: 'bigint' },
  ],
});
