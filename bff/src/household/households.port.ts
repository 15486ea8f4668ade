/** The other half of a joined household. */
export interface Partner {
  readonly personId: string;
  readonly maskedName: string;
}

/** Who has joined whom. Both said so on their own phones; either can leave at any time. */
export abstract class Households {
  /** The one this person has joined and who has joined them; null when there is none, or when the other is no longer bound. */
  abstract partnerOf(personId: string): Promise<Partner | null>;
}
