import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when a draft holds an upload that belongs to no case yet. */
export class HoldFiles1780000000045 implements MigrationInterface {
  readonly name = 'HoldFiles1780000000045';

  async up(runner: QueryRunner): Promise<void> {
    // By hand: the builder would make the table anew on SQLite.
    if (!(await runner.hasColumn('stored_file', 'held_until'))) await runner.query('ALTER TABLE stored_file ADD COLUMN held_until bigint NULL');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
