import { Injectable } from '@nestjs/common';
import { Database, FieldCipher, isDuplicateKey } from '../../platform/index.ts';
import type { ArchivedPart, HandedOver, PlannedPart } from '../domain/archived-cases.ts';
import { ArchivedCases } from '../domain/archived-cases.ts';
import { ArchivePackageRow } from './archive.rows.ts';

const SAID = 'archive_package.said';
/** A row of a package that nobody has made yet. */
const NOT_DONE = { sha256: '', sm3: '', sizeBytes: 0, handedOverAt: new Date(0) };

@Injectable()
export class TypeOrmArchivedCases extends ArchivedCases {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super();
  }

  async partsOf(caseId: string): Promise<readonly ArchivedPart[]> {
    const rows = await this.database.manager().find(ArchivePackageRow, { where: { caseId }, order: { part: 'ASC' } });
    return rows.map(({ sha256, sm3, sizeBytes, handedOverAt: _at, ...plan }) => ({
      ...plan,
      said: plan.said === null ? '' : this.cipher.open(plan.said, SAID),
      outcome: plan.outcome as PlannedPart['outcome'],
      done: sizeBytes === NOT_DONE.sizeBytes ? undefined : { sha256, sm3, sizeBytes },
    }));
  }

  async plan(part: PlannedPart): Promise<void> {
    try {
      await this.database.manager().insert(ArchivePackageRow, { ...part, said: this.cipher.seal(part.said, SAID), ...NOT_DONE });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  async handedOver({ caseId, part }: PlannedPart, done: HandedOver, handedOverAt: Date): Promise<void> {
    await this.database.manager().update(ArchivePackageRow, { caseId, part, sizeBytes: NOT_DONE.sizeBytes }, { ...done, handedOverAt });
  }
}
