import type { ReceiptFacts, ReceiptOutcome } from '@anju/shared/contract';
import { maskName } from '@anju/shared/identity';
import { policyCentres } from '@anju/shared/policy/packs';
import type { CaseStage } from '@anju/shared/progress';
import { Injectable } from '@nestjs/common';
import { tailOf } from '../../account/index.ts';
import { Config } from '../../config.ts';
import { CoreFund } from '../../core-fund/index.ts';
import type { CoreOverview } from '../../core-fund/index.ts';
import { Clock, randomId, Refusal, UnitOfWork } from '../../platform/index.ts';
import { Cases } from '../../progress/index.ts';
import type { ServiceCase } from '../../progress/index.ts';
import type { Receipt } from '../domain/receipt.ts';
import { Receipts, stillTells } from '../domain/receipt.ts';

/** What the centre is called. */
export const centreNameOf = (centre: string): string => policyCentres.find((known) => known.centre === centre)?.name ?? '';

const OUTCOMES: readonly CaseStage[] = ['paid', 'refused', 'cancelled'] satisfies readonly ReceiptOutcome[];

/** Writes down, once, what a settled case is proved by; whoever comes later gets the same. One whose money came back has none, until it ends anew. */
@Injectable()
export class FreezeReceipt {
  constructor(
    private readonly receipts: Receipts,
    private readonly cases: Cases,
    private readonly core: CoreFund,
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `receipt.not-settled`; `core.unreachable` when it is the first time and the core does not say whose account it is */
  async execute(one: ServiceCase): Promise<Receipt> {
    const known = await this.receipts.byCase(one.caseId);
    if (known !== undefined && stillTells(known, one)) return known;
    if (!OUTCOMES.includes(one.stage)) throw new Refusal('receipt.not-settled');
    const read = await this.core.overview(one.customerNo);
    if (read.kind === 'unreachable') throw new Refusal('core.unreachable');
    // Who is not on the core's file any more has a receipt all the same; it says less.
    const facts = JSON.stringify(await this.factsOf(one, read.kind === 'ok' ? read.value : undefined));
    const receipt: Receipt = { receiptId: randomId(), caseId: one.caseId, personId: one.personId, facts, madeAt: this.clock.now() };
    const added = await this.unitOfWork.run(async () => {
      if (known !== undefined) await this.receipts.setAside(known.receiptId);
      return this.receipts.add(receipt);
    });
    if (added) return receipt;
    const first = await this.receipts.byCase(one.caseId);
    if (first === undefined) throw new Error('a receipt stood in the way and is not there');
    return first;
  }

  private async factsOf(one: ServiceCase, overview: CoreOverview | undefined): Promise<ReceiptFacts> {
    const outcome = one.stage as ReceiptOutcome;
    const history = await this.cases.history(one.caseId);
    const momentOf = (stage: CaseStage): Date | undefined => history.find((moment) => moment.stage === stage)?.at;
    const endedAt = momentOf(outcome) ?? one.updatedAt;
    const decidedAt = (outcome === 'paid' ? momentOf('approved') : undefined) ?? endedAt;
    return {
      number: one.number,
      route: one.route,
      outcome,
      centre: centreNameOf(this.config.centre),
      names: namesOf(one, overview),
      accountTail: accountTailOf(one, overview),
      payee: one.payee,
      ...amountsOf(one),
      submittedAt: one.submittedAt.toISOString(),
      decidedAt: decidedAt.toISOString(),
      ...(outcome === 'paid' ? { paidAt: one.record?.paidAt ?? endedAt.toISOString() } : {}),
      checks: one.record?.checks ?? [],
    };
  }
}

/** A prepayment's amount holds its interest; a closing withdrawal's interest stands beside its amount. */
function amountsOf({ route, amountFen, record }: ServiceCase): Pick<ReceiptFacts, 'principalFen' | 'interestFen' | 'totalFen'> {
  const interestFen = record?.interestFen ?? 0;
  const totalFen = route === 'loan-prepayment' ? amountFen : amountFen + interestFen;
  return { principalFen: totalFen - interestFen, interestFen, totalFen };
}

function namesOf({ terms }: ServiceCase, overview: CoreOverview | undefined): readonly string[] {
  if (terms?.matter === 'loan-pre-application') return terms.applicants.map(({ maskedName }) => maskedName);
  return [overview === undefined ? '*' : maskName(overview.person.name)];
}

/** A loan is not taken from the account. Of several accounts the case does not say which, and nothing is guessed. */
function accountTailOf({ route }: ServiceCase, overview: CoreOverview | undefined): string | null {
  const [only, ...more] = overview?.accounts ?? [];
  if (route === 'loan-pre-application' || route === 'loan-prepayment' || only === undefined || more.length > 0) return null;
  return tailOf(only.accountNo);
}
