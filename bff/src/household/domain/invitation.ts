/** How long an invitation lives. */
export const INVITATION_MS = 72 * 3_600_000;
export const CODE_DIGITS = 6;
/** Wrong codes of one person within an hour after which no more are looked at. */
export const TRIES_AN_HOUR = 5;
export const TRY_MS = 3_600_000;
/** A code that has run out is still told from one that never was, for so long. */
export const KEPT_MS = 7 * 86_400_000;

/** A wish of one person that the other half join them. Instants are milliseconds since 1970. */
export interface Invitation {
  readonly inviterId: string;
  /** Six digits. */
  readonly code: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** null while nobody has accepted it. */
  readonly acceptedAt: number | null;
}

export function isOpen(invitation: Invitation, now: number): boolean {
  return invitation.acceptedAt === null && invitation.expiresAt > now;
}

/** The last invitation of each person. Writes belong inside a unit of work. */
export abstract class Invitations {
  abstract of(inviterId: string): Promise<Invitation | undefined>;
  abstract byCode(code: string): Promise<Invitation | undefined>;
  /** Puts it in the place of an older one. False: the code is somebody else's just now, or another of the same person came first. */
  abstract replace(older: Invitation | undefined, invitation: Invitation): Promise<boolean>;
  /** True for the one who takes it while it is open, and for nobody after them. */
  abstract take(invitation: Invitation, now: number): Promise<boolean>;
  abstract remove(inviterId: string): Promise<void>;
  /** Forgets those that ran out before a moment. */
  abstract sweep(before: number): Promise<number>;
}

/** Codes that were tried and were wrong; they outlast an unbinding, so that nobody begins anew by it. */
export abstract class CodeTries {
  /** Counts one before the code is looked at, so that parallel guesses count too. */
  abstract add(tryId: string, personId: string, at: number): Promise<void>;
  /** The moments that count at `now`, oldest first. */
  abstract since(personId: string, after: number): Promise<readonly number[]>;
  /** The code was right. */
  abstract giveBack(tryId: string): Promise<void>;
  abstract sweep(before: number): Promise<number>;
}
