/** One thing somebody did, or was refused, to somebody's account. Ids and codes only: never a name, number or text a person typed. */
export interface AuditFact {
  /** Whose account it was done to; the person is also the one who did it, unless `actor` says otherwise. */
  readonly personId: string;
  /** `withdrawal.submitted`, `identity.bound` … */
  readonly action: string;
  /** The id of the case, file or session it was done with. */
  readonly subject?: string;
  /** `done`, or the code of the refusal. */
  readonly outcome: string;
  /** `person` unless the core or Anju itself did it. */
  readonly actor?: 'person' | 'core' | 'anju';
}

export interface AuditEntry {
  /** Rises by one without gaps. */
  readonly sequence: number;
  readonly at: Date;
  readonly personId: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string | null;
  readonly outcome: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** Who did what to whose account: append-only, each entry sealed by the hash of the one before. */
export abstract class Audit {
  /**
   * Appends within the running unit of work, or in one of its own. Call it last in a unit of work: it holds the head of the chain until
   * the commit, so that appends stand one after the other on every engine.
   */
  abstract record(fact: AuditFact): Promise<void>;
}

/** Reading the log back, in order. */
export abstract class AuditLog {
  abstract after(sequence: number, limit: number): Promise<readonly AuditEntry[]>;
  /** The last sequence and hash as the head keeps them; sequence 0 before the first entry. */
  abstract head(): Promise<{ readonly sequence: number; readonly hash: string }>;
}
