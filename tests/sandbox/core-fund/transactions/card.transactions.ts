import { customer, needed, text } from '../gateway/field.checks.ts';
import { registerCard, takeCardOff } from '../rules/card.rules.ts';
import { personOf } from '../rules/withdrawal.rules.ts';
import { said, type Transaction } from './transaction.ts';

/** YH1001 登记收款卡. */
export const addCard: Transaction = {
  writes: true,
  fields: { KHBH: needed(customer), KH: needed(text(1, 30)) },
  run(call) {
    personOf(call.core, said(call, 'KHBH'));
    const card = registerCard(call.core, said(call, 'KHBH'), said(call, 'KH'));
    return { KBH: card.kbh, GRCKZHKHYHMC: card.bank, GRCKZHHM: card.number };
  },
};

/** YH1002 注销收款卡. */
export const removeCard: Transaction = {
  writes: true,
  fields: { KHBH: needed(customer), KBH: needed(text(1, 32)) },
  run(call) {
    personOf(call.core, said(call, 'KHBH'));
    takeCardOff(call.core, said(call, 'KHBH'), said(call, 'KBH'));
    return { KBH: said(call, 'KBH') };
  },
};
