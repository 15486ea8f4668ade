import type { Draft, DraftSummary } from '@anju/shared/contract';

/** What a person has filled in and not sent, for the modules that show and take in withdrawals. */
export abstract class Drafts {
  /** null when there is none, or when it is past its 30 days. */
  abstract of(personId: string, route: string): Promise<Draft | null>;
  /** Which routes have one, the last written first. */
  abstract list(personId: string): Promise<readonly DraftSummary[]>;
  /** Inside the unit of work in which the application is taken in: it was sent, so it is no draft any more. */
  abstract forget(personId: string, route: string): Promise<void>;
}
