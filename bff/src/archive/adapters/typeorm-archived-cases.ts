import { Injectable } from '@nestjs/common';
import { Database, isDuplicateKey } from '../../platform/index.ts';
import type { ArchivedEntry } from '../domain/archived-cases.ts';
import { ArchivedCases } from '../domain/archived-cases.ts';
import { ArchivedCaseRow } from './archive.rows.ts';

@Injectable()
export class TypeOrmArchivedCases extends ArchivedCases {
  constructor(private readonly database: Database) {
    super();
  }

  has(caseId: string): Promise<boolean> {
    return this.database.manager().existsBy(ArchivedCaseRow, { caseId });
  }

  async add(entry: ArchivedEntry): Promise<boolean> {
    try {
      await this.database.manager().insert(ArchivedCaseRow, entry);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}
