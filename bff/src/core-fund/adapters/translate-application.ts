import type { WithdrawalApplication } from '../core-fund.port.ts';
import type { DeclaredFacts } from '../core-sources.ts';
import { WIRE_CATEGORY, WIRE_HOUSE_KIND, WIRE_RELATION, WIRE_ROUTE } from './core-codes.ts';
import type { ReasonCodes } from './core-codes.ts';
import type { WireObject } from './core-fund.wire.ts';
import { wireAmount, wireArea, wireDay } from './wire-values.ts';

type Written<K extends keyof DeclaredFacts> = readonly [field: string, write: (value: NonNullable<DeclaredFacts[K]>) => string];

/** How each declared fact travels in SBXX. */
const DECLARED: { readonly [K in keyof Required<DeclaredFacts>]: Written<K> } = {
  rentMonthlyFen: ['YZJ', wireAmount],
  costFen: ['FYJE', wireAmount],
  costOn: ['FYRQ', wireDay],
  relation: ['GX', (value) => WIRE_RELATION[value]],
  houseKind: ['FWLX', (value) => WIRE_HOUSE_KIND[value]],
  downPaymentFen: ['SFK', wireAmount],
  newOrYoung: ['XZ', (value) => (value ? '1' : '0')],
  repaidFen: ['HKJE', wireAmount],
  retirementCategory: ['TXLX', (value) => WIRE_CATEGORY[value]],
  certificateOn: ['DJRQ', wireDay],
  areaHundredths: ['JZMJ', wireArea],
  grade: ['JDDJ', (value) => value],
  ownCostFen: ['GRZF', wireAmount],
  settledOn: ['JSRQ', wireDay],
};

/** Which declared fact a field of SBXX is, for a refusal that names one. */
export const DECLARED_FIELD: Readonly<Record<string, keyof DeclaredFacts>> = Object.fromEntries(
  (Object.keys(DECLARED) as (keyof DeclaredFacts)[]).map((ours) => [DECLARED[ours][0], ours]),
);

function declaredBody(declared: DeclaredFacts): WireObject {
  const body: Record<string, string> = {};
  for (const name of Object.keys(DECLARED) as (keyof DeclaredFacts)[]) {
    const value = declared[name];
    if (value === undefined) continue;
    const [field, write] = DECLARED[name] as readonly [string, (value: unknown) => string];
    body[field] = write(value);
  }
  return body;
}

/** TQ1002; `appliedAt` in the core's own notation, because a repeat of a request number must repeat its body. */
export function applicationBody(application: WithdrawalApplication, reasons: ReasonCodes, appliedAt: string): WireObject {
  const { route, declared = {} } = application;
  const stated = declaredBody(declared);
  return {
    KHBH: application.customerNo,
    GRZH: application.accountNo,
    YWLX: WIRE_ROUTE[route],
    TQYY: reasons[route],
    TQFS: '02',
    FSE: wireAmount(application.amountFen),
    ...(application.cardNo === undefined ? {} : { KBH: application.cardNo }),
    SQSJ: appliedAt,
    ...(application.escrowNo === undefined ? {} : { JGZH: application.escrowNo }),
    ...(application.homeNo === undefined ? {} : { FCBH: application.homeNo }),
    ...(application.contractNumber === undefined ? {} : { GFHTBH: application.contractNumber }),
    ...(application.homeIsLocal === undefined ? {} : { GFDZ: application.homeIsLocal ? '1' : '2' }),
    ...(application.materialNos === undefined ? {} : { CLBH: [...application.materialNos] }),
    ...(Object.keys(stated).length === 0 ? {} : { SBXX: stated }),
  };
}
