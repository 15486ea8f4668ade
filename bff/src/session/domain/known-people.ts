/** By what a person signs in. */
export interface Handle {
  readonly kind: 'open-id' | 'mobile';
  readonly value: string;
}

export interface KnownPerson {
  readonly personId: string;
  readonly masked: { readonly name: string; readonly idNumber: string; readonly mobile?: string };
}

/** What signing in asks of the identity module, which provides this: whose handle is that, if anybody's? */
export abstract class KnownPeople {
  /** The person the handle is bound to; notes that they came by it. */
  abstract signingIn(handle: Handle, at: number): Promise<KnownPerson | undefined>;
}
