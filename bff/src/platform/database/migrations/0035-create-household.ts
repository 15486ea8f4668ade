import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableIndex } from 'typeorm';

/** Invitations of a spouse, who has joined whom, and codes that were tried. */
export class CreateHousehold1780000000035 implements MigrationInterface {
  readonly name = 'CreateHousehold1780000000035';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [invitation, member, codeTry]) await runner.createTable(table, true);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const invitation = new Table({
  name: 'household_invitation',
  columns: [
    { name: 'inviter_id', type: 'varchar', length: '36', isPrimary: true },
    { name: 'code_index', type: 'varchar', length: '64' },
    { name: 'code', type: 'text' },
    { name: 'created_at', type: 'bigint' },
    { name: 'expires_at', type: 'bigint' },
    { name: 'accepted_at', type: 'bigint', isNullable: true },
  ],
  indices: [
    new TableIndex({ name: 'ux_household_invitation_code', columnNames: ['code_index'], isUnique: true }),
    new TableIndex({ name: 'ix_household_invitation_expires', columnNames: ['expires_at'] }),
  ],
});

const member = new Table({
  name: 'household_member',
  columns: [
    { name: 'person_id', type: 'varchar', length: '36', isPrimary: true },
    { name: 'household_id', type: 'varchar', length: '36' },
    { name: 'joined_at', type: 'bigint' },
    { name: 'marriage', type: 'varchar', length: '12' },
  ],
  indices: [new TableIndex({ name: 'ix_household_member_household', columnNames: ['household_id'] })],
});

const codeTry = new Table({
  name: 'household_try',
  columns: [
    { name: 'try_id', type: 'varchar', length: '36', isPrimary: true },
    { name: 'person_id', type: 'varchar', length: '36' },
    { name: 'at', type: 'bigint' },
  ],
  indices: [
    new TableIndex({ name: 'ix_household_try_person', columnNames: ['person_id', 'at'] }),
    new TableIndex({ name: 'ix_household_try_at', columnNames: ['at'] }),
  ],
});
