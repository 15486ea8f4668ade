import { chinaMoment } from '../../kit/index.ts';
import { accountOf, balanceOf, bookReturn, bookWithdrawal } from '../ledger/account.ledger.ts';
import type { Application, CardRow, Verdict } from '../rules/withdrawal.rules.ts';
import type { Core } from '../store/core.ts';
import { endWith, moveTo, openCase } from './case.steps.ts';
import type { CaseRow } from './case.store.ts';

/** Where a withdrawal takes its money from and brings it to. */
interface Withdrawal {
  readonly grzh: string;
  readonly tqyy: string;
  readonly kbh: string;
}

function withdrawalOf(row: CaseRow): Withdrawal {
  const { grzh, tqyy, kbh } = row;
  if (grzh === null || tqyy === null || kbh === null) throw new Error('a withdrawal has account, reason and card');
  return { grzh, tqyy, kbh };
}

/** Takes a permitted withdrawal in; the clerks or the core itself go on with it. */
export function receiveWithdrawal(core: Core, requestNo: string, application: Application, verdict: Verdict): CaseRow {
  const { register } = verdict;
  return openCase(core, requestNo, {
    khbh: application.khbh, ywlx: application.ywlx, amount: application.amount, grzh: application.grzh, tqyy: application.tqyy, kbh: application.kbh,
    sources: [{ LY: 'HX', HYJG: '1' }, ...(register === undefined ? [] : [{ LY: 'BDC', HYJG: register.result } as const]), { LY: 'YH', HYJG: '1' }],
    ...(application.gfhtbh === undefined ? {} : { gfhtbh: application.gfhtbh.trim() }),
    ...(application.gfdz === undefined ? {} : { gfdz: application.gfdz }),
  });
}

/** Books the withdrawal, sends the payment and takes the bank's answer: a closed card sends the money back. */
export function payWithdrawal(core: Core, row: CaseRow): CaseRow {
  const { grzh, tqyy, kbh } = withdrawalOf(row);
  if (balanceOf(accountOf(core, grzh)) - row.amount < 1) return endWith(core, row, 'BH', '300001', '账户余额不足');
  const today = core.today();
  const card = core.one<CardRow>('SELECT * FROM card WHERE kbh = ?', kbh);
  if (card === undefined) throw new Error('the case has no card');
  bookWithdrawal(core, grzh, today, row.amount, tqyy, row.ywlsh);
  core.run(
    `INSERT INTO payment (no, ywlsh, khbh, amount, card_number, at, state) VALUES (?, ?, ?, ?, ?, ?, 'sent')`,
    `FK${chinaMoment(core.now()).slice(0, 8)}${String(core.next('payment')).padStart(8, '0')}`, row.ywlsh, row.khbh, row.amount, card.number, core.now(),
  );
  if (card.open_at_bank === 0) return takeWithdrawalBack(core, row);
  core.run('UPDATE fund_case SET paid_at = ? WHERE ywlsh = ?', core.now(), row.ywlsh);
  core.run('INSERT INTO withdrawal_fact (khbh, ywlx, tqyy, day, ywlsh, gfhtbh) VALUES (?, ?, ?, ?, ?, ?)', row.khbh, row.ywlx, tqyy, today, row.ywlsh, row.gfhtbh);
  return moveTo(core, row, 'DZ');
}

/** The bank sends the money back: it is in the account again, the card known closed, the route open. */
export function takeWithdrawalBack(core: Core, row: CaseRow): CaseRow {
  const { grzh, tqyy, kbh } = withdrawalOf(row);
  bookReturn(core, grzh, core.today(), row.amount, tqyy, row.ywlsh);
  core.run(`UPDATE payment SET state = 'returned' WHERE ywlsh = ?`, row.ywlsh);
  core.run(`UPDATE card SET state = '2' WHERE kbh = ?`, kbh);
  core.run('DELETE FROM withdrawal_fact WHERE ywlsh = ?', row.ywlsh);
  core.run('UPDATE fund_case SET paid_at = NULL WHERE ywlsh = ?', row.ywlsh);
  return endWith(core, row, 'FKSB', 'YHTH', '收款账户状态异常，银行退回');
}
