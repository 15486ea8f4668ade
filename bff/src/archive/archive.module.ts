import { Module } from '@nestjs/common';
import { FolderHandover } from './adapters/folder-handover.ts';
import { TypeOrmArchivedCases } from './adapters/typeorm-archived-cases.ts';
import { ZipPacker } from './adapters/zip-packer.ts';
import { ArchivedCases } from './domain/archived-cases.ts';
import { ArchiveHandover, Packer } from './domain/ports.ts';
import { HandOverCase } from './use-cases/hand-over-case.ts';
import { PackageContent } from './use-cases/package-content.ts';

/** Settled cases go to the centre's archive. */
@Module({
  providers: [
    { provide: ArchivedCases, useClass: TypeOrmArchivedCases },
    { provide: Packer, useClass: ZipPacker },
    { provide: ArchiveHandover, useClass: FolderHandover },
    PackageContent,
    HandOverCase,
  ],
})
export class ArchiveModule {}
