import type { FileReply } from '@anju/shared/contract';

export type MediaType = FileReply['mediaType'];

export interface StoredFile {
  readonly fileId: string;
  readonly ownerId: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  /** Of the content as it was uploaded, hex. */
  readonly sha256: string;
  readonly storedAt: Date;
  /** The case it belongs to; one without a case is swept after a week. */
  readonly caseId: string | null;
}

/** What is known of each upload. Writes belong inside a unit of work. */
export abstract class FileRegister {
  abstract add(file: StoredFile): Promise<void>;
  abstract byId(fileId: string): Promise<StoredFile | undefined>;
  /** Only those of the owner, whatever ids are asked for. */
  abstract own(ownerId: string, fileIds: readonly string[]): Promise<readonly StoredFile[]>;
  /** Gives the owner's files to a case; false when one of them was given away before. */
  abstract attach(ownerId: string, fileIds: readonly string[], caseId: string): Promise<boolean>;
  /** In the order in which they were stored. */
  abstract ofCase(caseId: string): Promise<readonly StoredFile[]>;
  /** How many of the owner's files belong to no case. */
  abstract unusedOf(ownerId: string): Promise<number>;
  /** Those among the ids that have a row. */
  abstract knownOf(fileIds: readonly string[]): Promise<ReadonlySet<string>>;
  abstract orphansBefore(moment: Date, limit: number): Promise<readonly string[]>;
  /** Removes the row unless a case has taken the file meanwhile. */
  abstract dropOrphan(fileId: string): Promise<boolean>;
}

/** The sealed contents. */
export abstract class FileVault {
  abstract put(fileId: string, bytes: Buffer): Promise<void>;
  /** undefined when it is not where it was put. */
  abstract take(fileId: string): Promise<Buffer | undefined>;
  abstract remove(fileId: string): Promise<void>;
  /** The ids of contents, whole or begun, that were last written before a moment. */
  abstract writtenBefore(moment: Date): AsyncIterable<string>;
}

/** Finds out what a file is from its bytes; undefined when it is none of the three kinds taken in. */
export abstract class MediaSniffer {
  abstract mediaTypeOf(bytes: Buffer): Promise<MediaType | undefined>;
}
