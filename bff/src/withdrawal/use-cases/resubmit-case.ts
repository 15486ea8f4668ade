import type { ResubmitBody, SubmitWithdrawalReply } from '@anju/shared/contract';
import { isWithdrawalRoute } from '@anju/shared/withdrawal';
import { Injectable } from '@nestjs/common';
import { AskedOnce, Refusal, UnitOfWork } from '../../platform/index.ts';
import { applicantOnly, Cases, fixOf, originOf, roleOf } from '../../progress/index.ts';
import type { ServiceCase } from '../../progress/index.ts';
import { resubmissionTexts } from '../../texts/index.ts';
import { plainAnswers } from './check-wish.ts';
import type { AskedWithdrawal } from './judge-wish.ts';
import type { Submitter } from './take-wish.ts';
import { TakeWish } from './take-wish.ts';

/** Hands a withdrawal in again that was refused, or whose money came back: a new case that takes everything but what changed from the old one. */
@Injectable()
export class ResubmitCase {
  constructor(
    private readonly cases: Cases,
    private readonly take: TakeWish,
    private readonly askedOnce: AskedOnce,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * The case that stands in the old one's place; asked for again, the same.
   * @throws Refusal `request.not-found` (another person's case too), `case.state-conflict` when nothing of it can be put right, or no longer; else as
   * `SubmitWithdrawal`
   */
  async execute(submitter: Submitter, caseId: string, body: ResubmitBody): Promise<SubmitWithdrawalReply> {
    const changed = { ...body, answers: plainAnswers(body.answers) };
    const one = await this.cases.byId(caseId);
    if (one === undefined || roleOf(one, submitter.personId) === undefined) throw new Refusal('request.not-found');
    if (one.personId !== submitter.personId) throw applicantOnly();
    const before = (): Promise<SubmitWithdrawalReply | undefined> => this.standing(caseId);
    const already = await before();
    return already ?? this.take.execute(submitter, askedAgain(one, changed), before);
  }

  private async standing(caseId: string): Promise<SubmitWithdrawalReply | undefined> {
    const next = await this.cases.resubmissionOf(caseId);
    if (next === undefined) return undefined;
    const reply: SubmitWithdrawalReply = { caseId: next.caseId, number: next.number, state: next.stage };
    await this.unitOfWork.run(() => this.askedOnce.complete(reply));
    return reply;
  }
}

const conflict = (why: keyof typeof resubmissionTexts): Refusal => new Refusal('case.state-conflict', { reasons: [{ code: why }], detail: resubmissionTexts[why] });

/** The old wish with what changed. */
function askedAgain(one: ServiceCase, body: ResubmitBody): AskedWithdrawal {
  const { route, wish, caseId } = one;
  const fix = fixOf(one);
  if (!isWithdrawalRoute(route) || fix === undefined) throw conflict('not-refused');
  const origin = originOf(one);
  if (origin !== undefined) throw conflict(origin === 'order' ? 'made-by-order' : 'made-at-the-centre');
  if (wish === null || wish.matter !== undefined) throw conflict('kept-no-longer');
  if (!fix.resubmit) throw conflict('nothing-to-put-right');
  const changed = body.answers ?? {};
  return {
    route,
    amountFen: body.amountFen ?? one.amountFen,
    card: body.bankCardId === undefined ? { cardNo: wish.cardNo } : { bankCardId: body.bankCardId },
    answers: { ...wish.answers, ...changed },
    fileIds: body.fileIds ?? wish.fileIds,
    again: { caseId, wish, kept: Object.keys(wish.answers ?? {}).filter((name) => !Object.hasOwn(changed, name)) },
  };
}
