import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableIndex } from 'typeorm';

/**
 * The spouse who borrows too sees the case and is told of it: the case names them, and a stage is told once a person, no longer once a case.
 * Who borrows in a case that is on its way already stands in the audit log. Each step may be run again after a crash.
 */
export class AddCoBorrower1780000000038 implements MigrationInterface {
  readonly name = 'AddCoBorrower1780000000038';

  async up(runner: QueryRunner): Promise<void> {
    // By hand: the builder would make the table anew on SQLite.
    if (!(await runner.hasColumn('service_case', 'co_person_id'))) await runner.query('ALTER TABLE service_case ADD COLUMN co_person_id varchar(36) NULL');
    await addIndex(runner, 'service_case', new TableIndex({ name: 'ix_service_case_co_person', columnNames: ['co_person_id', 'submitted_at'] }));
    await runner.query(`
      UPDATE service_case SET co_person_id = (
        SELECT MIN(person_id) FROM audit_entry WHERE audit_entry.subject = service_case.case_id AND action = 'loan-pre-application.co-borrower'
      ) WHERE route = 'loan-pre-application'`);
    await addIndex(runner, 'notice', new TableIndex({ name: 'ux_notice_case_stage_person', columnNames: ['case_id', 'stage', 'person_id'], isUnique: true }));
    if ((await indicesOf(runner, 'notice')).includes('ux_notice_case_stage')) await runner.dropIndex('notice', 'ux_notice_case_stage');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

async function indicesOf(runner: QueryRunner, table: string): Promise<readonly (string | undefined)[]> {
  return ((await runner.getTable(table))?.indices ?? []).map(({ name }) => name);
}

async function addIndex(runner: QueryRunner, table: string, index: TableIndex): Promise<void> {
  if (!(await indicesOf(runner, table)).includes(index.name)) await runner.createIndex(table, index);
}
