import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/index.ts';
import { People } from '../domain/people.ts';
import { masked, stepUpOf } from '../domain/person.ts';
import { Identities } from '../identities.port.ts';
import type { Contact, VerifiedIdentity } from '../identities.port.ts';

/** Who a person is, for the other modules. */
@Injectable()
export class BoundIdentities extends Identities {
  private readonly unboundHandlers: ((personId: string) => Promise<void>)[] = [];

  constructor(private readonly people: People) {
    super();
  }

  async of(personId: string): Promise<VerifiedIdentity> {
    const person = await this.people.byId(personId);
    if (person === undefined) throw new Refusal('identity.not-verified');
    return {
      personId,
      customerNo: person.customerNo,
      masked: masked(person),
      name: person.name,
      mobile: person.mobile,
      idType: person.idType,
      stepUp: stepUpOf(person.idType),
      tasks: person.tasks.map((code) => ({ code })),
      openIds: await this.people.handlesOf(personId, 'open-id'),
      lastChannel: person.lastChannel,
    };
  }

  byCustomer(customerNo: string): Promise<string | undefined> {
    return this.people.byCustomer(customerNo);
  }

  async contactOf(personId: string): Promise<Contact | undefined> {
    const person = await this.people.byId(personId);
    if (person === undefined) return undefined;
    const [openId] = await this.people.handlesOf(personId, 'open-id');
    return { ...(openId === undefined ? {} : { openId }), ...(person.mobile === null ? {} : { mobile: person.mobile }) };
  }

  onUnbound(handler: (personId: string) => Promise<void>): void {
    this.unboundHandlers.push(handler);
  }

  /** For the use case that unbinds. */
  async tellUnbound(personId: string): Promise<void> {
    for (const handler of this.unboundHandlers) await handler(personId);
  }
}
