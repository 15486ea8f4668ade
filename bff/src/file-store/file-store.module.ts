import { Global, Module } from '@nestjs/common';
import { Config } from '../config.ts';
import { ChildCleaner } from './adapters/child-cleaner.ts';
import { ClamdScan } from './adapters/clamd-scan.ts';
import { DiskFileVault } from './adapters/disk-file-vault.ts';
import { SignatureScan } from './adapters/signature-scan.ts';
import { TypeOrmFileRegister } from './adapters/typeorm-file-register.ts';
import { MaterialCleaner, VirusScan } from './domain/material.ts';
import { FileRegister, FileVault } from './domain/stored-file.ts';
import { FileStore } from './file-store.port.ts';
import { FileStoreController } from './http/file-store.controller.ts';
import { StoredFiles } from './use-cases/stored-files.ts';
import { SweepOrphans } from './use-cases/sweep-orphans.ts';
import { ShowFile, UploadFile } from './use-cases/upload-file.ts';

@Global()
@Module({
  controllers: [FileStoreController],
  providers: [
    { provide: FileRegister, useClass: TypeOrmFileRegister },
    { provide: FileVault, useClass: DiskFileVault },
    { provide: MaterialCleaner, useClass: ChildCleaner },
    { provide: VirusScan, inject: [Config], useFactory: ({ clamd }: Config) => (clamd === undefined ? new SignatureScan() : new ClamdScan(clamd)) },
    { provide: FileStore, useClass: StoredFiles },
    UploadFile,
    ShowFile,
    SweepOrphans,
  ],
  exports: [FileStore],
})
export class FileStoreModule {}
