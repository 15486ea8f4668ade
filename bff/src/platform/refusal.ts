import type { ProblemCode, ProblemField, ProblemReason } from '@anju/shared/contract';

export interface RefusalDetails {
  /** Refused fields by their path in the body; safe to show. */
  readonly fields?: readonly ProblemField[];
  /** Business reasons as codes from the rules. */
  readonly reasons?: readonly ProblemReason[];
  /** A sentence for the person, where the code's own words do not say enough. */
  readonly detail?: string;
  /** Seconds until it is worth asking again. */
  readonly retryAfter?: number;
}

/** A coded no. Use cases throw it, the problem filter words it; anything else that is thrown is a bug or an outage. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly details: RefusalDetails;

  constructor(code: ProblemCode, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
