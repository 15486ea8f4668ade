import { Injectable } from '@nestjs/common';
import type { ContractCheck, CoreRead } from '../../core-fund/index.ts';
import { CoreFund } from '../../core-fund/index.ts';

export type RegisterAnswer = ContractCheck & { readonly buyer?: 'self' | 'partner' };

/** Asks the real-estate register, through the core, for a purchase contract of a person or of the spouse who has joined them. */
@Injectable()
export class AskRegister {
  constructor(private readonly core: CoreFund) {}

  /**
   * Matched when either is the buyer. The spouse is asked for only where the register knows another buyer: a contract it does not have it has for nobody.
   * @param partnerNo the spouse's customer number; absent for one alone
   */
  async execute(customerNo: string, contractNumber: string, partnerNo?: string): Promise<CoreRead<RegisterAnswer>> {
    const own = await this.core.checkContract(customerNo, contractNumber);
    if (own.kind !== 'ok') return own;
    if (own.value.result !== 'mismatch' || partnerNo === undefined) return named(own, 'self');
    const theirs = await this.core.checkContract(partnerNo, contractNumber);
    // While the spouse's answer is not there, nobody knows that the buyer is another.
    if (theirs.kind === 'unreachable') return theirs;
    if (theirs.kind === 'refused') return named(own, 'self');
    return named(theirs, 'partner');
  }
}

function named(read: Extract<CoreRead<ContractCheck>, { kind: 'ok' }>, buyer: 'self' | 'partner'): CoreRead<RegisterAnswer> {
  return read.value.result === 'matched' ? { ...read, value: { ...read.value, buyer } } : read;
}
