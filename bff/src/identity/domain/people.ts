import type { IdType } from '@anju/shared/identity';
import type { Person } from './person.ts';

/** By what a person signs in. */
export interface Handle {
  readonly kind: 'open-id' | 'mobile';
  readonly value: string;
}

export interface BoundHandle {
  readonly personId: string;
  readonly lastUsedAt: number;
}

/** The bound people and the handles they come by. */
export abstract class People {
  /** The person's id follows from the document, so that someone who left and comes back finds their cases again. */
  abstract idOf(idType: IdType, idNumber: string): string;
  abstract byId(personId: string): Promise<Person | undefined>;
  /** The id of whom the core knows by that number. */
  abstract byCustomer(customerNo: string): Promise<string | undefined>;
  /** Adds the person or replaces what was known. */
  abstract save(person: Person): Promise<void>;
  abstract noteChannel(personId: string, channel: Person['lastChannel']): Promise<void>;
  /** The person and all their handles. */
  abstract remove(personId: string): Promise<void>;
  abstract boundTo(handle: Handle): Promise<BoundHandle | undefined>;
  /** Ties the handle to the person, or notes that they used it. False: it belongs to another person, and nothing was changed. */
  abstract tie(handle: Handle, personId: string, at: number): Promise<boolean>;
  /** Ties it even when it belonged to another person: a mobile that was proved to be this person's. */
  abstract move(handle: Handle, personId: string, at: number): Promise<void>;
  /** The last used first. */
  abstract handlesOf(personId: string, kind: Handle['kind']): Promise<readonly string[]>;
}

/**
 * Operators give a number out again ninety days after it was given up; a mobile nobody signed in with for that long says
 * nothing any more about whose it is.
 */
const MOBILE_TRUST_MS = 90 * 86_400_000;

export function stillTrusted(handle: Handle, bound: BoundHandle, now: number): boolean {
  return handle.kind === 'open-id' || now - bound.lastUsedAt < MOBILE_TRUST_MS;
}
