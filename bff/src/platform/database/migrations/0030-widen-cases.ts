import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableIndex } from 'typeorm';

/**
 * Withdrawals and the matters of the loan are cases of one table: the payee may be absent, and what a loan case is about is kept. The
 * table is made anew under its own name and filled, because SQLite cannot loosen a column; each step may be run again after a crash.
 */
export class WidenCases1780000000030 implements MigrationInterface {
  readonly name = 'WidenCases1780000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(serviceCase, true);
    if (!(await runner.hasTable('withdrawal_case'))) return;
    await runner.query(`INSERT INTO service_case (${KEPT}, terms) SELECT ${KEPT}, NULL FROM withdrawal_case WHERE case_id NOT IN (SELECT case_id FROM service_case)`);
    await runner.dropTable('withdrawal_case');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const KEPT = [
  'case_id', 'number', 'person_id', 'live_key', 'is_live', 'channel', 'route', 'amount_fen', 'payee_bank', 'payee_tail', 'stage', 'link', 'request_no',
  'attempt', 'core_case_no', 'customer_no', 'wish', 'record', 'refusal', 'submitted_at', 'updated_at', 'version',
].join(', ');

const serviceCase = new Table({
  name: 'service_case',
  columns: [
    { name: 'case_id', type: 'varchar', length: '36', isPrimary: true },
    { name: 'number', type: 'varchar', length: '20' },
    { name: 'person_id', type: 'varchar', length: '36' },
    { name: 'live_key', type: 'varchar', length: '80' },
    { name: 'is_live', type: 'boolean' },
    { name: 'channel', type: 'varchar', length: '8' },
    { name: 'route', type: 'varchar', length: '32' },
    { name: 'amount_fen', type: 'bigint' },
    { name: 'payee_bank', type: 'varchar', length: '120', isNullable: true },
    { name: 'payee_tail', type: 'varchar', length: '4', isNullable: true },
    { name: 'stage', type: 'varchar', length: '16' },
    { name: 'link', type: 'varchar', length: '12' },
    { name: 'request_no', type: 'varchar', length: '40' },
    { name: 'attempt', type: 'bigint' },
    { name: 'core_case_no', type: 'varchar', length: '64', isNullable: true },
    { name: 'customer_no', type: 'varchar', length: '255' },
    { name: 'wish', type: 'text', isNullable: true },
    { name: 'terms', type: 'text', isNullable: true },
    { name: 'record', type: 'text', isNullable: true },
    { name: 'refusal', type: 'text', isNullable: true },
    { name: 'submitted_at', type: 'bigint' },
    { name: 'updated_at', type: 'bigint' },
    { name: 'version', type: 'bigint' },
  ],
  indices: [
    new TableIndex({ name: 'ux_service_case_number', columnNames: ['number'], isUnique: true }),
    new TableIndex({ name: 'ux_service_case_live', columnNames: ['live_key'], isUnique: true }),
    new TableIndex({ name: 'ux_service_case_request', columnNames: ['request_no'], isUnique: true }),
    new TableIndex({ name: 'ix_service_case_core', columnNames: ['core_case_no'] }),
    new TableIndex({ name: 'ix_service_case_person', columnNames: ['person_id', 'submitted_at'] }),
  ],
});
