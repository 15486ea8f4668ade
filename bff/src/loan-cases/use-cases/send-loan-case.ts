import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { CoreFund } from '../../core-fund/index.ts';
import type { CoreCase, CoreOutcome } from '../../core-fund/index.ts';
import { ForwardCase } from '../../progress/index.ts';
import type { CaseSender, Prepared, PreApplicationWish, PrepaymentWish, ServiceCase, Wish } from '../../progress/index.ts';

/** Hands pre-applications and prepayments to the core. */
@Injectable()
export class SendLoanCase implements CaseSender, OnModuleInit {
  readonly matters = ['loan-pre-application', 'loan-prepayment'] as const;

  constructor(
    private readonly core: CoreFund,
    private readonly forward: ForwardCase,
  ) {}

  onModuleInit(): void {
    this.forward.serve(this);
  }

  /** Nothing goes ahead of the application itself. */
  async prepare(_one: ServiceCase, wish: Wish): Promise<Prepared> {
    return { kind: 'ready', wish };
  }

  async send(one: ServiceCase, wish: Wish): Promise<CoreOutcome<CoreCase>> {
    if (wish.matter === 'loan-pre-application') return this.apply(one, wish);
    if (wish.matter === 'loan-prepayment') return this.prepay(one, wish);
    throw new Error('a case of the loan with the wish of a withdrawal');
  }

  private apply(one: ServiceCase, { matter: _matter, ...wish }: PreApplicationWish): Promise<CoreOutcome<CoreCase>> {
    return this.core.applyLoan(one.requestNo, { ...wish, customerNo: one.customerNo, amountFen: one.amountFen, appliedAt: one.submittedAt.toISOString() });
  }

  private prepay(one: ServiceCase, { matter: _matter, ...wish }: PrepaymentWish): Promise<CoreOutcome<CoreCase>> {
    const amount = wish.keep === 'whole' ? {} : { amountFen: one.amountFen };
    return this.core.prepayLoan(one.requestNo, { ...wish, ...amount, customerNo: one.customerNo, appliedAt: one.submittedAt.toISOString() });
  }
}
