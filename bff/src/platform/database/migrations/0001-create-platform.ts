import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableIndex } from 'typeorm';

/** The outbox and the keys of writes that were asked once. */
export class CreatePlatform1780000000001 implements MigrationInterface {
  readonly name = 'CreatePlatform1780000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(outboxMessage, true);
    await runner.createTable(askedRequest, true);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const outboxMessage = new Table({
  name: 'outbox_message',
  columns: [
    { name: 'id', type: 'varchar', length: '36', isPrimary: true },
    { name: 'topic', type: 'varchar', length: '64' },
    { name: 'message_key', type: 'varchar', length: '128' },
    { name: 'payload', type: 'text' },
    { name: 'state', type: 'varchar', length: '12' },
    { name: 'attempts', type: 'bigint' },
    { name: 'due_at', type: 'bigint' },
    { name: 'lease_owner', type: 'varchar', length: '64', isNullable: true },
    { name: 'lease_until', type: 'bigint' },
    { name: 'recorded_at', type: 'bigint' },
    { name: 'settled_at', type: 'bigint', isNullable: true },
    { name: 'reason', type: 'varchar', length: '255', isNullable: true },
  ],
  indices: [
    new TableIndex({ name: 'ux_outbox_message_topic_key', columnNames: ['topic', 'message_key'], isUnique: true }),
    new TableIndex({ name: 'ix_outbox_message_due', columnNames: ['state', 'due_at'] }),
    new TableIndex({ name: 'ix_outbox_message_owner', columnNames: ['lease_owner'] }),
  ],
});

const askedRequest = new Table({
  name: 'asked_request',
  columns: [
    { name: 'id', type: 'varchar', length: '64', isPrimary: true },
    { name: 'asking_id', type: 'varchar', length: '36' },
    { name: 'request_hash', type: 'varchar', length: '64' },
    { name: 'state', type: 'varchar', length: '12' },
    { name: 'lease_owner', type: 'varchar', length: '36' },
    { name: 'lease_until', type: 'bigint' },
    { name: 'status', type: 'bigint', isNullable: true },
    { name: 'reply', type: 'text', isNullable: true },
    { name: 'expires_at', type: 'bigint' },
  ],
  indices: [new TableIndex({ name: 'ix_asked_request_expires', columnNames: ['expires_at'] })],
});
