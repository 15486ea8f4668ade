import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableIndex } from 'typeorm';

/**
 * A case may go to the archive in several packages: money that comes back later, the case that took its place. What was handed over so far are first
 * packages; a payment that came back since was handed over as paid. Each step may be run again after a crash.
 */
export class ArchiveInParts1780000000047 implements MigrationInterface {
  readonly name = 'ArchiveInParts1780000000047';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(archivePackage, true);
    if (!(await runner.hasTable('archived_case'))) return;
    await runner.query(`
      INSERT INTO archive_package (case_id, part, package, outcome, paid_at, successor, sha256, sm3, size_bytes, handed_over_at)
      SELECT archived_case.case_id, 1, archived_case.package,
        CASE WHEN service_case.stage IN ('refused', 'cancelled') THEN service_case.stage ELSE 'paid' END,
        NULL, NULL, archived_case.sha256, archived_case.sm3, archived_case.size_bytes, archived_case.handed_over_at
      FROM archived_case LEFT JOIN service_case ON service_case.case_id = archived_case.case_id
      WHERE archived_case.case_id NOT IN (SELECT known.case_id FROM archive_package known)`);
    await runner.dropTable('archived_case', true);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const archivePackage = new Table({
  name: 'archive_package',
  columns: [
    { name: 'case_id', type: 'varchar', length: '36', isPrimary: true },
    { name: 'part', type: 'bigint', isPrimary: true },
    { name: 'package', type: 'varchar', length: '64' },
    { name: 'outcome', type: 'varchar', length: '16' },
    { name: 'paid_at', type: 'bigint', isNullable: true },
    { name: 'successor', type: 'varchar', length: '20', isNullable: true },
    { name: 'sha256', type: 'varchar', length: '64' },
    { name: 'sm3', type: 'varchar', length: '64' },
    { name: 'size_bytes', type: 'bigint' },
    { name: 'handed_over_at', type: 'bigint' },
  ],
  indices: [new TableIndex({ name: 'ux_archive_package_name', columnNames: ['package'], isUnique: true })],
});
