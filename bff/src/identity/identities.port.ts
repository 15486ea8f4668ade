import type { Channel, IdType, MaskedPerson, Reason } from '@anju/shared/contract';

/** A verified person as other modules need them. `name` and `mobile` are in clear and must not leave the BFF. */
export interface VerifiedIdentity {
  readonly personId: string;
  /** The core's opaque name of this person. */
  readonly customerNo: string;
  readonly masked: MaskedPerson;
  readonly name: string;
  readonly mobile: string | null;
  readonly idType: IdType;
  readonly stepUp: 'face' | 'counter-code';
  /** What did not agree with the core at binding: `name-differs`, `mobile-differs`. */
  readonly tasks: readonly Reason[];
  /** The WeChat accounts of this person, the last used first. */
  readonly openIds: readonly string[];
  readonly lastChannel: Channel;
}

/** Where a notice can go. */
export interface Contact {
  readonly openId?: string;
  readonly mobile?: string;
}

/** Who a person is, for the other modules. */
export abstract class Identities {
  /** @throws Refusal `identity.not-verified` when the person is not bound (any more) */
  abstract of(personId: string): Promise<VerifiedIdentity>;
  /** The bound person whom the core knows by that number; undefined when nobody here is. */
  abstract byCustomer(customerNo: string): Promise<string | undefined>;
  /** undefined when the person is not bound any more. */
  abstract contactOf(personId: string): Promise<Contact | undefined>;
  /** Called inside the unbinding transaction: delete what you hold of the person that is not a record of the centre's. */
  abstract onUnbound(handler: (personId: string) => Promise<void>): void;
}
