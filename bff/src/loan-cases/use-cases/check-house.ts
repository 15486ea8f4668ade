import type { HouseCheckReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Households } from '../../household/index.ts';
import { Identities } from '../../identity/index.ts';
import { Refusal } from '../../platform/index.ts';
import { loanCaseTexts } from '../../texts/index.ts';
import { AskRegister } from './ask-register.ts';
import { refusedField } from './loan-case-refusals.ts';

/** Asks the real-estate register, through the core, for a purchase contract of this person, or of the spouse they have joined. */
@Injectable()
export class CheckHouse {
  constructor(
    private readonly identities: Identities,
    private readonly households: Households,
    private readonly register: AskRegister,
  ) {}

  /** @throws Refusal `request.invalid` for a number the core does not take, `core.unreachable`; a register that is silent is an answer */
  async execute(personId: string, contractNumber: string): Promise<HouseCheckReply> {
    const { customerNo } = await this.identities.of(personId);
    const partner = await this.households.partnerOf(personId);
    const partnerNo = partner === null ? undefined : (await this.identities.of(partner.personId)).customerNo;
    const read = await this.register.execute(customerNo, contractNumber, partnerNo);
    if (read.kind === 'unreachable') throw new Refusal('core.unreachable');
    if (read.kind === 'refused') throw refusedField('request.invalid', 'contractNumber', 'format', loanCaseTexts.contractInvalid);
    const { result, buyer, address, priceFen, filedOn } = read.value;
    // Of a contract of neither the register's file is nobody's to tell.
    if (result !== 'matched') return { result };
    return {
      result,
      ...(buyer === undefined ? {} : { buyer }),
      ...(address === undefined ? {} : { address }),
      ...(priceFen === undefined ? {} : { priceFen }),
      ...(filedOn === undefined ? {} : { filedOn }),
    };
  }
}
