import type { IdType } from '@anju/shared/identity';
import { maskIdNumber, maskMobile, maskName } from '@anju/shared/identity';

export type BindingTask = 'name-differs' | 'mobile-differs';

/** A person whose papers were checked and whom the core knows. One for each document. */
export interface Person {
  readonly personId: string;
  /** The core's opaque name of this person. */
  readonly customerNo: string;
  readonly name: string;
  readonly idType: IdType;
  /** Normalised. */
  readonly idNumber: string;
  /** The mobile they were bound with. */
  readonly mobile: string | null;
  /** What did not agree with the core; a way to correct it exists, and writes stop early until then. */
  readonly tasks: readonly BindingTask[];
  readonly consentVersion: string;
  readonly boundAt: number;
  readonly lastChannel: 'weapp' | 'h5';
}

export interface MaskedPerson {
  readonly name: string;
  readonly idNumber: string;
  readonly mobile?: string;
}

/** As the person's own screen may show them. */
export function masked(person: Pick<Person, 'name' | 'idNumber' | 'mobile'>): MaskedPerson {
  return { name: maskName(person.name), idNumber: maskIdNumber(person.idNumber), ...(person.mobile === null ? {} : { mobile: maskMobile(person.mobile) }) };
}

/** How a person can be seen: face checks know mainland resident ids only, everybody else shows their document at a counter. */
export function stepUpOf(idType: IdType): 'face' | 'counter-code' {
  return idType === 'resident-id' ? 'face' : 'counter-code';
}
