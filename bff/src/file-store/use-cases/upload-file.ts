import type { FileReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.ts';
import { AskedOnce, Clock, Log, randomId, Refusal, UnitOfWork } from '../../platform/index.ts';
import type { UploadedBytes } from '../../platform/index.ts';
import { MaterialCleaner, VirusScan } from '../domain/material.ts';
import type { Cleaned } from '../domain/material.ts';
import type { StoredFile } from '../domain/stored-file.ts';
import { FileRegister, FileVault } from '../domain/stored-file.ts';

type CleanMaterial = Extract<Cleaned, { kind: 'clean' }>;

/** A wish needs one; whoever tries pictures out may have many more. What is not used is swept after a week. */
const MOST_UNUSED = 20;
/** Together with what drafts hold: a few papers for each of a few routes that were begun. */
const MOST_CASELESS = 100;
const RETRY_AFTER_SECONDS = 3600;
const SCANNER_BACK_SECONDS = 30;

export const replyOf = ({ fileId, mediaType, sizeBytes }: StoredFile): FileReply => ({ fileId, mediaType, sizeBytes });

/** Takes one material in, scanned and made anew. What it is comes from its bytes; name and declared type are not looked at. */
@Injectable()
export class UploadFile {
  constructor(
    private readonly scanner: VirusScan,
    private readonly cleaner: MaterialCleaner,
    private readonly register: FileRegister,
    private readonly vault: FileVault,
    private readonly audit: Audit,
    private readonly askedOnce: AskedOnce,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * @throws Refusal `file.*` for what is not taken in, `file.check-unavailable` when it cannot be looked at now, `request.too-many` while too many
   * uploads of this person belong to no case, or too many are being cleaned
   */
  async execute(personId: string, upload: Pick<UploadedBytes, 'bytes' | 'sha256'>): Promise<FileReply> {
    if (upload.bytes.length === 0) throw new Refusal('file.empty');
    const isFull = (await this.register.unusedOf(personId)) >= MOST_UNUSED || (await this.register.caselessOf(personId)) >= MOST_CASELESS;
    if (isFull) throw new Refusal('request.too-many', { retryAfter: RETRY_AFTER_SECONDS });
    await this.assertHarmless(upload.bytes);
    const { mediaType, bytes } = await this.cleaned(upload.bytes);
    const file: StoredFile = {
      fileId: randomId(),
      ownerId: personId,
      mediaType,
      sizeBytes: bytes.length,
      sha256: upload.sha256,
      storedAt: this.clock.now(),
      caseId: null,
      heldUntil: null,
    };
    // The content first: a content without a row is litter, a row without its content is a loss.
    await this.vault.put(file.fileId, bytes);
    try {
      await this.write(file);
    } catch (error) {
      await this.vault.remove(file.fileId);
      throw error;
    }
    return replyOf(file);
  }

  private async assertHarmless(bytes: Buffer): Promise<void> {
    const scanned = await this.scanner.scan(bytes);
    if (scanned.kind === 'clean') return;
    if (scanned.kind === 'unavailable') {
      this.log.event('file.check-failed', { what: 'scanner' }, scanned.error);
      throw new Refusal('file.check-unavailable', { retryAfter: SCANNER_BACK_SECONDS });
    }
    this.log.event('file.infected', { signature: scanned.signature });
    throw new Refusal('file.infected');
  }

  private async cleaned(bytes: Buffer): Promise<CleanMaterial> {
    const cleaned = await this.cleaner.clean(bytes);
    if (cleaned.kind === 'refused') throw new Refusal(cleaned.code);
    return cleaned;
  }

  private async write(file: StoredFile): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.register.add(file);
      await this.askedOnce.complete(replyOf(file));
      await this.audit.record({ personId: file.ownerId, action: 'file.uploaded', subject: file.fileId, outcome: 'done' });
    });
  }
}

/** Tells that a file is still there, so that nobody is asked for it again. */
@Injectable()
export class ShowFile {
  constructor(
    private readonly register: FileRegister,
    private readonly vault: FileVault,
  ) {}

  /** @throws Refusal `request.not-found`, also for another person's file and for one whose content is gone */
  async execute(personId: string, fileId: string): Promise<FileReply> {
    const file = await this.register.byId(fileId);
    if (file === undefined || file.ownerId !== personId || !(await this.vault.has(fileId))) throw new Refusal('request.not-found');
    return replyOf(file);
  }
}
