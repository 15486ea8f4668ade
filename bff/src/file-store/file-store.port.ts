import type { StoredFile } from './domain/stored-file.ts';

/** A person's uploads, for the modules that need them. */
export abstract class FileStore {
  /** The person's own among these, in the order asked for; another person's do not exist. */
  abstract own(personId: string, fileIds: readonly string[]): Promise<readonly StoredFile[]>;
  /** Inside the unit of work that makes or changes the case; those it has already count as given. False when one belongs to another case. */
  abstract attach(personId: string, fileIds: readonly string[], caseId: string): Promise<boolean>;
  /** Inside a unit of work: what a draft names is not swept until then; null lets go. False when one is not the person's, or gone. */
  abstract hold(personId: string, fileIds: readonly string[], until: Date | null): Promise<boolean>;
  /** What belongs to a case, in the order in which it was stored. */
  abstract ofCase(caseId: string): Promise<readonly StoredFile[]>;
  /** Type and content of one file; undefined when it is gone. */
  abstract content(fileId: string): Promise<{ readonly mediaType: string; readonly bytes: Buffer } | undefined>;
}
