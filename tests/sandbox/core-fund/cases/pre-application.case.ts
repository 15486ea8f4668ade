import { wireAmount } from '../gateway/field.checks.ts';
import { grantLoan } from '../ledger/loan.ledger.ts';
import type { PreApplication, PreApplicationVerdict } from '../rules/pre-application.rules.ts';
import type { Core } from '../store/core.ts';
import { endStage, moveTo, openCase, startStage } from './case.steps.ts';
import type { CaseRow } from './case.store.ts';

/** DKSQ of the wire. */
interface Wish {
  readonly DKQS: string;
  readonly DKHKFS: '01' | '02';
  readonly GFHTBH: string;
  readonly FWZJ: string;
  readonly FWTS: '1' | '2';
  readonly FWLX: '1' | '2' | '3';
  readonly GTJKR?: { readonly KHBH: string; readonly CDGX: '1' };
}

/** Takes a permitted pre-application in; the clerks decide. */
export function receivePreApplication(core: Core, requestNo: string, asked: PreApplication, verdict: PreApplicationVerdict): CaseRow {
  const wish: Wish = {
    DKQS: String(asked.months), DKHKFS: asked.method, GFHTBH: verdict.contractNumber, FWZJ: wireAmount(asked.price), FWTS: asked.homeOrder, FWLX: asked.homeKind,
    ...(asked.partner === undefined ? {} : { GTJKR: { KHBH: asked.partner, CDGX: '1' } }),
  };
  return openCase(core, requestNo, {
    khbh: asked.khbh, ywlx: 'LOAN_PRE_APPLICATION', amount: asked.amount, gfhtbh: verdict.contractNumber, wish: { ...wish },
    ...(asked.partner === undefined ? {} : { coKhbh: asked.partner }),
    sources: [{ LY: 'HX', HYJG: '1' }, { LY: 'BDC', HYJG: verdict.register.result }, ...(verdict.marriage === undefined ? [] : [{ LY: 'MZ', HYJG: verdict.marriage } as const])],
  });
}

/** Approved, the papers are with the bank, which waits for the person. */
export function callToSign(core: Core, row: CaseRow): CaseRow {
  startStage(core, row, 'MQ');
  return moveTo(core, row, 'MQ');
}

/** The person signed; the mortgage goes to the register, which has its own clock. */
export function sign(core: Core, row: CaseRow): CaseRow {
  endStage(core, row, 'MQ');
  startStage(core, row, 'DY');
  return moveTo(core, row, 'DY');
}

/** The mortgage is registered and the loan is paid out to the seller: from now on it is one of the person's loans. */
export function payOut(core: Core, row: CaseRow): CaseRow {
  if (row.wish === null) throw new Error('a pre-application says what is asked for');
  const wish = JSON.parse(row.wish) as Wish;
  endStage(core, row, 'DY');
  startStage(core, row, 'FK');
  const number = core.next('loan');
  const granted = core.today();
  grantLoan(core, {
    dkzh: `3502DK${String(900_000 + number).padStart(8, '0')}`, jkhtbh: `厦公积贷${granted.slice(0, 4)}第${String(20_000 + number).padStart(5, '0')}号`, khbh: row.khbh, co_khbh: row.co_khbh,
    principal: row.amount, periods: Number(wish.DKQS), method: wish.DKHKFS, home_order: wish.FWTS, granted,
  }, row.ywlsh);
  endStage(core, row, 'FK');
  core.run('UPDATE fund_case SET paid_at = ? WHERE ywlsh = ?', core.now(), row.ywlsh);
  return moveTo(core, row, 'FK');
}
