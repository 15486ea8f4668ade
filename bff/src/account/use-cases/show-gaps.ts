import { accountPermissions, historyFindings } from '@anju/shared/account';
import { chinaDateOf, monthOf } from '@anju/shared/calendar';
import type { GapsReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/index.ts';
import { FindAccount } from './find-account.ts';
import { LedgerReader } from './ledger-reader.ts';

/** What stands out in the contributions of one account since it was opened. */
@Injectable()
export class ShowGaps {
  constructor(
    private readonly find: FindAccount,
    private readonly ledgers: LedgerReader,
  ) {}

  /** @throws Refusal as FindAccount and LedgerReader; `core.unreachable` also while the count of months is only an old one */
  async execute(personId: string, accountId: string): Promise<GapsReply> {
    const found = await this.find.execute(personId, accountId);
    const { account, reading } = found;
    if (reading.state !== 'fresh') throw new Refusal('core.unreachable');
    const { entries, asOf } = await this.ledgers.read(found);
    const today = chinaDateOf(new Date(asOf));
    const { span, findings } = historyFindings(entries, today, accountPermissions(account.state).contribute);
    return { asOf, months: reading.overview.contributionMonths, from: span?.from ?? monthOf(account.openedOn), to: span?.to ?? monthOf(today), findings };
  }
}
