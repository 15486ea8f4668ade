import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { Database } from '../../platform/index.ts';
import type { StoredFile } from '../domain/stored-file.ts';
import { FileRegister } from '../domain/stored-file.ts';
import { StoredFileRow } from './file-store.rows.ts';

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
    const free = { ownerId, fileId: In([...fileIds]), caseId: IsNull() };
    const given = await this.database.manager().update(StoredFileRow, free, { caseId });
    return given.affected === new Set(fileIds).size;
  }

  async ofCase(caseId: string): Promise<readonly StoredFile[]> {
    const rows = await this.database.manager().find(StoredFileRow, { where: { caseId }, order: { storedAt: 'ASC', fileId: 'ASC' } });
    return rows.map(fileOf);
  }

  unusedOf(ownerId: string): Promise<number> {
    return this.database.manager().countBy(StoredFileRow, { ownerId, caseId: IsNull() });
  }

  async knownOf(fileIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.manager().find(StoredFileRow, { where: { fileId: In([...fileIds]) }, select: { fileId: true } });
    return new Set(rows.map((row) => row.fileId));
  }

  async orphansBefore(moment: Date, limit: number): Promise<readonly string[]> {
    const where = { caseId: IsNull(), storedAt: LessThan(moment) };
    const rows = await this.database.manager().find(StoredFileRow, { where, order: { storedAt: 'ASC' }, take: limit });
    return rows.map((row) => row.fileId);
  }

  async dropOrphan(fileId: string): Promise<boolean> {
    return (await this.database.manager().delete(StoredFileRow, { fileId, caseId: IsNull() })).affected === 1;
  }
}
