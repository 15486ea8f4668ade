import { fenFromYuanText } from '@anju/shared/money';
import { chinaMoment } from '../../kit/index.ts';
import { wireAmount } from '../gateway/field.checks.ts';
import { bookPrepayment, canReturnPrepayment, returnPrepayment } from '../ledger/loan.prepayment.ts';
import { loanOf } from '../ledger/loan.ledger.ts';
import { reopenSettledOrder } from '../orders/order.store.ts';
import type { Prepayment, PrepaymentVerdict } from '../rules/prepayment.rules.ts';
import type { CardRow } from '../rules/withdrawal.rules.ts';
import type { Core } from '../store/core.ts';
import { CaseNotMovable, endWith, moveTo, openCase } from './case.steps.ts';
import type { CaseRow } from './case.store.ts';

/** TQHK of the wire. */
interface Wish {
  readonly DKZH: string;
  readonly HKLX: '2' | '3';
  readonly SQFS?: '1' | '2';
  readonly HKBJ: string;
  readonly HKLXE: string;
}

function wishOf(row: CaseRow): Wish {
  if (row.wish === null) throw new Error('a prepayment says what is paid');
  return JSON.parse(row.wish) as Wish;
}

/** Takes a permitted prepayment in. */
export function receivePrepayment(core: Core, requestNo: string, asked: Prepayment, verdict: PrepaymentVerdict): CaseRow {
  const wish: Wish = {
    DKZH: asked.dkzh, HKLX: asked.kind, ...(asked.keep === undefined ? {} : { SQFS: asked.keep }), HKBJ: wireAmount(verdict.principal), HKLXE: wireAmount(verdict.interest),
  };
  return openCase(core, requestNo, {
    khbh: asked.khbh, ywlx: 'LOAN_PREPAYMENT', amount: verdict.principal + verdict.interest, kbh: asked.kbh, dkzh: asked.dkzh, wish: { ...wish },
    sources: [{ LY: 'HX', HYJG: '1' }, { LY: 'YH', HYJG: '1' }],
  });
}

/** Collects principal and interest from the card (BDC102) and books them; a closed card gives nothing and moves nothing. */
export function collect(core: Core, row: CaseRow): CaseRow {
  const wish = wishOf(row);
  const principal = fenFromYuanText(wish.HKBJ);
  const interest = fenFromYuanText(wish.HKLXE);
  const card = core.one<CardRow>('SELECT * FROM card WHERE kbh = ?', row.kbh);
  if (card === undefined) throw new Error('the case has no card');
  const open = card.open_at_bank === 1;
  core.run(
    'INSERT INTO collection (no, ywlsh, khbh, dkzh, principal, interest, card_number, at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    `KK${chinaMoment(core.now()).slice(0, 8)}${String(core.next('collection')).padStart(8, '0')}`, row.ywlsh, row.khbh, wish.DKZH, principal, interest, card.number, core.now(), open ? 'collected' : 'refused',
  );
  if (!open) {
    core.run(`UPDATE card SET state = '2' WHERE kbh = ?`, row.kbh);
    return endWith(core, row, 'FKSB', 'YHKK', '还款账户状态异常，银行扣款未成功');
  }
  bookPrepayment(core, loanOf(core, wish.DKZH), { ywlsh: row.ywlsh, day: core.today(), principal, interest, keep: wish.SQFS === '1' ? 'instalment' : 'term' });
  core.run('UPDATE fund_case SET paid_at = ? WHERE ywlsh = ?', core.now(), row.ywlsh);
  return moveTo(core, row, 'DZ');
}

/** The bank takes the collection back: the plan is as it was and an offset goes on, unless something was booked on it since. @throws CaseNotMovable */
export function takeCollectionBack(core: Core, row: CaseRow): CaseRow {
  if (!canReturnPrepayment(core, row.ywlsh)) throw new CaseNotMovable(row.state);
  returnPrepayment(core, row.ywlsh, core.today());
  reopenSettledOrder(core, wishOf(row).DKZH);
  core.run(`UPDATE collection SET state = 'returned' WHERE ywlsh = ?`, row.ywlsh);
  core.run(`UPDATE card SET state = '2' WHERE kbh = ?`, row.kbh);
  core.run('UPDATE fund_case SET paid_at = NULL WHERE ywlsh = ?', row.ywlsh);
  return endWith(core, row, 'FKSB', 'YHKK', '还款账户状态异常，银行扣款未成功');
}
