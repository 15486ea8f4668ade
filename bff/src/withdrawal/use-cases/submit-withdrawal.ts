import type { SubmitWithdrawalBody, SubmitWithdrawalReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { plainAnswers } from './check-wish.ts';
import type { Submitter } from './take-wish.ts';
import { TakeWish } from './take-wish.ts';

/** A withdrawal by its form. */
@Injectable()
export class SubmitWithdrawal {
  constructor(private readonly take: TakeWish) {}

  /**
   * @throws Refusal `withdrawal.ineligible` with every reason, `withdrawal.case-running` naming the case, `withdrawal.amount-above-maximum` (of a closing
   * withdrawal: not the whole balance), `withdrawal.card-unknown`, `withdrawal.file-missing`, `request.invalid` naming each answer that is missing or does
   * not fit, `core.unreachable` when there is nothing to judge by
   */
  async execute(submitter: Submitter, { route, amountFen, bankCardId, answers, fileIds = [] }: SubmitWithdrawalBody): Promise<SubmitWithdrawalReply> {
    return this.take.execute(submitter, { route, amountFen, card: { bankCardId }, answers: plainAnswers(answers), fileIds });
  }
}
