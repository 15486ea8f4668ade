import { Injectable } from '@nestjs/common';
import { Database, isDuplicateKey } from '../../platform/index.ts';
import type { ArchivedPart } from '../domain/archived-cases.ts';
import { ArchivedCases } from '../domain/archived-cases.ts';
import { ArchivePackageRow } from './archive.rows.ts';

@Injectable()
export class TypeOrmArchivedCases extends ArchivedCases {
  constructor(private readonly database: Database) {
    super();
  }

  async partsOf(caseId: string): Promise<readonly ArchivedPart[]> {
    const rows = await this.database.manager().find(ArchivePackageRow, { where: { caseId }, order: { part: 'ASC' } });
    return rows.map((row) => ({ ...row, outcome: row.outcome as ArchivedPart['outcome'] }));
  }

  async add(entry: ArchivedPart): Promise<boolean> {
    try {
      await this.database.manager().insert(ArchivePackageRow, entry);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}
