import type { StoredFile } from './domain/stored-file.ts';

/** A person's uploads, for the modules that need them. */
export abstract class FileStore {
  /** The person's own among these, in the order asked for; another person's do not exist. */
  abstract own(personId: string, fileIds: readonly string[]): Promise<readonly StoredFile[]>;
  /** Inside the unit of work that makes the case; false when one was used before. */
  abstract attach(personId: string, fileIds: readonly string[], caseId: string): Promise<boolean>;
  /** What belongs to a case, in the order in which it was stored. */
  abstract ofCase(caseId: string): Promise<readonly StoredFile[]>;
  /** Type and content of one file; undefined when it is gone. */
  abstract content(fileId: string): Promise<{ readonly mediaType: string; readonly bytes: Buffer } | undefined>;
}
