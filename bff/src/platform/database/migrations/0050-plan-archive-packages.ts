import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a package will say is settled before it is made: with which receipt, when the case ended, and its course. Those that were handed over need none of it. */
export class PlanArchivePackages1780000000050 implements MigrationInterface {
  readonly name = 'PlanArchivePackages1780000000050';

  async up(runner: QueryRunner): Promise<void> {
    // By hand: the builder would make the table anew on SQLite.
    if (!(await runner.hasColumn('archive_package', 'receipt_id'))) await runner.query('ALTER TABLE archive_package ADD COLUMN receipt_id varchar(36) NULL');
    if (!(await runner.hasColumn('archive_package', 'ended_at'))) await runner.query('ALTER TABLE archive_package ADD COLUMN ended_at bigint NULL');
    if (!(await runner.hasColumn('archive_package', 'said'))) await runner.query('ALTER TABLE archive_package ADD COLUMN said text NULL');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
