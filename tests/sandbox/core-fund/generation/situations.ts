import type { PersonKey } from '../../people.ts';

/** How one account came about; months count back from the last month that is contributed on the day of the start (0). */
export interface AccountPlan {
  readonly employer: string | null;
  /** How many months were contributed for, gaps not counted off. */
  readonly months: number;
  /** The last contributed month lies that many months back; 0 still contributes. */
  readonly endedMonthsAgo?: number;
  /** Present base in yuan; each July before it was about 5 % less. */
  readonly baseYuan: number;
  /** Of each side, in ten-thousandths. */
  readonly ratio: number;
  readonly state?: { readonly code: '02' | '06'; readonly monthsAgo: number; readonly reason: string };
  readonly skipped?: readonly number[];
  readonly twice?: readonly number[];
  readonly newBase?: { readonly monthsAgo: number; readonly fromYuan: number };
  readonly transferIn?: { readonly monthsAgo: number; readonly yuan: number };
  readonly withdrawals?: readonly { readonly monthsAgo: number; readonly yuan: number; readonly ywlx: string; readonly tqyy: string }[];
}
/** How one fund loan came about. */
export interface LoanPlan {
  readonly yuan: number;
  readonly years: number;
  readonly monthsAgo: number;
  readonly dueDay: number;
  readonly overdue?: number;
  /** 冲还贷 signed that many months ago. */
  readonly offsetMonthsAgo?: number;
}
/** Everything the core knows of a person beyond who they are. */
export interface Situation {
  readonly accounts: readonly AccountPlan[];
  readonly loan?: LoanPlan;
  readonly home?: string;
  readonly contracts?: readonly { readonly number: string; readonly address: string; readonly priceYuan: number; readonly paidYuan: number; readonly filedDaysAgo: number; readonly local: boolean; readonly answers: boolean }[];
  readonly transfer?: { readonly centre: string; readonly fen: number; readonly askedDaysAgo: number };
  readonly dropFirstApply?: boolean;
}

const SOFTWARE = '厦门鹭岸软件有限公司';
const PRECISION = '厦门海沧精密制造有限公司';
const SCHOOL = '厦门嘉禾实验小学';
const LOGISTICS = '厦门集美物流有限公司';
const DESIGN = '厦门白鹭洲设计院有限公司';

const repaid = (monthsAgo: number, yuan: number): { monthsAgo: number; yuan: number; ywlx: string; tqyy: string } => ({ monthsAgo, yuan, ywlx: 'REPAY_FUND_LOAN', tqyy: '06' });

/** Contracts that anybody may type: filed for another buyer, and one filed too long ago (for the person who holds it). */
export const OTHER_BUYERS_CONTRACT = 'XM2026-0611-0908';
export const OLD_CONTRACT = 'XM2023-0412-0266';

/** Everything the core has on each. */
export const SITUATIONS: Readonly<Record<PersonKey, Situation>> = {
  'loan-in-order': {
    accounts: [{ employer: SOFTWARE, months: 132, baseYuan: 11_850, ratio: 1200, withdrawals: [{ monthsAgo: 63, yuan: 97_000, ywlx: 'PURCHASE', tqyy: '01' }, repaid(51, 28_600), repaid(39, 29_200), repaid(27, 29_000), repaid(14, 28_800)] }],
    loan: { yuan: 600_000, years: 30, monthsAgo: 62, dueDay: 15 }, home: '厦门市湖里区枋湖东路 108 号 1203 室',
  },
  spouse: { accounts: [{ employer: SCHOOL, months: 96, baseYuan: 9_600, ratio: 1200 }], home: '厦门市湖里区枋湖东路 108 号 1203 室' },
  renter: {
    accounts: [{ employer: LOGISTICS, months: 14, baseYuan: 6_800, ratio: 800 }],
    contracts: [{ number: 'XM2026-1012-0731', address: '厦门市同安区滨海西大道 2318 号 1206 室', priceYuan: 880_000, paidYuan: 264_000, filedDaysAgo: 30, local: true, answers: true }],
  },
  'buyer-local': {
    accounts: [{ employer: DESIGN, months: 72, baseYuan: 10_200, ratio: 1200 }],
    contracts: [
      { number: 'XM2026-0803-1187', address: '厦门市集美区杏林湾路 66 号 801 室', priceYuan: 2_380_000, paidYuan: 720_000, filedDaysAgo: 96, local: true, answers: true },
      { number: OLD_CONTRACT, address: '厦门市同安区环城南路 9 号 502 室', priceYuan: 1_150_000, paidYuan: 350_000, filedDaysAgo: 980, local: true, answers: true },
    ],
  },
  'buyer-elsewhere': {
    accounts: [{ employer: PRECISION, months: 58, baseYuan: 8_700, ratio: 1000 }],
    contracts: [{ number: 'ZZ2026-0709-0342', address: '漳州市龙文区水仙大街 21 号 1602 室', priceYuan: 980_000, paidYuan: 300_000, filedDaysAgo: 130, local: false, answers: false }],
  },
  'sealed-outsider': { accounts: [{ employer: PRECISION, months: 46, endedMonthsAgo: 7, baseYuan: 7_400, ratio: 800, state: { code: '02', monthsAgo: 7, reason: '与单位终止劳动关系' } }] },
  'sealed-local': { accounts: [{ employer: LOGISTICS, months: 88, endedMonthsAgo: 9, baseYuan: 7_900, ratio: 1000, state: { code: '02', monthsAgo: 9, reason: '与单位终止劳动关系' } }] },
  'near-retirement': { accounts: [{ employer: PRECISION, months: 180, baseYuan: 12_400, ratio: 1200 }] },
  'category-unknown': { accounts: [{ employer: SCHOOL, months: 150, baseYuan: 10_900, ratio: 1200 }] },
  newcomer: { accounts: [{ employer: SOFTWARE, months: 3, baseYuan: 7_200, ratio: 1000 }] },
  'permit-holder': { accounts: [{ employer: DESIGN, months: 64, baseYuan: 13_500, ratio: 1200 }], loan: { yuan: 420_000, years: 20, monthsAgo: 30, dueDay: 8 }, home: '厦门市思明区莲前西路 277 号 905 室' },
  'passport-holder': { accounts: [{ employer: DESIGN, months: 50, baseYuan: 14_800, ratio: 1200 }], loan: { yuan: 380_000, years: 15, monthsAgo: 26, dueDay: 18 }, home: '厦门市思明区湖滨南路 59 号 2101 室' },
  'long-name': { accounts: [{ employer: SCHOOL, months: 84, baseYuan: 9_300, ratio: 1200 }], loan: { yuan: 350_000, years: 25, monthsAgo: 40, dueDay: 10 }, home: '厦门市翔安区马巷镇巷北路 12 号 603 室' },
  'name-mismatch': { accounts: [{ employer: SOFTWARE, months: 66, baseYuan: 10_600, ratio: 1200 }], loan: { yuan: 400_000, years: 25, monthsAgo: 28, dueDay: 12 }, home: '厦门市湖里区金尚路 33 号 1104 室' },
  'old-mobile': { accounts: [{ employer: LOGISTICS, months: 78, baseYuan: 8_400, ratio: 1000 }] },
  arrears: { accounts: [{ employer: PRECISION, months: 110, baseYuan: 9_100, ratio: 1000 }], loan: { yuan: 450_000, years: 20, monthsAgo: 50, dueDay: 6, overdue: 2 }, home: '厦门市海沧区滨湖北路 15 号 702 室' },
  frozen: { accounts: [{ employer: LOGISTICS, months: 120, baseYuan: 8_800, ratio: 1000, state: { code: '06', monthsAgo: 2, reason: '法院冻结' } }], loan: { yuan: 300_000, years: 20, monthsAgo: 60, dueDay: 20 }, home: '厦门市集美区石鼓路 88 号 401 室' },
  'two-accounts': {
    accounts: [
      { employer: PRECISION, months: 48, endedMonthsAgo: 21, baseYuan: 6_900, ratio: 800, state: { code: '02', monthsAgo: 20, reason: '调离原单位' } },
      { employer: SOFTWARE, months: 20, baseYuan: 9_900, ratio: 1200 },
    ],
  },
  'odd-history': { accounts: [{ employer: SCHOOL, months: 70, baseYuan: 9_000, ratio: 1000, skipped: [20, 21, 22], twice: [10], newBase: { monthsAgo: 4, fromYuan: 7_600 } }] },
  'line-dropped': { accounts: [{ employer: SOFTWARE, months: 90, baseYuan: 10_400, ratio: 1200 }], loan: { yuan: 480_000, years: 30, monthsAgo: 44, dueDay: 16 }, home: '厦门市湖里区仙岳路 4601 号 1508 室', dropFirstApply: true },
  'card-closed': { accounts: [{ employer: DESIGN, months: 82, baseYuan: 9_800, ratio: 1200 }], loan: { yuan: 430_000, years: 30, monthsAgo: 38, dueDay: 9 }, home: '厦门市思明区文园路 71 号 606 室' },
  'no-subscription': { accounts: [{ employer: PRECISION, months: 100, baseYuan: 9_700, ratio: 1200 }], loan: { yuan: 510_000, years: 30, monthsAgo: 52, dueDay: 11 }, home: '厦门市集美区银江路 132 号 1001 室' },
  'flexible-worker': { accounts: [{ employer: null, months: 24, baseYuan: 5_000, ratio: 1000 }] },
  'in-transfer': { accounts: [{ employer: SOFTWARE, months: 4, baseYuan: 8_200, ratio: 1000 }], transfer: { centre: '泉州市住房公积金管理中心', fen: 3_821_460, askedDaysAgo: 6 } },
  'home-buyer': {
    accounts: [{ employer: SOFTWARE, months: 26, baseYuan: 7_200, ratio: 1200, transferIn: { monthsAgo: 24, yuan: 86_000 } }],
    contracts: [{ number: 'XM2026-0918-2046', address: '厦门市海沧区马銮湾南路 152 号 1801 室', priceYuan: 1_480_000, paidYuan: 520_000, filedDaysAgo: 45, local: true, answers: true }],
  },
  'home-buyer-spouse': { accounts: [{ employer: SCHOOL, months: 40, baseYuan: 5_600, ratio: 1000 }] },
  'loan-offset': { accounts: [{ employer: DESIGN, months: 92, baseYuan: 10_300, ratio: 1200 }], loan: { yuan: 420_000, years: 30, monthsAgo: 34, dueDay: 17, offsetMonthsAgo: 18 }, home: '厦门市湖里区华泰路 26 号 804 室' },
  'bank-loan': { accounts: [{ employer: SOFTWARE, months: 86, baseYuan: 11_200, ratio: 1200 }], home: '厦门市湖里区县黄路 16 号 902 室' },
  renovator: { accounts: [{ employer: DESIGN, months: 76, baseYuan: 10_800, ratio: 1200 }], home: '厦门市集美区杏锦路 358 号 1503 室' },
  'old-house': { accounts: [{ employer: PRECISION, months: 140, baseYuan: 8_600, ratio: 1000 }], home: '厦门市同安区大同街道三秀路 7 号' },
  'lift-neighbour': { accounts: [{ employer: SCHOOL, months: 112, baseYuan: 10_100, ratio: 1200 }] },
  illness: { accounts: [{ employer: LOGISTICS, months: 92, baseYuan: 7_900, ratio: 1000 }] },
  'escrow-buyer': { accounts: [{ employer: SOFTWARE, months: 48, baseYuan: 10_500, ratio: 1200 }] },
  emigrant: { accounts: [{ employer: DESIGN, months: 60, endedMonthsAgo: 3, baseYuan: 12_600, ratio: 1200, state: { code: '02', monthsAgo: 3, reason: '出境定居' } }] },
  retired: { accounts: [{ employer: PRECISION, months: 220, endedMonthsAgo: 6, baseYuan: 9_400, ratio: 1200, state: { code: '02', monthsAgo: 6, reason: '退休' } }] },
};
