import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableIndex } from 'typeorm';

/** The audit log and the head of its chain. */
export class CreateAudit1780000000020 implements MigrationInterface {
  readonly name = 'CreateAudit1780000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(auditEntry, true);
    await runner.createTable(auditHead, true);
    await runner.query(`INSERT INTO audit_head (id, sequence, hash) VALUES ('chain', 0, '${'0'.repeat(64)}')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const auditEntry = new Table({
  name: 'audit_entry',
  columns: [
    { name: 'sequence', type: 'bigint', isPrimary: true },
    { name: 'at', type: 'bigint' },
    { name: 'person_id', type: 'varchar', length: '36' },
    { name: 'actor', type: 'varchar', length: '12' },
    { name: 'action', type: 'varchar', length: '64' },
    { name: 'subject', type: 'varchar', length: '64', isNullable: true },
    { name: 'outcome', type: 'varchar', length: '64' },
    { name: 'previous_hash', type: 'varchar', length: '64' },
    { name: 'hash', type: 'varchar', length: '64' },
  ],
  indices: [new TableIndex({ name: 'ix_audit_entry_person', columnNames: ['person_id'] })],
});

const auditHead = new Table({
  name: 'audit_head',
  columns: [
    { name: 'id', type: 'varchar', length: '8', isPrimary: true },
    { name: 'sequence', type: 'bigint' },
    { name: 'hash', type: 'varchar', length: '64' },
  ],
});
