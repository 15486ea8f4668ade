import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last overviews are kept as the core's port gave them, and that has grown: older ones are asked for anew. */
export class RenewOverviews1780000000037 implements MigrationInterface {
  readonly name = 'RenewOverviews1780000000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM account_overview');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
