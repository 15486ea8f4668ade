import { Injectable } from '@nestjs/common';
import type { CivilDate } from '@anju/shared/contract';
import { CoreFund } from '../../core-fund/index.ts';
import type { CoreEntry, CoreRead } from '../../core-fund/index.ts';
import { Clock, Refusal } from '../../platform/index.ts';
import type { FoundAccount } from './find-account.ts';
import { within } from './within.ts';

/** The most entries the core gives at a time. */
const PAGE = 100;
/** How long a screen waits for a ledger, however many pages it has. */
export const LEDGER_BUDGET_MS = 4000;

export interface Ledger {
  /** Newest first, as the core has them. */
  readonly entries: readonly CoreEntry[];
  /** The core's own moment when the first page was read. */
  readonly asOf: string;
}
interface Span {
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}
type Page = { readonly items: readonly CoreEntry[]; readonly cursor?: string };

/** The whole ledger of an account between two days, page by page within one deadline: a ledger with a page missing would be a wrong answer. */
@Injectable()
export class LedgerReader {
  constructor(
    private readonly core: CoreFund,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `core.unreachable`, also when the deadline passes; `request.not-found` for an account the core no longer knows */
  async read(found: FoundAccount, span: Span = {}, budgetMs: number = LEDGER_BUDGET_MS): Promise<Ledger> {
    const endsAt = this.clock.now().getTime() + budgetMs;
    const ledger = await within(this.pages(found, span, endsAt), budgetMs);
    if (ledger === undefined) throw new Refusal('core.unreachable');
    return ledger;
  }

  /** The last entry up to and with a day; undefined where there is none. @throws Refusal as `read` */
  async lastUntil(found: FoundAccount, to: CivilDate, budgetMs: number = LEDGER_BUDGET_MS): Promise<CoreEntry | undefined> {
    const read = await within(this.core.entries(found.customerNo, found.account.accountNo, { to, size: 1 }), budgetMs);
    return answered(read).value.items[0];
  }

  private async pages({ customerNo, account }: FoundAccount, span: Span, endsAt: number): Promise<Ledger | undefined> {
    const entries: CoreEntry[] = [];
    let asOf: string | undefined;
    let cursor: string | undefined;
    do {
      if (this.clock.now().getTime() >= endsAt) return undefined;
      const page = answered(await this.core.entries(customerNo, account.accountNo, { ...span, size: PAGE, ...(cursor === undefined ? {} : { cursor }) }));
      entries.push(...page.value.items);
      asOf ??= page.asOf;
      cursor = page.value.cursor;
    } while (cursor !== undefined);
    return { entries, asOf };
  }
}

/** The answer, or the refusal it comes to; undefined is an answer that came too late. */
function answered(read: CoreRead<Page> | undefined): Extract<CoreRead<Page>, { readonly kind: 'ok' }> {
  if (read?.kind === 'refused') throw new Refusal('request.not-found');
  if (read?.kind !== 'ok') throw new Refusal('core.unreachable');
  return read;
}
