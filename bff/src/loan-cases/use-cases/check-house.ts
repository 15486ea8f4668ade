import type { HouseCheckReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { CoreFund } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import { Refusal } from '../../platform/index.ts';
import { loanCaseTexts } from '../../texts/index.ts';
import { refusedField } from './loan-case-refusals.ts';

/** Asks the real-estate register, through the core, for a purchase contract of this person. */
@Injectable()
export class CheckHouse {
  constructor(
    private readonly identities: Identities,
    private readonly core: CoreFund,
  ) {}

  /** @throws Refusal `request.invalid` for a number the core does not take, `core.unreachable`; a register that is silent is an answer */
  async execute(personId: string, contractNumber: string): Promise<HouseCheckReply> {
    const { customerNo } = await this.identities.of(personId);
    const read = await this.core.checkContract(customerNo, contractNumber);
    if (read.kind === 'unreachable') throw new Refusal('core.unreachable');
    if (read.kind === 'refused') throw refusedField('request.invalid', 'contractNumber', 'format', loanCaseTexts.contractInvalid);
    const { result, address, priceFen, filedOn } = read.value;
    // Of a contract that is not this person's the register's file is nobody's to tell.
    if (result !== 'matched') return { result };
    return {
      result,
      ...(address === undefined ? {} : { address }),
      ...(priceFen === undefined ? {} : { priceFen }),
      ...(filedOn === undefined ? {} : { filedOn }),
    };
  }
}
