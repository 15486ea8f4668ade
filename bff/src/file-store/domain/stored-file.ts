import type { FileReply } from '@anju/shared/contract';

export type MediaType = FileReply['mediaType'];

export interface StoredFile {
  readonly fileId: string;
  readonly ownerId: string;
  readonly mediaType: MediaType;
  /** Of what is kept. */
  readonly sizeBytes: number;
  /** Of the content as it was sent, hex; what is kept has been cleaned. */
  readonly sha256: string;
  readonly storedAt: Date;
  /** The case it belongs to, for good: it may be put right and handed in again. One without a case is swept after a week. */
  readonly caseId: string | null;
  /** A draft holds it so long; then it is swept like any other. */
  readonly heldUntil: Date | null;
}

/** What is known of each upload. Writes belong inside a unit of work. */
export abstract class FileRegister {
  abstract add(file: StoredFile): Promise<void>;
  abstract byId(fileId: string): Promise<StoredFile | undefined>;
  /** Only those of the owner, whatever ids are asked for. */
  abstract own(ownerId: string, fileIds: readonly string[]): Promise<readonly StoredFile[]>;
  /** Gives the owner's files to a case; false when one of them was given to another before. */
  abstract attach(ownerId: string, fileIds: readonly string[], caseId: string): Promise<boolean>;
  /** Holds the owner's caseless files until then, or lets go of them with null; false when one of them is not there. */
  abstract hold(ownerId: string, fileIds: readonly string[], until: Date | null): Promise<boolean>;
  /** In the order in which they were stored. */
  abstract ofCase(caseId: string): Promise<readonly StoredFile[]>;
  /** How many of the owner's files belong to no case and to no draft. */
  abstract unusedOf(ownerId: string): Promise<number>;
  /** How many of the owner's files belong to no case, those that drafts hold among them. */
  abstract caselessOf(ownerId: string): Promise<number>;
  /** Forgets the owner's files that belong to no case; their contents are litter from then on. */
  abstract dropUnused(ownerId: string): Promise<void>;
  /** Those among the ids that have a row. */
  abstract knownOf(fileIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Stored before `moment`, in no case, and not held at `now`. */
  abstract orphansBefore(moment: Date, now: Date, limit: number): Promise<readonly string[]>;
  /** Removes the row unless a case or a draft has taken the file meanwhile. */
  abstract dropOrphan(fileId: string, now: Date): Promise<boolean>;
}

/** The sealed contents. */
export abstract class FileVault {
  abstract put(fileId: string, bytes: Buffer): Promise<void>;
  /** undefined when it is not where it was put. */
  abstract take(fileId: string): Promise<Buffer | undefined>;
  abstract has(fileId: string): Promise<boolean>;
  abstract remove(fileId: string): Promise<void>;
  /** The ids of contents, whole or begun, that were last written before a moment. */
  abstract writtenBefore(moment: Date): AsyncIterable<string>;
}
