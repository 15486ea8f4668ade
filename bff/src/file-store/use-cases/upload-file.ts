import type { FileReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.ts';
import { AskedOnce, Clock, randomId, Refusal, UnitOfWork } from '../../platform/index.ts';
import type { UploadedBytes } from '../../platform/index.ts';
import type { StoredFile } from '../domain/stored-file.ts';
import { FileRegister, FileVault, MediaSniffer } from '../domain/stored-file.ts';

/** A wish needs one; whoever tries pictures out may have many more. What is not used is swept after a week. */
const MOST_UNUSED = 20;
const RETRY_AFTER_SECONDS = 3600;

export const replyOf = ({ fileId, mediaType, sizeBytes }: StoredFile): FileReply => ({ fileId, mediaType, sizeBytes });

/** Takes one material in. What it is comes from its bytes; name and declared type are not looked at. */
@Injectable()
export class UploadFile {
  constructor(
    private readonly sniffer: MediaSniffer,
    private readonly register: FileRegister,
    private readonly vault: FileVault,
    private readonly audit: Audit,
    private readonly askedOnce: AskedOnce,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `file.empty`, `file.type-not-allowed`, `request.too-many` while too many uploads of this person belong to no case */
  async execute(personId: string, upload: Pick<UploadedBytes, 'bytes' | 'sha256'>): Promise<FileReply> {
    if (upload.bytes.length === 0) throw new Refusal('file.empty');
    const mediaType = await this.sniffer.mediaTypeOf(upload.bytes);
    if (mediaType === undefined) throw new Refusal('file.type-not-allowed');
    if ((await this.register.unusedOf(personId)) >= MOST_UNUSED) throw new Refusal('request.too-many', { retryAfter: RETRY_AFTER_SECONDS });
    const file: StoredFile = {
      fileId: randomId(),
      ownerId: personId,
      mediaType,
      sizeBytes: upload.bytes.length,
      sha256: upload.sha256,
      storedAt: this.clock.now(),
      caseId: null,
    };
    // The content first: a content without a row is litter, a row without its content is a loss.
    await this.vault.put(file.fileId, upload.bytes);
    try {
      await this.write(file);
    } catch (error) {
      await this.vault.remove(file.fileId);
      throw error;
    }
    return replyOf(file);
  }

  private async write(file: StoredFile): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.register.add(file);
      await this.askedOnce.complete(replyOf(file));
      await this.audit.record({ personId: file.ownerId, action: 'file.uploaded', subject: file.fileId, outcome: 'done' });
    });
  }
}

@Injectable()
export class ShowFile {
  constructor(private readonly register: FileRegister) {}

  /** @throws Refusal `request.not-found`, also for another person's file */
  async execute(personId: string, fileId: string): Promise<FileReply> {
    const file = await this.register.byId(fileId);
    if (file === undefined || file.ownerId !== personId) throw new Refusal('request.not-found');
    return replyOf(file);
  }
}
