import { endpoints } from '@anju/shared/contract';
import type { FileReply } from '@anju/shared/contract';
import { Controller, Param } from '@nestjs/common';
import { Serves, Upload } from '../../platform/index.ts';
import type { UploadedBytes } from '../../platform/index.ts';
import { CurrentPerson } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { ShowFile, UploadFile } from '../use-cases/upload-file.ts';
import { FileParamsDto } from './file-store.dto.ts';

@Controller()
export class FileStoreController {
  constructor(
    private readonly upload: UploadFile,
    private readonly show: ShowFile,
  ) {}

  @Serves(endpoints.uploadFile)
  uploadFile(@CurrentPerson() caller: PersonCaller, @Upload() upload: UploadedBytes): Promise<FileReply> {
    return this.upload.execute(caller.personId, upload);
  }

  @Serves(endpoints.showFile)
  showFile(@CurrentPerson() caller: PersonCaller, @Param() params: FileParamsDto): Promise<FileReply> {
    return this.show.execute(caller.personId, params.fileId);
  }
}
