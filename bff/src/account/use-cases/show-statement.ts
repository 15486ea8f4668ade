import { isGone, statementOf } from '@anju/shared/account';
import type { InterestPart, Statement } from '@anju/shared/account';
import { addDays, chinaDateOf, fundYearOf, fundYearSpan } from '@anju/shared/calendar';
import type { PlainDate } from '@anju/shared/calendar';
import type { StatementReply } from '@anju/shared/contract';
import { accountInterest } from '@anju/shared/policy';
import { Injectable } from '@nestjs/common';
import type { CoreAccount, CoreEntry } from '../../core-fund/index.ts';
import { Clock, Log, Refusal } from '../../platform/index.ts';
import { FindAccount } from './find-account.ts';
import { LedgerReader } from './ledger-reader.ts';
import { dayOf } from './overview-day.ts';

/** A fund year of one account, from the entries of the core's ledger; the BFF keeps no balance of its own. */
@Injectable()
export class ShowStatement {
  constructor(
    private readonly find: FindAccount,
    private readonly ledgers: LedgerReader,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * @param fundYear `2025`: from 1 July 2025 to 30 June 2026
   * @throws Refusal as FindAccount and LedgerReader; `request.invalid` (fundYear) for a year that has not begun or ended before the account was opened
   */
  async execute(personId: string, accountId: string, fundYear: string): Promise<StatementReply> {
    const found = await this.find.execute(personId, accountId);
    const years = yearsOf(found.account, dayOf([found.reading], this.clock.now()));
    if (!years.includes(fundYear)) throw new Refusal('request.invalid', { fields: [{ field: 'fundYear', rule: 'range', message: 'the account has no such fund year' }] });
    const { from, to } = fundYearSpan(Number(fundYear));
    // Interest settled on 30 June may be booked the day after.
    const [ledger, before] = await Promise.all([this.ledgers.read(found, { from, to: addDays(to, 1) }), this.ledgers.lastUntil(found, addDays(from, -1))]);
    const openingFen = before?.balanceFen ?? 0;
    if (!holds(openingFen, ledger.entries)) this.log.event('ledger.disagrees', { accountId, fundYear });
    const statement = statementOf({ openingFen, entries: ledger.entries }, Number(fundYear), chinaDateOf(new Date(ledger.asOf)), accountInterest);
    return { asOf: ledger.asOf, years, ...replyOf(statement) };
  }
}

/** The fund years of an account, newest first: from the one it was opened in to today's, or to the one in which it ended. */
function yearsOf(account: CoreAccount, today: PlainDate): readonly string[] {
  const last = fundYearOf(isGone(account.state) ? (account.stateSince ?? today) : today);
  const first = fundYearOf(account.openedOn);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, back) => String(last - back));
}

/** Whether the entries lead from the balance before them to the one the core names beside the newest. */
function holds(openingFen: number, entries: readonly CoreEntry[]): boolean {
  const [newest] = entries;
  return newest === undefined || entries.reduce((sum, entry) => sum + entry.amountFen, openingFen) === newest.balanceFen;
}

function replyOf({ bookedFen: _booked, computed, fundYear, ...sums }: Statement): Omit<StatementReply, 'asOf' | 'years'> {
  return {
    ...sums,
    fundYear: String(fundYear),
    interestBasis: computed && { balanceDaysFen: computed.balanceDaysFen, computedFen: computed.amountFen, parts: computed.parts.map(partOf) },
  };
}

const partOf = ({ source: { id, title, date, seenOn }, ...part }: InterestPart) => ({ ...part, source: { id, title, date, seenOn } });
