import { fenFromYuanText } from '@anju/shared/money';
import { preApply, prepay } from '../cases/case.work.ts';
import { wireCase } from '../cases/case.store.ts';
import { accountNumber, amount, count, customer, moment, needed, objectWith, oneOf, optional, text, wholeYuan } from '../gateway/field.checks.ts';
import { CoreRefusal } from '../gateway/refusal.ts';
import type { DueRow, LoanRow } from '../ledger/loan.ledger.ts';
import { askCivilAffairs } from '../rules/civil-affairs.register.ts';
import { judgePreApplication, type PreApplication } from '../rules/pre-application.rules.ts';
import { judgePrepayment, type Prepayment } from '../rules/prepayment.rules.ts';
import { personOf } from '../rules/withdrawal.rules.ts';
import { wireDue, wirePaid } from './loan.wire.ts';
import { said, saidOr, type Call, type Transaction } from './transaction.ts';

const LONGEST_TERM_MONTHS = 360;

/** HY1001 婚姻核验. */
export const checkMarriage: Transaction = {
  writes: false,
  fields: { KHBH: needed(customer), POKHBH: needed(customer) },
  run: (call) => ({ HYJG: askCivilAffairs(call.core, said(call, 'KHBH'), said(call, 'POKHBH')) }),
};

/** DK1001 还款计划. */
export const loanPlan: Transaction = {
  writes: false,
  fields: { KHBH: needed(customer), DKZH: needed(accountNumber) },
  run(call) {
    const { core } = call;
    personOf(core, said(call, 'KHBH'));
    const loan = core.one<LoanRow>('SELECT * FROM loan WHERE dkzh = ? AND (khbh = ? OR co_khbh = ?)', said(call, 'DKZH'), said(call, 'KHBH'), said(call, 'KHBH'));
    if (loan === undefined) throw new CoreRefusal('300012');
    const rows = core.all<DueRow>('SELECT * FROM loan_due WHERE dkzh = ? ORDER BY period', loan.dkzh);
    return { JH: rows.map((row) => wireDue(row, core.today())), ...wirePaid(core, loan) };
  },
};

function preApplicationOf(call: Call): PreApplication {
  const contract = saidOr(call, 'GFHTBH');
  const partner = call.body['GTJKR'] as { readonly KHBH: string } | undefined;
  return {
    khbh: said(call, 'KHBH'),
    amount: fenFromYuanText(said(call, 'SQJE')),
    months: Number(said(call, 'DKQS')),
    method: said(call, 'DKHKFS') as PreApplication['method'],
    price: fenFromYuanText(said(call, 'FWZJ')),
    homeOrder: said(call, 'FWTS') as PreApplication['homeOrder'],
    homeKind: said(call, 'FWLX') as PreApplication['homeKind'],
    ...(contract === undefined ? {} : { contractNumber: contract }),
    ...(partner === undefined ? {} : { partner: partner.KHBH }),
  };
}

/** DK1002 贷款预受理. */
export const applyForLoan: Transaction = {
  writes: true,
  fields: {
    KHBH: needed(customer), SQJE: needed(wholeYuan), DKQS: needed(count(1, LONGEST_TERM_MONTHS)), DKHKFS: needed(oneOf('01', '02')), GFHTBH: optional(text(1, 30)), FWZJ: needed(amount),
    FWTS: needed(oneOf('1', '2')), FWLX: needed(oneOf('1', '2', '3')), GTJKR: optional(objectWith({ KHBH: needed(customer), CDGX: needed(oneOf('1')) })), SQSJ: needed(moment),
  },
  run(call) {
    const asked = preApplicationOf(call);
    return wireCase(call.core, preApply(call.core, call.requestNo, asked, judgePreApplication(call.core, asked)));
  },
};

/** The whole names no sum and needs no choice; a part needs both. @throws CoreRefusal 100001 naming the field */
function prepaymentOf(call: Call): Prepayment {
  const kind = said(call, 'HKLX') as Prepayment['kind'];
  const principal = saidOr(call, 'HKJE');
  const keep = saidOr(call, 'SQFS');
  if ((kind === '3') !== (principal !== undefined)) throw new CoreRefusal('100001', { ZD: 'HKJE' });
  if (kind === '3' && keep === undefined) throw new CoreRefusal('100001', { ZD: 'SQFS' });
  return {
    khbh: said(call, 'KHBH'), dkzh: said(call, 'DKZH'), kind, kbh: said(call, 'KBH'),
    ...(principal === undefined ? {} : { principal: fenFromYuanText(principal) }),
    ...(kind === '2' || keep === undefined ? {} : { keep: keep as '1' | '2' }),
  };
}

/** DK1003 提前还款. */
export const prepayLoan: Transaction = {
  writes: true,
  fields: {
    KHBH: needed(customer), DKZH: needed(accountNumber), HKLX: needed(oneOf('2', '3')), HKJE: optional(amount), SQFS: optional(oneOf('1', '2')), KBH: needed(text(1, 32)), SQSJ: needed(moment),
  },
  run(call) {
    const asked = prepaymentOf(call);
    return wireCase(call.core, prepay(call.core, call.requestNo, asked, judgePrepayment(call.core, asked)));
  },
};
