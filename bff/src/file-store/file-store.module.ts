import { Global, Module } from '@nestjs/common';
import { DiskFileVault } from './adapters/disk-file-vault.ts';
import { MagicSniffer } from './adapters/magic-sniffer.ts';
import { TypeOrmFileRegister } from './adapters/typeorm-file-register.ts';
import { FileRegister, FileVault, MediaSniffer } from './domain/stored-file.ts';
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
    { provide: MediaSniffer, useClass: MagicSniffer },
    { provide: FileStore, useClass: StoredFiles },
    UploadFile,
    ShowFile,
    SweepOrphans,
  ],
  exports: [FileStore],
})
export class FileStoreModule {}
