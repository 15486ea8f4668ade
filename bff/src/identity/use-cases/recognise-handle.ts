import { Injectable } from '@nestjs/common';
import { KnownPeople } from '../../session/index.ts';
import type { Handle, KnownPerson } from '../../session/index.ts';
import { People, stillTrusted } from '../domain/people.ts';
import { masked } from '../domain/person.ts';

/** Whose WeChat account or mobile is that? Asked by the session module when somebody signs in, inside its unit of work. */
@Injectable()
export class RecogniseHandle extends KnownPeople {
  constructor(private readonly people: People) {
    super();
  }

  async signingIn(handle: Handle, at: number): Promise<KnownPerson | undefined> {
    const bound = await this.people.boundTo(handle);
    if (bound === undefined || !stillTrusted(handle, bound, at)) return undefined;
    const person = await this.people.byId(bound.personId);
    if (person === undefined) return undefined;
    await this.people.tie(handle, person.personId, at);
    await this.people.noteChannel(person.personId, handle.kind === 'open-id' ? 'weapp' : 'h5');
    return { personId: person.personId, masked: masked(person) };
  }
}
