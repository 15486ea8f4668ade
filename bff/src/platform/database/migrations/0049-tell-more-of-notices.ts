import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A notice says who made the case, and why a payment did not arrive. Of what was told before, the case's request number at the core tells the first: ours
 * begin with `W`, those of a standing order's run with `ZD`, and a counter makes others. The causes of earlier payments stand on their cases.
 */
export class TellMoreOfNotices1780000000049 implements MigrationInterface {
  readonly name = 'TellMoreOfNotices1780000000049';

  async up(runner: QueryRunner): Promise<void> {
    // By hand: the builder would make the table anew on SQLite.
    if (!(await runner.hasColumn('notice', 'origin'))) await runner.query('ALTER TABLE notice ADD COLUMN origin varchar(8) NULL');
    if (!(await runner.hasColumn('notice', 'cause'))) await runner.query('ALTER TABLE notice ADD COLUMN cause text NULL');
    await runner.query("UPDATE notice SET origin = 'order' WHERE origin IS NULL AND case_id IN (SELECT case_id FROM service_case WHERE request_no LIKE 'ZD%')");
    await runner.query("UPDATE notice SET origin = 'centre' WHERE origin IS NULL AND case_id IN (SELECT case_id FROM service_case WHERE request_no NOT LIKE 'ZD%' AND request_no NOT LIKE 'W%')");
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
