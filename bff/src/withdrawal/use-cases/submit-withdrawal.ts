import type { Channel, SubmitWithdrawalBody, SubmitWithdrawalReply } from '@anju/shared/contract';
import { chinaDateOf } from '@anju/shared/calendar';
import { Injectable } from '@nestjs/common';
import { OpaqueIds, OverviewStore } from '../../account/index.ts';
import { Audit } from '../../audit/index.ts';
import { FileStore } from '../../file-store/index.ts';
import { Identities } from '../../identity/index.ts';
import type { VerifiedIdentity } from '../../identity/index.ts';
import { AskedOnce, Clock, Log, Outbox, randomId, Refusal, UnitOfWork } from '../../platform/index.ts';
import { Cases, requestNoOf } from '../../progress/index.ts';
import type { WithdrawalCase } from '../../progress/index.ts';
import { assertAmount, assertAnswers, assertCard, assertEligible, assertFiles } from './check-wish.ts';
import { FORWARD_TOPIC } from './forward-withdrawal.ts';
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

/** Thrown inside the unit of work, so that nothing of it stays. */
class Overtaken extends Error {}

/** Takes a withdrawal in, once, and sees it to the core. */
@Injectable()
export class SubmitWithdrawal {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly judge: JudgeRoutes,
    private readonly ids: OpaqueIds,
    private readonly files: FileStore,
    private readonly cases: Cases,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly askedOnce: AskedOnce,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
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
      const messageId = await this.take(wished, reading);
      if (messageId !== undefined) return this.forwarded(wished, messageId, until);
      this.overviews.makeOld(person.personId);
    }
    throw new Refusal('case.state-conflict', { retryAfter: 1 });
  }

  /** The case as it would be, or the refusal. */
  private async judged(person: VerifiedIdentity, channel: Channel, body: SubmitWithdrawalBody, reading: KnownOverview): Promise<WithdrawalCase> {
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
    const caseId = randomId();
    const now = this.clock.now();
    const { contractNumber, homeCity } = body.answers ?? {};
    return {
      caseId,
      number: '',
      personId,
      customerNo: person.customerNo,
      channel,
      route: body.route,
      amountFen: body.amountFen,
      payee: { bank: card.bank, tail: card.number.slice(-4) },
      stage: 'submitted',
      link: 'to-send',
      requestNo: requestNoOf(caseId, 1),
      attempt: 1,
      coreCaseNo: null,
      wish: {
        accountNo: situation.account.accountNo,
        cardNo: card.cardNo,
        fileIds,
        ...(contractNumber === undefined || body.route !== 'purchase' ? {} : { contractNumber }),
        ...(homeCity === undefined || body.route !== 'purchase' ? {} : { homeIsLocal: homeCity === 'local' }),
      },
      record: null,
      refusal: null,
      submittedAt: now,
      updatedAt: now,
      version: 1,
    };
  }

  /** Case, outbox row, reply and audit become true together. Undefined when the case was overtaken and must be judged anew. */
  private async take(wished: WithdrawalCase, reading: KnownOverview): Promise<string | undefined> {
    try {
      return await this.unitOfWork.run(() => this.write(wished, reading));
    } catch (error) {
      if (error instanceof Overtaken) return undefined;
      throw error;
    }
  }

  private async write(wished: WithdrawalCase, reading: KnownOverview): Promise<string> {
    const { caseId, personId, route } = wished;
    const number = await this.cases.nextNumber(chinaDateOf(wished.submittedAt));
    if (!(await this.cases.add({ ...wished, number }))) await this.assertNoneRuns(personId);
    // Another case of this route may have been paid since the overview was read: the rules have not seen that yet.
    if (await this.cases.changedSince(personId, route, reading.askedAt, caseId)) {
      throw reading.state === 'fresh' ? new Overtaken() : new Refusal('core.unreachable');
    }
    await this.cases.note(caseId, [{ stage: 'submitted', at: wished.submittedAt }]);
    if (!(await this.files.attach(personId, wished.wish?.fileIds ?? [], caseId))) throw new Overtaken();
    const messageId = await this.outbox.record({ topic: FORWARD_TOPIC, key: caseId, payload: { caseId } });
    await this.askedOnce.complete({ caseId, number, state: 'submitted' } satisfies SubmitWithdrawalReply);
    await this.audit.record({ personId, action: 'withdrawal.submitted', subject: caseId, outcome: 'done' });
    return messageId;
  }

  /** The unique column kept a second case out; the first one is named, unless it has just come to its end. */
  private async assertNoneRuns(personId: string): Promise<never> {
    const running = (await this.cases.liveOf(personId))[0];
    throw running === undefined ? new Overtaken() : caseRunning(running);
  }

  /** One try at once, so that the answer can already say paid; whatever comes of it, the number stands. */
  private async forwarded({ caseId }: WithdrawalCase, messageId: string, until: number): Promise<SubmitWithdrawalReply> {
    this.log.event('case.submitted', { caseId });
    const left = until - this.clock.now().getTime();
    if (left > 0) await this.outbox.tryNow(messageId, left);
    const one = await this.cases.byId(caseId);
    if (one === undefined) throw new Error('a case that was just written is not there');
    const reply: SubmitWithdrawalReply = { caseId, number: one.number, state: one.stage };
    if (one.stage !== 'submitted') await this.unitOfWork.run(() => this.askedOnce.complete(reply));
    return reply;
  }
}

function caseRunning({ caseId, route }: WithdrawalCase): Refusal {
  return new Refusal('withdrawal.case-running', { reasons: [{ code: 'case-running', params: { caseId, route } }] });
}
