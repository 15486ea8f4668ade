import { Injectable } from '@nestjs/common';
import type { CoreAccount } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import { Refusal } from '../../platform/index.ts';
import { OpaqueIds } from './opaque-ids.ts';
import type { OverviewReading } from './overview-store.ts';
import { OverviewStore } from './overview-store.ts';

/** One of a person's accounts at the core, with the overview it was found in. */
export interface FoundAccount {
  readonly customerNo: string;
  readonly account: CoreAccount;
  readonly reading: Exclude<OverviewReading, { readonly state: 'unknown' }>;
}

/** Finds the account that the phone calls by its id. */
@Injectable()
export class FindAccount {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly ids: OpaqueIds,
  ) {}

  /** @throws Refusal `request.not-found` (another person's account too), `core.unreachable` while nothing is known of the person */
  async execute(personId: string, accountId: string): Promise<FoundAccount> {
    const person = await this.identities.of(personId);
    const reading = await this.overviews.read(person);
    if (reading.state === 'unknown') throw new Refusal('core.unreachable');
    const account = reading.overview.accounts.find((one) => this.ids.account(personId, one.accountNo) === accountId);
    if (account === undefined) throw new Refusal('request.not-found');
    return { customerNo: person.customerNo, account, reading };
  }
}
