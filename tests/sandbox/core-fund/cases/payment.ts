import { chinaMoment } from '../../kit/index.ts';
import { wireAmount } from '../gateway/field.checks.ts';
import { factsOnFile } from '../rules/shared.facts.ts';
import type { Escrow } from '../rules/weighing.ts';
import type { CardRow } from '../rules/withdrawal.rules.ts';
import type { Core } from '../store/core.ts';
import { detailsOf, type CaseRow } from './case.store.ts';

/** The centre's accounts with its bank: of the deposits, and of the surplus, which pays interest. */
const PRINCIPAL_ACCOUNT = '35101560088052500001';
const INTEREST_ACCOUNT = '35101560088052500002';

/** Where the money of a case goes. `open`: whether the bank takes it, which nobody knows before. */
export interface Payee {
  readonly name: string;
  readonly bank: string;
  readonly number: string;
  readonly open: boolean;
}

/** Holder and bank of an escrow account: as the register told them, else as the clerk reads them from the contract that was handed in. */
function escrowPayee(core: Core, khbh: string, { number, name, bank }: Escrow): Payee | undefined {
  if (name !== undefined && bank !== undefined) return { name, bank, number, open: true };
  const supervised = factsOnFile(core, khbh).homes.find((home) => home.escrow?.number === number)?.escrow;
  return supervised === undefined ? undefined : { ...supervised, open: true };
}

/** The escrow account of the case, else its card; undefined when nobody knows such an escrow account. */
export function payeeOf(core: Core, row: CaseRow): Payee | undefined {
  const { escrow } = detailsOf(row);
  if (escrow !== undefined) return escrowPayee(core, row.khbh, escrow);
  const card = core.one<CardRow>('SELECT * FROM card WHERE kbh = ?', row.kbh);
  if (card === undefined) throw new Error('the case has no card');
  const { xingming } = core.one<{ xingming: string }>('SELECT xingming FROM person WHERE khbh = ?', row.khbh) ?? { xingming: '' };
  return { name: xingming, bank: card.bank, number: card.number, open: card.open_at_bank === 1 };
}

/** Sends the one payment of a case, BDC101: principal and, of a closing withdrawal, interest from an account of its own; amounts in fen. */
export function sendPayment(core: Core, row: CaseRow, payee: Payee, { principal, interest }: { readonly principal: number; readonly interest?: number }): void {
  const total = principal + (interest ?? 0);
  const message = {
    SettleType: payee.bank.startsWith('中国建设银行') ? '1' : '2', BusType: interest === undefined ? '02' : '03', DeAcctNo: PRINCIPAL_ACCOUNT, DeAcctName: core.centre.name, CapAmt: wireAmount(principal),
    ...(interest === undefined ? {} : { IntAcctNo: INTEREST_ACCOUNT, IntAmt: wireAmount(interest) }),
    CrAcctNo: payee.number, CrAcctName: payee.name, CrBankName: payee.bank, Amt: wireAmount(total), RefSeqNo1: row.ywlsh,
  };
  core.run(
    `INSERT INTO payment (no, ywlsh, khbh, amount, principal, interest, message, card_number, at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'sent')`,
    `FK${chinaMoment(core.now()).slice(0, 8)}${String(core.next('payment')).padStart(8, '0')}`, row.ywlsh, row.khbh, total, principal, interest ?? 0, JSON.stringify(message), payee.number, core.now(),
  );
}
