import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual, Not } from 'typeorm';
import type { FindOptionsWhere } from 'typeorm';
import { Database } from '../../platform/index.ts';
import type { StoredFile } from '../domain/stored-file.ts';
import { FileRegister } from '../domain/stored-file.ts';
import { StoredFileRow } from './file-store.rows.ts';

/** In no case, and in no draft that still lives. */
const letGo = (now: Date): FindOptionsWhere<StoredFileRow>[] => [
  { caseId: IsNull(), heldUntil: IsNull() },
  { caseId: IsNull(), heldUntil: LessThanOrEqual(now) },
];

const fileOf = (row: StoredFileRow): StoredFile => row as StoredFile;

@Injectable()
export class TypeOrmFileRegister extends FileRegister {
  constructor(private readonly database: Database) {
    super();
  }

  async add(file: StoredFile): Promise<void> {
    await this.database.manager().insert(StoredFileRow, file);
  }

  async byId(fileId: string): Promise<StoredFile | undefined> {
    const row = await this.database.manager().findOneBy(StoredFileRow, { fileId });
    return row === null ? undefined : fileOf(row);
  }

  async own(ownerId: string, fileIds: readonly string[]): Promise<readonly StoredFile[]> {
    if (fileIds.length === 0) return [];
    const rows = await this.database.manager().findBy(StoredFileRow, { ownerId, fileId: In([...fileIds]) });
    return rows.map(fileOf);
  }

  async attach(ownerId: string, fileIds: readonly string[], caseId: string): Promise<boolean> {
    const wanted = [...new Set(fileIds)];
    await this.database.manager().update(StoredFileRow, { ownerId, fileId: In(wanted), caseId: IsNull() }, { caseId });
    return (await this.database.manager().countBy(StoredFileRow, { ownerId, fileId: In(wanted), caseId })) === wanted.length;
  }

  async hold(ownerId: string, fileIds: readonly string[], until: Date | null): Promise<boolean> {
    const wanted = [...new Set(fileIds)];
    if (wanted.length === 0) return true;
    const own = { ownerId, fileId: In(wanted) };
    await this.database.manager().update(StoredFileRow, { ...own, caseId: IsNull() }, { heldUntil: until });
    // By what is written: a row that was swept in this moment may still be seen, but not with our date.
    const there = [{ ...own, caseId: IsNull(), heldUntil: until ?? IsNull() }, { ...own, caseId: Not(IsNull()) }];
    return (await this.database.manager().countBy(StoredFileRow, there)) === wanted.length;
  }

  async ofCase(caseId: string): Promise<readonly StoredFile[]> {
    const rows = await this.database.manager().find(StoredFileRow, { where: { caseId }, order: { storedAt: 'ASC', fileId: 'ASC' } });
    return rows.map(fileOf);
  }

  unusedOf(ownerId: string): Promise<number> {
    return this.database.manager().countBy(StoredFileRow, { ownerId, caseId: IsNull(), heldUntil: IsNull() });
  }

  caselessOf(ownerId: string): Promise<number> {
    return this.database.manager().countBy(StoredFileRow, { ownerId, caseId: IsNull() });
  }

  async dropUnused(ownerId: string): Promise<void> {
    await this.database.manager().delete(StoredFileRow, { ownerId, caseId: IsNull() });
  }

  async knownOf(fileIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.manager().find(StoredFileRow, { where: { fileId: In([...fileIds]) }, select: { fileId: true } });
    return new Set(rows.map((row) => row.fileId));
  }

  async orphansBefore(moment: Date, now: Date, limit: number): Promise<readonly string[]> {
    const where = letGo(now).map((free) => ({ ...free, storedAt: LessThan(moment) }));
    const rows = await this.database.manager().find(StoredFileRow, { where, order: { storedAt: 'ASC' }, take: limit });
    return rows.map((row) => row.fileId);
  }

  async dropOrphan(fileId: string, now: Date): Promise<boolean> {
    for (const free of letGo(now)) if ((await this.database.manager().delete(StoredFileRow, { ...free, fileId })).affected === 1) return true;
    return false;
  }
}
