import { isWithdrawalRoute, WITHDRAWAL_ROUTES } from '@anju/shared/withdrawal';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { CoreFund } from '../../core-fund/index.ts';
import type { CoreCase, CoreOutcome } from '../../core-fund/index.ts';
import { FileStore } from '../../file-store/index.ts';
import { declaredFacts, ForwardCase, materialRequestNoOf } from '../../progress/index.ts';
import type { CaseSender, Prepared, ServiceCase, WithdrawalWish, Wish } from '../../progress/index.ts';

type Ready = { readonly kind: 'ready'; readonly wish: WithdrawalWish };

/** Hands a withdrawal to the core: its materials and the place of its home first, then the application. */
@Injectable()
export class SendWithdrawal implements CaseSender, OnModuleInit {
  readonly matters = WITHDRAWAL_ROUTES;

  constructor(
    private readonly core: CoreFund,
    private readonly files: FileStore,
    private readonly forward: ForwardCase,
  ) {}

  onModuleInit(): void {
    this.forward.serve(this);
  }

  /** Materials first: their numbers are derived, and handing one in again is allowed. */
  async prepare(one: ServiceCase, asked: Wish): Promise<Prepared> {
    let wish = withdrawalWish(asked);
    if (wish.fileIds.length > 0 && wish.materialNos === undefined) {
      const handed = await this.handIn(one, wish);
      if (handed.kind !== 'ready') return handed;
      wish = handed.wish;
    }
    if (wish.contractNumber === undefined || wish.homeIsLocal !== undefined) return { kind: 'ready', wish };
    const check = await this.core.checkContract(one.customerNo, wish.contractNumber);
    if (check.kind === 'unreachable') return { kind: 'later' };
    const homeIsLocal = check.kind === 'ok' && check.value.result === 'matched' && check.value.local === true;
    return { kind: 'ready', wish: { ...wish, homeIsLocal } };
  }

  async send(one: ServiceCase, wish: Wish): Promise<CoreOutcome<CoreCase>> {
    const { matter: _matter, fileIds: _files, answers = {}, answered = [], ...asked } = withdrawalWish(wish);
    const { customerNo, route, amountFen, submittedAt } = one;
    if (!isWithdrawalRoute(route)) throw new Error('a case of another matter sent as a withdrawal');
    const declared = declaredFacts(route, answers, answered);
    const stated = Object.keys(declared).length === 0 ? {} : { declared };
    return this.core.applyWithdrawal(one.requestNo, { ...asked, ...stated, customerNo, route, amountFen, appliedAt: submittedAt.toISOString() });
  }

  private async handIn(one: ServiceCase, wish: WithdrawalWish): Promise<Ready | Exclude<Prepared, { kind: 'ready' }>> {
    const materialNos: string[] = [];
    for (const [index, fileId] of wish.fileIds.entries()) {
      const content = await this.files.content(fileId);
      if (content === undefined) return { kind: 'refused', code: 'material-missing' };
      const outcome = await this.core.sendMaterial(materialRequestNoOf(one.caseId, index), one.customerNo, content);
      if (outcome.kind === 'unknown') return { kind: 'later' };
      if (outcome.kind === 'refused') return { kind: 'refused', code: 'material-missing' };
      materialNos.push(outcome.value.materialNo);
    }
    return { kind: 'ready', wish: { ...wish, materialNos } };
  }
}

function withdrawalWish(wish: Wish): WithdrawalWish {
  if (wish.matter !== undefined) throw new Error('a withdrawal with the wish of another matter');
  return wish;
}
