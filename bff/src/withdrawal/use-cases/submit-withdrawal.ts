import type { Channel, SubmitWithdrawalBody, SubmitWithdrawalReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { OpaqueIds, OverviewStore, tailOf } from '../../account/index.ts';
import { FileStore } from '../../file-store/index.ts';
import { Identities } from '../../identity/index.ts';
import type { VerifiedIdentity } from '../../identity/index.ts';
import { Clock, randomId, Refusal } from '../../platform/index.ts';
import { newCase, StartCase } from '../../progress/index.ts';
import type { ServiceCase, WithdrawalWish } from '../../progress/index.ts';
import { assertAmount, assertAnswers, assertCard, assertEligible, assertFiles } from './check-wish.ts';
import type { KnownOverview } from './judge-routes.ts';
import { JudgeRoutes } from './judge-routes.ts';

/** How long the person waits in all, and for the overview in it. */
const BUDGET_MS = 2500;
const OVERVIEW_MS = 1200;
/** How often a wish is judged again because a case of the same route changed while it was being judged. */
const RUNS = 3;

export interface Submitter {
  readonly personId: string;
  readonly channel: Channel;
}

type WishedWithdrawal = ServiceCase & { readonly wish: WithdrawalWish };

/** Takes a withdrawal in, once, and sees it to the core. */
@Injectable()
export class SubmitWithdrawal {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly judge: JudgeRoutes,
    private readonly ids: OpaqueIds,
    private readonly files: FileStore,
    private readonly start: StartCase,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal `withdrawal.ineligible` with every reason, `withdrawal.case-running` naming the case, `withdrawal.amount-above-maximum`,
   * `withdrawal.card-unknown`, `withdrawal.file-missing`, `request.invalid`, `core.unreachable` when there is nothing to judge by
   */
  async execute(submitter: Submitter, body: SubmitWithdrawalBody): Promise<SubmitWithdrawalReply> {
    const until = this.clock.now().getTime() + BUDGET_MS;
    const person = await this.identities.of(submitter.personId);
    for (let run = 0; run < RUNS; run += 1) {
      const reading = await this.overviews.read(person, OVERVIEW_MS);
      if (reading.state === 'unknown') throw new Refusal('core.unreachable');
      const wished = await this.judged(person, submitter.channel, body, reading);
      const also = (): Promise<boolean> => this.files.attach(person.personId, wished.wish.fileIds, wished.caseId);
      const started = await this.start.execute({ wished, judgedBy: reading, until, running: caseRunning, also });
      if (started !== undefined) return started;
      this.overviews.makeOld(person.personId);
    }
    throw new Refusal('case.state-conflict', { retryAfter: 1 });
  }

  /** The case as it would be, or the refusal. */
  private async judged(person: VerifiedIdentity, channel: Channel, body: SubmitWithdrawalBody, reading: KnownOverview): Promise<WishedWithdrawal> {
    const { personId } = person;
    const situation = await this.judge.situation(personId, reading);
    const running = situation.live[0];
    if (running !== undefined) throw caseRunning(running);
    const verdict = this.judge.verdict(body.route, situation);
    assertEligible(verdict);
    assertAnswers(body);
    assertAmount(body.amountFen, verdict);
    const card = assertCard(reading.overview.cards.find((one) => this.ids.card(personId, one.cardNo) === body.bankCardId));
    const own = await this.files.own(personId, body.fileIds ?? []);
    const fileIds = assertFiles(body, own.filter((file) => file.caseId === null).map((file) => file.fileId));
    const { contractNumber, homeCity } = (body.answers ?? {}) as { readonly contractNumber?: string; readonly homeCity?: string };
    const wish: WithdrawalWish = {
      accountNo: situation.account.accountNo,
      cardNo: card.cardNo,
      fileIds,
      ...(contractNumber === undefined || body.route !== 'purchase' ? {} : { contractNumber }),
      ...(homeCity === undefined || body.route !== 'purchase' ? {} : { homeIsLocal: homeCity === 'local' }),
    };
    const asked = {
      personId,
      customerNo: person.customerNo,
      channel,
      route: body.route,
      amountFen: body.amountFen,
      payee: { bank: card.bank, tail: tailOf(card.number) },
      terms: null,
    };
    return { ...newCase({ ...asked, wish }, randomId(), this.clock.now()), wish };
  }
}

function caseRunning({ caseId, route }: ServiceCase): Refusal {
  return new Refusal('withdrawal.case-running', { reasons: [{ code: 'case-running', params: { caseId, route } }] });
}
