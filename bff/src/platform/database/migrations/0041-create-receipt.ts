import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableIndex } from 'typeorm';

/** Receipts of settled cases, and the codes given out of them. */
export class CreateReceipt1780000000041 implements MigrationInterface {
  readonly name = 'CreateReceipt1780000000041';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [receipt, share]) await runner.createTable(table, true);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const receipt = new Table({
  name: 'receipt',
  columns: [
    { name: 'receipt_id', type: 'varchar', length: '36', isPrimary: true },
    { name: 'case_id', type: 'varchar', length: '36' },
    { name: 'person_id', type: 'varchar', length: '36' },
    { name: 'facts', type: 'text' },
    { name: 'made_at', type: 'bigint' },
  ],
  indices: [new TableIndex({ name: 'ux_receipt_case', columnNames: ['case_id'], isUnique: true })],
});

const share = new Table({
  name: 'receipt_share',
  columns: [
    { name: 'share_id', type: 'varchar', length: '16', isPrimary: true },
    { name: 'receipt_id', type: 'varchar', length: '36' },
    { name: 'person_id', type: 'varchar', length: '36' },
    { name: 'purpose', type: 'varchar', length: '8' },
    { name: 'created_at', type: 'bigint' },
    { name: 'expires_at', type: 'bigint' },
    { name: 'withdrawn_at', type: 'bigint', isNullable: true },
  ],
  indices: [
    new TableIndex({ name: 'ix_receipt_share_receipt', columnNames: ['receipt_id', 'created_at'] }),
    new TableIndex({ name: 'ix_receipt_share_person', columnNames: ['person_id'] }),
  ],
});
