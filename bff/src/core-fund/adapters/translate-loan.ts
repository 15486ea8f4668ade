import type { CoreLoanPlan, CorePlanRow, LoanApplication, LoanPrepayment } from '../core-loan.ts';
import {
  PLAN_STATE, WIRE_HOUSE_KIND, WIRE_HOUSE_ORDER, WIRE_KEEP, WIRE_METHOD, WIRE_PART, WIRE_SPOUSE, WIRE_WHOLE,
} from './core-codes.ts';
import type { WireObject } from './core-fund.wire.ts';
import { code, count, list } from './core-fund.wire.ts';
import { amount, day, rate, wireAmount, wireMoment } from './wire-values.ts';

function planRow(wire: WireObject): CorePlanRow {
  return {
    period: count(wire, 'DQQC'),
    dueOn: day(wire, 'YHRQ'),
    instalmentFen: amount(wire, 'YHJE'),
    principalFen: amount(wire, 'YHBJ'),
    interestFen: amount(wire, 'YHLX'),
    balanceFen: amount(wire, 'YE'),
    annualRateMillionths: rate(wire, 'DKLL'),
    state: code(wire, 'ZT', PLAN_STATE),
  };
}

/** DK1001 */
export function loanPlanOf(body: WireObject): CoreLoanPlan {
  return {
    rows: list(body, 'JH').map(planRow),
    paidPrincipalFen: amount(body, 'HSBJZE'),
    paidInterestFen: amount(body, 'HSLXZE'),
    prepaidFen: amount(body, 'TQGHBJZE'),
  };
}

/** DK1002; the moment is the case's own, because a repeat of a request number must repeat its body. */
export function loanApplicationBody(application: LoanApplication): WireObject {
  return {
    KHBH: application.customerNo,
    SQJE: wireAmount(application.amountFen),
    DKQS: String(application.months),
    DKHKFS: WIRE_METHOD[application.method],
    GFHTBH: application.contractNumber,
    FWZJ: wireAmount(application.priceFen),
    FWTS: WIRE_HOUSE_ORDER[application.houseOrder],
    FWLX: WIRE_HOUSE_KIND[application.houseKind],
    ...(application.partner === undefined ? {} : { GTJKR: { KHBH: application.partner, CDGX: WIRE_SPOUSE } }),
    SQSJ: wireMoment(new Date(application.appliedAt)),
  };
}

/** DK1003 */
export function prepaymentBody({ customerNo, loanNo, keep, amountFen, cardNo, appliedAt }: LoanPrepayment): WireObject {
  return {
    KHBH: customerNo,
    DKZH: loanNo,
    HKLX: keep === 'whole' ? WIRE_WHOLE : WIRE_PART,
    ...(amountFen === undefined ? {} : { HKJE: wireAmount(amountFen) }),
    ...(keep === 'whole' ? {} : { SQFS: WIRE_KEEP[keep] }),
    KBH: cardNo,
    SQSJ: wireMoment(new Date(appliedAt)),
  };
}
