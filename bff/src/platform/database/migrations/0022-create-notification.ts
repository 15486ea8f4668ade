import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableIndex } from 'typeorm';

/** The inbox and the ledger of subscriptions. */
export class CreateNotification1780000000022 implements MigrationInterface {
  readonly name = 'CreateNotification1780000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(notice, true);
    await runner.createTable(subscription, true);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const notice = new Table({
  name: 'notice',
  columns: [
    { name: 'notice_id', type: 'varchar', length: '36', isPrimary: true },
    { name: 'person_id', type: 'varchar', length: '36' },
    { name: 'case_id', type: 'varchar', length: '36' },
    { name: 'number', type: 'varchar', length: '20' },
    { name: 'route', type: 'varchar', length: '32' },
    { name: 'stage', type: 'varchar', length: '16' },
    { name: 'amount_fen', type: 'bigint' },
    { name: 'channel', type: 'varchar', length: '8' },
    { name: 'at', type: 'bigint' },
    { name: 'position', type: 'bigint' },
    { name: 'is_read', type: 'boolean' },
    { name: 'send_state', type: 'varchar', length: '12' },
    { name: 'also_by', type: 'varchar', length: '8' },
  ],
  indices: [
    new TableIndex({ name: 'ux_notice_case_stage', columnNames: ['case_id', 'stage'], isUnique: true }),
    new TableIndex({ name: 'ix_notice_person', columnNames: ['person_id', 'position'] }),
  ],
});

const subscription = new Table({
  name: 'subscription',
  columns: [
    { name: 'account', type: 'varchar', length: '64', isPrimary: true },
    { name: 'template_id', type: 'varchar', length: '64', isPrimary: true },
    { name: 'remaining', type: 'bigint' },
  ],
});
