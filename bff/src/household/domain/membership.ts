/** One person's half of a household of two. */
export interface Membership {
  readonly householdId: string;
  readonly personId: string;
  /** Milliseconds since 1970. */
  readonly joinedAt: number;
  /** What the civil-affairs source said when they joined; silence is no mismatch, and is noted as what it is. */
  readonly marriage: 'married' | 'unavailable';
}

/** Who is in a household. Writes belong inside a unit of work. */
export abstract class Memberships {
  abstract of(personId: string): Promise<Membership | undefined>;
  abstract partnerIn(membership: Membership): Promise<Membership | undefined>;
  /** False, and to be rolled back, when one of them is in a household already. */
  abstract join(two: readonly [Membership, Membership]): Promise<boolean>;
  abstract dissolve(householdId: string): Promise<void>;
}
