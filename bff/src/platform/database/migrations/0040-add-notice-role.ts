import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice says as whom its person was told, so that a co-borrower reads words of their own; what was told before is the applicant's unless the case names them beside. */
export class AddNoticeRole1780000000040 implements MigrationInterface {
  readonly name = 'AddNoticeRole1780000000040';

  async up(runner: QueryRunner): Promise<void> {
    // By hand: the builder would make the table anew on SQLite.
    if (!(await runner.hasColumn('notice', 'role'))) await runner.query('ALTER TABLE notice ADD COLUMN role varchar(12) NULL');
    await runner.query(`
      UPDATE notice SET role = 'co-borrower' WHERE role IS NULL AND EXISTS (
        SELECT 1 FROM service_case WHERE service_case.case_id = notice.case_id AND service_case.co_person_id = notice.person_id
      )`);
    await runner.query("UPDATE notice SET role = 'applicant' WHERE role IS NULL");
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
