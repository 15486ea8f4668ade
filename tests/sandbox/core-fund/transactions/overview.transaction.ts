import { chinaMoment } from '../../kit/index.ts';
import { RUNNING_STATES } from '../cases/case.store.ts';
import { customer, needed, wireAmount, wireDay, wireMonth } from '../gateway/field.checks.ts';
import { accruedOnAccount, balanceOf, meanBalance, type AccountRow } from '../ledger/account.ledger.ts';
import { jointLoansOf, loansOf } from '../ledger/loan.ledger.ts';
import { contributionMonths, repaidFacts } from '../rules/facts.ts';
import { nextPermittedDay } from '../rules/history.facts.ts';
import { ROUTE_CODES } from '../rules/routes.ts';
import { personOf, type CardRow } from '../rules/withdrawal.rules.ts';
import type { Core } from '../store/core.ts';
import { loanCount, runningLoansOf } from '../rules/borrower.facts.ts';
import { historyFacts } from './history.wire.ts';
import { wireJointLoan, wireLoan } from './loan.wire.ts';
import { said, type Transaction } from './transaction.ts';

interface PersonRow {
  readonly xingming: string;
  readonly zjlx: string;
  readonly zjhm: string;
  readonly sjhm: string | null;
  readonly xingbie: string;
  readonly csny: string;
  readonly hyzk: string;
  readonly hjszd: string;
  readonly name_task: number;
  readonly mobile_task: number;
}

function wireAccount(core: Core, account: AccountRow): Record<string, unknown> {
  const dwmc = account.dwzh === null ? undefined : core.one<{ dwmc: string }>('SELECT dwmc FROM unit WHERE dwzh = ?', account.dwzh)?.dwmc;
  return {
    GRZH: account.grzh,
    GRZHZT: account.state,
    GRJCJS: wireAmount(account.base),
    GRZHYE: wireAmount(balanceOf(account)),
    GRZHSNJZYE: wireAmount(account.carried),
    GRZHDNGJYE: wireAmount(account.current),
    GRYJCE: wireAmount(account.personal_monthly),
    DWYJCE: wireAmount(account.unit_monthly),
    YTLX: wireAmount(accruedOnAccount(core, account.grzh, core.today())),
    PJYE: wireAmount(meanBalance(core, account.grzh, core.today())),
    KHRQ: wireDay(account.opened),
    ...(account.closed === null ? {} : { XHRQ: wireDay(account.closed) }),
    ...(dwmc === undefined || account.dwzh === null ? {} : { DWMC: dwmc, DWZH: account.dwzh }),
    JZNY: wireMonth(account.paid_through),
    ...(account.state_since === null ? {} : { ZTRQ: wireDay(account.state_since) }),
    ...(account.state_reason === null ? {} : { ZTYY: account.state_reason }),
  };
}

function lastContribution(core: Core, khbh: string): Record<string, unknown> {
  const last = core.one<{ grzh: string; day: string; amount: number; month: string }>(
    `SELECT e.grzh, e.day, e.amount, e.month FROM account_entry e JOIN account a ON a.grzh = e.grzh WHERE a.khbh = ? AND e.kind IN ('01', '02') ORDER BY e.id DESC LIMIT 1`, khbh,
  );
  return last === undefined ? {} : { SBJC: { GRZH: last.grzh, JZRQ: wireDay(last.day), FSE: wireAmount(last.amount), SSNY: wireMonth(last.month) } };
}

function withdrawalFacts(core: Core, khbh: string, hasLoan: boolean): Record<string, unknown> {
  const today = core.today();
  const repaid = repaidFacts(core, khbh, today);
  const next = ROUTE_CODES.map((ywlx) => ({ ywlx, day: nextPermittedDay(core, khbh, ywlx) })).filter((one) => one.day !== undefined && one.day > today);
  return {
    ZLJE: wireAmount(core.centre.mustStayFen),
    ...(hasLoan ? { HK: { QSRQ: wireDay(repaid.from), JZRQ: wireDay(repaid.to), BJ: wireAmount(repaid.principal), LX: wireAmount(repaid.interest) } } : {}),
    SCTQ: core
      .all<{ tqyy: string; ywlx: string; day: string }>('SELECT tqyy, ywlx, MAX(day) AS day FROM withdrawal_fact WHERE khbh = ? GROUP BY ywlx ORDER BY day DESC', khbh)
      .map((row) => ({ TQYY: row.tqyy, YWLX: row.ywlx, JZRQ: wireDay(row.day) })),
    ...(next.length === 0 ? {} : { XCTQRQ: next.map(({ ywlx, day }) => ({ YWLX: ywlx, RQ: wireDay(day ?? '') })) }),
    ZBYW: core
      .all<{ ywlsh: string; ywlx: string }>(`SELECT ywlsh, ywlx FROM fund_case WHERE khbh = ? AND state IN ${RUNNING_STATES}`, khbh)
      .map((row) => ({ YWLSH: row.ywlsh, YWLX: row.ywlx })),
    ...historyFacts(core, khbh),
  };
}

/** GR1002 个人总览. */
export const overview: Transaction = {
  writes: false,
  fields: { KHBH: needed(customer) },
  run(call) {
    const { core } = call;
    const khbh = said(call, 'KHBH');
    personOf(core, khbh);
    const person = core.one<PersonRow>('SELECT * FROM person WHERE khbh = ?', khbh);
    if (person === undefined) throw new Error('the person was there a moment ago');
    const loans = loansOf(core, khbh);
    const months = contributionMonths(core, khbh);
    return {
      ZXBM: core.centre.code,
      CXSJ: chinaMoment(core.now()),
      GR: {
        XINGMING: person.xingming, ZJLX: person.zjlx, ZJHM: person.zjhm, ...(person.sjhm === null ? {} : { SJHM: person.sjhm }),
        XINGBIE: person.xingbie, CSNY: person.csny, HYZK: person.hyzk, HJSZD: person.hjszd,
      },
      ZH: core.all<AccountRow>('SELECT * FROM account WHERE khbh = ? ORDER BY contributing DESC, grzh', khbh).map((account) => wireAccount(core, account)),
      ...lastContribution(core, khbh),
      JC: { LXYS: String(months.consecutive), LJYS: String(months.total) },
      DK: [...loans.map((loan) => wireLoan(core, loan)), ...jointLoansOf(core, khbh).map((loan) => wireJointLoan(core, loan))],
      DKCS: String(loanCount(core, khbh)),
      YHK: core.all<CardRow>('SELECT * FROM card WHERE khbh = ? AND taken_off = 0 ORDER BY kbh', khbh).map((card) => ({
        KBH: card.kbh, GRCKZHHM: card.number, GRCKZHKHYHMC: card.bank, GRCKZHKHYHDM: card.bank_code, ZHLB: card.class, KZT: card.state,
      })),
      FC: core.all<{ source: string; address: string; checked: string }>('SELECT * FROM home WHERE khbh = ?', khbh).map((home) => ({ ZFLY: home.source, ZZ: home.address, HDRQ: wireDay(home.checked) })),
      TQ: withdrawalFacts(core, khbh, runningLoansOf(core, khbh).length > 0),
      HYBZ: [...(person.name_task === 1 ? ['XINGMING'] : []), ...(person.mobile_task === 1 ? ['SJHM'] : [])],
      ...transfersUnderWay(core, khbh),
    };
  },
};

function transfersUnderWay(core: Core, khbh: string): Record<string, unknown> {
  const rows = core.all<{ centre: string; amount: number; asked: string; state: string }>('SELECT * FROM transfer WHERE khbh = ?', khbh);
  return rows.length === 0 ? {} : { ZY: rows.map((row) => ({ ZCZXMC: row.centre, FSE: wireAmount(row.amount), SQRQ: wireDay(row.asked), ZT: row.state })) };
}
