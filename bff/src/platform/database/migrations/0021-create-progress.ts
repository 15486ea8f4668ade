import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableIndex } from 'typeorm';

/** Cases, their history and numbers, and how far the core's feed was read. */
export class CreateProgress1780000000021 implements MigrationInterface {
  readonly name = 'CreateProgress1780000000021';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [withdrawalCase, caseHistory, caseCounter, coreFeed]) await runner.createTable(table, true);
    await runner.query(`INSERT INTO core_feed (id, last_event, lease_owner, lease_until) VALUES ('core', 0, NULL, 0)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const withdrawalCase = new Table({
  name: 'withdrawal_case',
  columns: [
    { name: 'case_id', type: 'varchar', length: '36', isPrimary: true },
    { name: 'number', type: 'varchar', length: '20' },
    { name: 'person_id', type: 'varchar', length: '36' },
    { name: 'live_key', type: 'varchar', length: '80' },
    { name: 'is_live', type: 'boolean' },
    { name: 'channel', type: 'varchar', length: '8' },
    { name: 'route', type: 'varchar', length: '32' },
    { name: 'amount_fen', type: 'bigint' },
    { name: 'payee_bank', type: 'varchar', length: '120' },
    { name: 'payee_tail', type: 'varchar', length: '4' },
    { name: 'stage', type: 'varchar', length: '16' },
    { name: 'link', type: 'varchar', length: '12' },
    { name: 'request_no', type: 'varchar', length: '40' },
    { name: 'attempt', type: 'bigint' },
    { name: 'core_case_no', type: 'varchar', length: '64', isNullable: true },
    { name: 'customer_no', type: 'varchar', length: '255' },
    { name: 'wish', type: 'text', isNullable: true },
    { name: 'record', type: 'text', isNullable: true },
    { name: 'refusal', type: 'text', isNullable: true },
    { name: 'submitted_at', type: 'bigint' },
    { name: 'updated_at', type: 'bigint' },
    { name: 'version', type: 'bigint' },
  ],
  indices: [
    new TableIndex({ name: 'ux_withdrawal_case_number', columnNames: ['number'], isUnique: true }),
    new TableIndex({ name: 'ux_withdrawal_case_live', columnNames: ['live_key'], isUnique: true }),
    new TableIndex({ name: 'ux_withdrawal_case_request', columnNames: ['request_no'], isUnique: true }),
    new TableIndex({ name: 'ix_withdrawal_case_core', columnNames: ['core_case_no'] }),
    new TableIndex({ name: 'ix_withdrawal_case_person', columnNames: ['person_id', 'submitted_at'] }),
  ],
});

const caseHistory = new Table({
  name: 'case_history',
  columns: [
    { name: 'case_id', type: 'varchar', length: '36', isPrimary: true },
    { name: 'stage', type: 'varchar', length: '16', isPrimary: true },
    { name: 'at', type: 'bigint' },
  ],
});

const caseCounter = new Table({
  name: 'case_counter',
  columns: [
    { name: 'day', type: 'varchar', length: '10', isPrimary: true },
    { name: 'last', type: 'bigint' },
  ],
});

const coreFeed = new Table({
  name: 'core_feed',
  columns: [
    { name: 'id', type: 'varchar', length: '8', isPrimary: true },
    { name: 'last_event', type: 'bigint' },
    { name: 'lease_owner', type: 'varchar', length: '36', isNullable: true },
    { name: 'lease_until', type: 'bigint' },
  ],
});
