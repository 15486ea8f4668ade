import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableIndex } from 'typeorm';

/**
 * A case that was refused, or whose money came back, is handed in again as a new one, once: the new one names it, and the column is unique. The
 * last overviews are kept with what the shared sources said; older ones are asked for anew. Each step may be run again after a crash.
 */
export class ResubmitCases1780000000043 implements MigrationInterface {
  readonly name = 'ResubmitCases1780000000043';

  async up(runner: QueryRunner): Promise<void> {
    // By hand: the builder would make the table anew on SQLite.
    if (!(await runner.hasColumn('service_case', 'resubmits'))) await runner.query('ALTER TABLE service_case ADD COLUMN resubmits varchar(36) NULL');
    const index = new TableIndex({ name: 'ux_service_case_resubmits', columnNames: ['resubmits'], isUnique: true });
    const known = (await runner.getTable('service_case'))?.indices ?? [];
    if (!known.some(({ name }) => name === index.name)) await runner.createIndex('service_case', index);
    await runner.query('DELETE FROM account_overview');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
