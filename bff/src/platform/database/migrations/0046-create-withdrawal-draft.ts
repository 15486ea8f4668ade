import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableIndex } from 'typeorm';

/** What a person has filled in of a withdrawal and not sent, sealed; one a person and route. */
export class CreateWithdrawalDraft1780000000046 implements MigrationInterface {
  readonly name = 'CreateWithdrawalDraft1780000000046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(withdrawalDraft, true);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const withdrawalDraft = new Table({
  name: 'withdrawal_draft',
  columns: [
    { name: 'person_id', type: 'varchar', length: '36', isPrimary: true },
    { name: 'route', type: 'varchar', length: '32', isPrimary: true },
    { name: 'version', type: 'bigint' },
    { name: 'updated_at', type: 'bigint' },
    { name: 'content', type: 'text' },
  ],
  indices: [new TableIndex({ name: 'ix_withdrawal_draft_updated', columnNames: ['updated_at'] })],
});
