import type { EntriesQuery, EntriesReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { CoreFund } from '../../core-fund/index.ts';
import { FieldCipher, Refusal } from '../../platform/index.ts';
import { FindAccount } from './find-account.ts';
import { OpaqueIds } from './opaque-ids.ts';

const PAGE = 30;
const CURSOR = 'entries.cursor';

/** The entries of one account, newest first, as the core's ledger has them. */
@Injectable()
export class ListEntries {
  constructor(
    private readonly find: FindAccount,
    private readonly core: CoreFund,
    private readonly ids: OpaqueIds,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws Refusal `request.not-found` (another person's account too), `request.invalid` for a foreign cursor, `core.unreachable` */
  async execute(personId: string, accountId: string, query: EntriesQuery): Promise<EntriesReply> {
    const cursor = query.cursor === undefined ? undefined : this.openCursor(query.cursor, accountId);
    const { customerNo, account } = await this.find.execute(personId, accountId);
    const read = await this.core.entries(customerNo, account.accountNo, {
      size: PAGE,
      ...(query.year === undefined ? {} : { from: `${query.year}-01-01`, to: `${query.year}-12-31` }),
      ...(query.kind === undefined ? {} : { kind: query.kind }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (read.kind === 'refused') throw new Refusal('request.not-found');
    if (read.kind === 'unreachable') throw new Refusal('core.unreachable');
    return {
      items: read.value.items.map(({ entryNo, ...entry }) => ({ ...entry, entryId: this.ids.entry(personId, entryNo) })),
      asOf: read.asOf,
      ...(read.value.cursor === undefined ? {} : { cursor: this.sealCursor(read.value.cursor, accountId) }),
    };
  }

  /** The core's cursor may hold numbers of the core, so it travels sealed, and fits this account only. */
  private sealCursor(cursor: string, accountId: string): string {
    return Buffer.from(this.cipher.seal(cursor, `${CURSOR}.${accountId}`)).toString('base64url');
  }

  private openCursor(cursor: string, accountId: string): string {
    try {
      return this.cipher.open(Buffer.from(cursor, 'base64url').toString('utf8'), `${CURSOR}.${accountId}`);
    } catch {
      throw new Refusal('request.invalid', { fields: [{ field: 'cursor', rule: 'unknown', message: 'cursor was not given out by this list' }] });
    }
  }
}
