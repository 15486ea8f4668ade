import type { CaseMatter } from '@anju/shared/contract';
import type { CaseStage } from '@anju/shared/progress';
import type { ServiceCase } from './service-case.ts';

export interface StageMoment {
  readonly stage: CaseStage;
  readonly at: Date;
}
export interface CasePage {
  readonly items: readonly ServiceCase[];
  readonly cursor?: string;
}

/** The cases of all matters. Writes belong inside a unit of work. */
export abstract class Cases {
  /** The next number of that day, `T` + day + six digits; holds the day's counter until the commit. */
  abstract nextNumber(day: string): Promise<string>;
  /** False, and nothing written, when a live case of the same person and matter stands in the way, or one that the core or an earlier resubmission made already. */
  abstract add(one: ServiceCase): Promise<boolean>;
  /** Writes when the row still has the version the case was read with. False: somebody else wrote first, read it again. */
  abstract save(one: ServiceCase): Promise<boolean>;
  /** Adds what the history does not hold yet. */
  abstract note(caseId: string, reached: readonly StageMoment[]): Promise<void>;
  abstract history(caseId: string): Promise<readonly StageMoment[]>;

  /** The case that stands in the place of another. */
  abstract resubmissionOf(caseId: string): Promise<ServiceCase | undefined>;
  /** Of several cases, in one reading: by the case, the id of the one that stands in its place. */
  abstract resubmissionsOf(caseIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Drops what was asked for in up to so many cases that ended and last changed before a moment; which. */
  abstract dropWishes(before: Date, limit: number): Promise<readonly string[]>;
  abstract byId(caseId: string): Promise<ServiceCase | undefined>;
  /** The case of an event: by our request number, else by the core's case number. */
  abstract byCore(requestNo: string, coreCaseNo: string): Promise<ServiceCase | undefined>;
  /** Those of the person whose case numbers at the core these are, in one reading. */
  abstract ofCore(personId: string, coreCaseNos: readonly string[]): Promise<readonly ServiceCase[]>;
  /** Those of the person, and those in which they borrow too. */
  abstract liveOf(personId: string): Promise<readonly ServiceCase[]>;
  /** Whether a case of one of these matters, other than this one and not ended without effect, was written at or after a moment. */
  abstract changedSince(personId: string, routes: readonly CaseMatter[], since: Date, exceptCaseId: string): Promise<boolean>;
  /** Cases of a matter, however they stand, that were submitted at or after a moment; newest first. */
  abstract submittedSince(personId: string, route: CaseMatter, since: Date): Promise<readonly ServiceCase[]>;
  /** Those of the person, and those in which they borrow too; newest first. */
  abstract page(personId: string, filter: { readonly live?: boolean; readonly cursor?: string; readonly size: number }): Promise<CasePage>;
}
