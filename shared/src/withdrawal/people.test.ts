import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatYuan } from '../money/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { packOf } from '../policy/packs/index.ts';
import { routeOffer, withdrawalLimit, withdrawalTerms, WITHDRAWAL_ROUTES } from './index.ts';
import type { BasisName, LoanFacts, WithdrawalFacts, WithdrawalReason, WithdrawalRouteId } from './index.ts';

// Every route for each kind of person of the demo at Xiamen, and for six households in twelve cities: what each is
// told to the last figure. `ANJU_WRITE_GOLDEN=1` writes the file anew, to be read again before it is committed; what it is held against is the table by
// hand below, which nothing writes.
const FILE = join(__dirname, 'golden', 'people.golden.txt');
const TODAY = '2026-11-21';
const yuan = (value: number): number => Math.round(value * 100);

const base: WithdrawalFacts = {
  accountState: 'normal', balanceFen: yuan(60_000), mustStayFen: 1, household: 'local', birthDate: '1990-05-05', sex: 'male', contributionMonths: 60, ownsHome: false,
  loan: null, commercialLoan: null, lastWithdrawals: {}, nextPermitted: {}, runningCases: [], usableCards: 1, tasks: [], documents: [],
  monthlyContributionFen: yuan(2_400), employed: true, accountElsewhere: false,
};
const loan: LoanFacts = {
  balanceFen: yuan(520_000), overduePeriods: 0, repaid: { fromDate: '2025-11-21', toDate: '2026-11-20', principalFen: yuan(16_210.44), interestFen: yuan(12_618.36) },
};
const used = (at: string): WithdrawalFacts['lastWithdrawals'] => ({ 'repay-fund-loan': at });
const home: Exclude<WithdrawalFacts['home'], 'unknown' | undefined> = {
  kind: 'new', boughtOn: '2024-03-08', certificateOn: '2025-06-18', builtOn: '2025-01-10', withLoan: true, paidFen: yuan(780_000), areaHundredths: 8_953,
};

interface One {
  readonly title: string;
  readonly facts: WithdrawalFacts;
}
const PEOPLE: Readonly<Record<string, One>> = {
  'loan-in-order': { title: '贷款按时还，一年多没提', facts: { ...base, balanceFen: yuan(86_412.35), ownsHome: true, loan, lastWithdrawals: used('2025-09-20'), standingOrders: [] } },
  spouse: { title: '爱人有贷款，自己没有', facts: { ...base, sex: 'female', balanceFen: yuan(142_000.07), ownsHome: true, family: { married: true, children: 1 } } },
  renter: { title: '租房，没有房子', facts: { ...base, balanceFen: yuan(15_232), household: 'elsewhere', contributionMonths: 14, rent: { monthlyFen: yuan(2_300), filed: true, youngOrNew: true } } },
  'buyer-local': {
    title: '本市买房，合同核对一致',
    facts: { ...base, balanceFen: yuan(98_000.5), documents: [{ kind: 'purchase-contract', result: 'confirmed', local: true, paidFen: yuan(600_000) }], home: { kind: 'new', boughtOn: '2026-08-03', withLoan: true, downPaymentFen: yuan(520_000) } },
  },
  'buyer-elsewhere': { title: '外地买房，来源没有回音', facts: { ...base, household: 'elsewhere', documents: [{ kind: 'purchase-contract', result: 'unavailable', local: false }] } },
  'sealed-outsider': { title: '外地户籍，封存七个月', facts: { ...base, accountState: 'sealed', sealedSince: '2026-04-20', household: 'elsewhere', balanceFen: yuan(41_250.68), employed: false, accruedInterestFen: yuan(245.3), standingOrders: ['rent'] } },
  'sealed-local': { title: '本市户籍，封存七个月', facts: { ...base, accountState: 'sealed', sealedSince: '2026-04-20', employed: false } },
  'near-retirement': { title: '差两个月到退休年龄', facts: { ...base, birthDate: '1966-08-20', balanceFen: yuan(268_900.41), contributionMonths: 300, ownsHome: true } },
  'category-unknown': { title: '女，五十或五十五岁不清楚', facts: { ...base, sex: 'female', birthDate: '1976-06-30', ownsHome: true } },
  newcomer: { title: '刚缴三个月', facts: { ...base, household: 'elsewhere', balanceFen: yuan(3_120), contributionMonths: 3, birthDate: '2003-04-12' } },
  'permit-holder': { title: '港澳居民居住证', facts: { ...base, household: 'elsewhere', sex: 'female', documents: [{ kind: 'emigration', result: 'confirmed' }] } },
  'passport-holder': { title: '护照', facts: { ...base, household: 'unknown', documents: [{ kind: 'emigration', result: 'unavailable' }] } },
  'long-name': { title: '有两个孩子，租房已备案', facts: { ...base, sex: 'female', household: 'elsewhere', rent: { monthlyFen: yuan(3_650), filed: true }, family: { married: true, children: 2 } } },
  'name-mismatch': { title: '姓名差一个字', facts: { ...base, tasks: ['name-differs'] } },
  'old-mobile': { title: '手机号是旧的', facts: { ...base, tasks: ['mobile-differs'] } },
  arrears: { title: '贷款逾期两期', facts: { ...base, ownsHome: true, loan: { ...loan, overduePeriods: 2 } } },
  frozen: { title: '被法院冻结', facts: { ...base, accountState: 'frozen' } },
  'two-accounts': { title: '两个账户，去年拿的证，装修和加装电梯', facts: { ...base, ownsHome: true, home, lift: { ownShareFen: yuan(18_600.55), completedOn: '2026-05-06', relation: 'child' } } },
  'odd-history': { title: '商业贷款，今年提过租房', facts: { ...base, ownsHome: true, commercialLoan: { repaid: { fromDate: '2025-11-21', toDate: '2026-11-20', principalFen: yuan(20_000.01), interestFen: yuan(31_234.56) } }, covered: [{ route: 'rent', from: '2026-01-01', to: '2026-03-31' }] } },
  'line-dropped': { title: '贷款按时还，半年前提过', facts: { ...base, ownsHome: true, loan, lastWithdrawals: used('2026-05-20') } },
  'card-closed': { title: '卡已销户', facts: { ...base, ownsHome: true, loan, usableCards: 0 } },
  'no-subscription': { title: '商业贷款，爱人已提一部分', facts: { ...base, ownsHome: true, commercialLoan: { repaid: { fromDate: '2025-12-01', toDate: '2026-11-20', principalFen: yuan(12_000), interestFen: yuan(18_400.2) }, familyFen: yuan(9_000) } } },
  'flexible-worker': { title: '灵活就业，去年大病', facts: { ...base, illness: { ownCostFen: yuan(23_416.9), paidOn: '2025-12-02' }, balanceFen: yuan(19_500) } },
  'in-transfer': { title: '转移正在路上', facts: { ...base, household: 'elsewhere', transferRunning: true } },
  'home-buyer': { title: '两口子刚买房，先提后贷', facts: { ...base, sex: 'female', balanceFen: yuan(152_300.4), family: { married: true }, home: { kind: 'new', city: 'local', contractNumber: 'XM2026-0918-2046', boughtOn: '2026-10-07', withLoan: true, paidFen: yuan(520_000), downPaymentFen: yuan(520_000) } } },
  'home-buyer-spouse': { title: '爱人为这套房提过', facts: { ...base, family: { married: true }, home: { kind: 'new', city: 'local', contractNumber: 'XM2026-0918-2046', boughtOn: '2026-10-07', withLoan: true, paidFen: yuan(520_000), used: [{ route: 'purchase', at: 'here' }] } } },
  'loan-offset': { title: '签了冲还贷', facts: { ...base, balanceFen: yuan(93_000), ownsHome: true, loan, covered: [{ route: 'repay-fund-loan', from: '2025-11-21', to: '2026-11-17' }], standingOrders: ['offset'] } },
  'bank-loan': { title: '签约银行的商业贷款，按时还', facts: { ...base, ownsHome: true, commercialLoan: { contracted: true, overduePeriods: 0, repaid: { fromDate: '2025-11-21', toDate: '2026-11-20', principalFen: 12 * 213_546, interestFen: 12 * 262_218 } } } },
  renovator: { title: '去年拿证，正在装修', facts: { ...base, sex: 'female', balanceFen: yuan(205_000.5), ownsHome: true, home: { kind: 'new', city: 'local', boughtOn: '2024-09-21', certificateOn: '2025-10-21', builtOn: '2025-03-21', withLoan: false, paidFen: yuan(2_180_000), areaHundredths: 8_953 }, propertyFee: { paidFen: yuan(4_260), homes: 1 } } },
  'old-house': { title: '老房鉴定为 D 级，正在大修', facts: { ...base, balanceFen: yuan(70_000), ownsHome: true, works: { kind: 'overhaul', permit: 'confirmed', grade: 'D', costFen: yuan(88_000), used: false } } },
  'lift-neighbour': { title: '给父母住的老楼装了电梯', facts: { ...base, lift: { relation: 'child', ownShareFen: 1_860_055, completedOn: '2026-06-21', used: false } } },
  illness: { title: '大病，医保结算过', facts: { ...base, sex: 'female', balanceFen: yuan(48_000), illness: { ownCostFen: 2_341_690, paidOn: '2025-12-21', listed: true } } },
  'escrow-buyer': { title: '买二手房，首付进监管账户', facts: { ...base, home: { kind: 'second-hand', city: 'local', contractNumber: 'XM2026-1028-0455', boughtOn: '2026-11-01', withLoan: true, downPaymentFen: yuan(60_000), escrowAccount: '35101560022052500138' } } },
  emigrant: { title: '已经出境定居', facts: { ...base, accountState: 'sealed', sealedSince: '2026-08-21', employed: false, balanceFen: yuan(168_400.12), accruedInterestFen: yuan(990.05), documents: [{ kind: 'emigration', result: 'confirmed' }] } },
  'co-borrower': { title: '爱人贷的款，自己是共同借款人', facts: { ...base, sex: 'female', loan: { ...loan, role: 'co-borrower' }, family: { married: true } } },
  'co-borrower-arrears': { title: '共同借款人，贷款逾期一期', facts: { ...base, loan: { ...loan, role: 'co-borrower', overduePeriods: 1 } } },
  retired: { title: '已经退休', facts: { ...base, accountState: 'sealed', sealedSince: '2026-05-21', employed: false, birthDate: '1964-05-06', balanceFen: yuan(312_000.99), accruedInterestFen: yuan(1_830.6), documents: [{ kind: 'retirement', result: 'confirmed' }], standingOrders: ['offset'] } },
};

const known: WithdrawalFacts = { ...base, balanceFen: yuan(260_000), employed: false, illness: 'unknown' };
const HOUSEHOLDS: readonly One[] = [
  {
    title: '有房的家庭，全都查得到',
    facts: {
      ...known, ownsHome: true, home: { ...home, contractNumber: '（2024）0308', city: 'local', escrowAccount: '350200100200300', downPaymentFen: yuan(480_000), familyFen: { renovation: yuan(120_000), 'down-payment': yuan(300_000) }, renovationCostFen: yuan(186_000.7) }, family: { married: true, children: 1 },
      propertyFee: { paidFen: yuan(4_260), homes: 1 }, lift: { ownShareFen: yuan(31_200), completedOn: '2025-12-15', relation: 'parent' },
      illness: { ownCostFen: yuan(52_800.6), paidOn: '2025-03-01', listed: true }, works: { kind: 'overhaul', grade: 'D', permit: 'confirmed', costFen: yuan(88_000) },
      commercialLoan: { contracted: true, overduePeriods: 0, repaid: { fromDate: '2025-11-21', toDate: '2026-11-20', principalFen: yuan(24_000), interestFen: yuan(30_500.25) } },
      lastWithdrawals: { 'repay-commercial-loan': '2026-07-15' },
    },
  },
  { title: '两个孩子的租房家庭', facts: { ...known, family: { married: true, children: 2 }, rent: { monthlyFen: yuan(3_900), filed: true, yearUsed: { year: 2026, amountFen: yuan(9_000) } }, lastWithdrawals: { rent: '2026-10-25' } } },
  {
    title: '来源都没有回音的人',
    facts: {
      ...known, sex: 'female', birthDate: '1974-06-30', accountState: 'normal', household: 'unknown', ownsHome: 'unknown', home: 'unknown', works: 'unknown', lift: 'unknown', propertyFee: 'unknown', commercialLoan: 'unknown',
      employed: 'unknown', accountElsewhere: 'unknown', silent: ['public-security', 'civil-affairs', 'real-estate', 'social-insurance', 'employment', 'credit', 'invoice'],
    },
  },
  { title: '离职封存七个月的外地职工', facts: { ...known, accountState: 'sealed', sealedSince: '2026-04-20', household: 'elsewhere' } },
  { title: '户籍没有回音、封存七个月', facts: { ...known, accountState: 'sealed', sealedSince: '2026-04-20', household: 'unknown', silent: ['public-security'] } },
  { title: '丧失劳动能力并已离职', facts: { ...known, documents: [{ kind: 'disability', result: 'confirmed' }, { kind: 'employment-ended', result: 'confirmed' }] } },
];
const CITIES = ['xiamen', 'fuzhou', 'putian', 'longyan', 'taizhou', 'beijing', 'shanghai', 'guangzhou', 'shenzhen', 'wuhan', 'luan', 'jiamusi'] as const;

const NAMES: Readonly<Record<WithdrawalRouteId, string>> = {
  purchase: '购买住房', 'down-payment': '首付直付', 'build-or-repair': '建造翻修', renovation: '装修', 'property-fee': '物业费', rent: '租房', 'repay-fund-loan': '还公积金贷款',
  'repay-commercial-loan': '还商业贷款', lift: '加装电梯', illness: '重大疾病', retirement: '退休', disability: '丧失劳动能力', 'leave-job': '离职', emigration: '出境定居', death: '死亡',
};
const LINES: Readonly<Record<BasisName, string>> = {
  'balance-less-stay': '余额减应留', 'repaid-since-last': '已还本息', 'price-paid': '已付房款', 'down-payment': '首付', 'works-cost': '工程费用', 'area-rate': '面积×单价', 'cost-share': '费用×比例',
  ceiling: '上限', 'fee-paid': '已交物业费', 'year-left': '本年剩余', 'rent-month': '一个月', 'own-share': '自家分摊', 'own-cost': '自付费用', 'family-left': '减家人已提',
};
const ORDERS = { offset: '冲还贷', 'repay-commercial-loan': '按月还商贷', rent: '按月租房提取' } as const;
const money = (amountFen: number): string => `${formatYuan(amountFen)} 元`;
const param = ([name, value]: [string, string | number]): string => `${name}=${name.endsWith('Fen') ? formatYuan(Number(value)) : value}`;
const reasonText = ({ code, params }: WithdrawalReason): string => (params === undefined ? code : `${code}(${Object.entries(params).map(param).join(' ')})`);

function line(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today = TODAY): string {
  const { verdict, missing: fields, uploads } = routeOffer(route, facts, pack, today);
  const { basis } = withdrawalLimit(route, facts, pack, today);
  const { closing } = withdrawalTerms(route, facts, pack, today);
  const most = verdict.maxFen === null ? ' 金额看回答' : ` 最多 ${money(verdict.maxFen)}${basis.length > 1 ? `（${basis.map(({ name, amountFen }) => `${LINES[name]} ${formatYuan(amountFen)}`).join('，')}）` : ''}`;
  const ends = verdict.eligible && closing !== null ? ` 销户${closing.interestFen === null ? '' : `，另付利息 ${money(closing.interestFen)}`}${closing.ends.length === 0 ? '' : `，${closing.ends.map((order) => ORDERS[order]).join('、')}终止`}` : '';
  const names = (papers: boolean): string => fields.filter(({ kind }) => (kind === 'file') === papers).map(({ name, optional }) => (optional === true ? `${name}?` : name)).join('、');
  const asked = `${fields.length === uploads ? '' : ` 问 ${verdict.questions}（${names(false)}）`}${uploads === 0 ? '' : ` 传 ${uploads}（${names(true)}）`}`;
  const how = verdict.eligible ? `${asked} ${verdict.decided === 'at-once' ? '当即办结' : '人工审核'}${verdict.servedBy === 'online' ? '' : '，到柜台'}` : '';
  const from = verdict.eligibleFrom === undefined ? '' : ` ${verdict.eligibleFrom} 起可以`;
  const missing = verdict.missingFen === undefined ? '' : ` 还差 ${money(verdict.missingFen)}`;
  const why = verdict.reasons.length === 0 ? '' : ` ${verdict.reasons.map(reasonText).join('；')}`;
  return `  ${NAMES[route]}：${verdict.eligible ? '可以' : '不可以'}${verdict.eligible ? most : ''}${how}${ends}${from}${missing}${why}`;
}
const block = (title: string, facts: WithdrawalFacts, pack: CentrePack, today = TODAY): string =>
  [`■ ${pack.city} · ${title}`, ...WITHDRAWAL_ROUTES.map((route) => line(route, facts, pack, today))].join('\n');

const xiamen = packOf('xiamen') as CentrePack;
const owner = HOUSEHOLDS[0]?.facts as WithdrawalFacts;
const LAW_ROUTES = ['renovation', 'property-fee', 'rent'] as const;
const lawFacts: WithdrawalFacts = { ...owner, ownsHome: false, rent: { monthlyFen: yuan(1_500), aboveIncomeShare: false } };
const law = (['2026-05-24', '2026-08-27', '2026-08-28', '2026-09-19', '2026-09-20'] as const).flatMap((day) =>
  (['xiamen', 'fuzhou', 'shenzhen'] as const).map((centre) => {
    const pack = packOf(centre) as CentrePack;
    return [`■ ${pack.city} · 条例修订前后 · ${day}`, ...LAW_ROUTES.map((route) => line(route, lawFacts, pack, day))].join('\n');
  }),
);

const blocks = [
  ...Object.entries(PEOPLE).map(([key, { title, facts }]) => block(`${key} · ${title}`, facts, xiamen)),
  ...HOUSEHOLDS.flatMap(({ title, facts }) => CITIES.map((centre) => block(title, facts, packOf(centre) as CentrePack))),
  ...law,
];
const whole = `${blocks.join('\n\n')}\n`;
if (process.env['ANJU_WRITE_GOLDEN'] === '1') writeFileSync(FILE, whole);

describe('all routes for all people', () => {
  it('are told exactly what was read and approved', () => {
    expect(whole).toBe(readFileSync(FILE, 'utf8'));
  });

  it('are thirty-seven people with fifteen routes each, and none is left without a word', () => {
    expect(Object.keys(PEOPLE)).toHaveLength(37);
    for (const { facts } of [...Object.values(PEOPLE), ...HOUSEHOLDS]) {
      for (const route of WITHDRAWAL_ROUTES) {
        const { verdict, missing } = routeOffer(route, facts, xiamen, TODAY);
        const amountAsked = missing.some(({ kind }) => kind === 'amount' || kind === 'number');
        expect(verdict.eligible ? (verdict.maxFen ?? (amountAsked ? 1 : 0)) : verdict.reasons.length).toBeGreaterThan(0);
      }
    }
  });

  it.each<[string, WithdrawalRouteId, WithdrawalFacts, number]>([
    ['xiamen', 'repay-fund-loan', PEOPLE['loan-in-order']?.facts as WithdrawalFacts, 28_828.8],
    ['xiamen', 'renovation', PEOPLE['two-accounts']?.facts as WithdrawalFacts, 59_999.99],
    ['xiamen', 'renovation', { ...owner, home: { ...home } }, 161_154],
    ['fuzhou', 'renovation', { ...owner, home: { ...home, areaHundredths: 15_000 } }, 216_000],
    ['xiamen', 'renovation', { ...owner, balanceFen: yuan(400_000), home: { ...home, areaHundredths: 15_000 } }, 250_000],
    ['xiamen', 'renovation', { ...owner, home: { ...home, familyFen: { renovation: yuan(61_154.01) } } }, 99_999.99],
    ['beijing', 'renovation', owner, 0],
    ['fuzhou', 'property-fee', owner, 3_000], ['taizhou', 'property-fee', owner, 4_260],
    ['xiamen', 'rent', PEOPLE['long-name']?.facts as WithdrawalFacts, 3_650], ['xiamen', 'rent', PEOPLE['renter']?.facts as WithdrawalFacts, 2_300],
    ['shenzhen', 'rent', base, 1_920], ['xiamen', 'repay-commercial-loan', PEOPLE['no-subscription']?.facts as WithdrawalFacts, 21_400.2],
    ['putian', 'purchase', { ...base, balanceFen: yuan(300), home: 'unknown' }, 200],
  ])('by hand: %s, %s', (centre, route, facts, expected) => {
    expect(withdrawalLimit(route, facts, packOf(centre) as CentrePack, TODAY).maxFen).toBe(yuan(expected));
  });
});

// The same table by hand: what each person of the demo may do at Xiamen on that day, from the regulation, the centre's figures and the reference, not
// from the engine. `+` at once, `~` a clerk decides, a reason closes, with its day after `@`; an amount in yuan after `=`. What is not named is as in USUAL.
type Cells = Readonly<Partial<Record<WithdrawalRouteId, string>>>;
const USUAL: Cells = {
  purchase: '~', 'down-payment': '~', 'build-or-repair': '~', renovation: '~', 'property-fee': 'not-offered', rent: '+=1800', 'repay-fund-loan': 'no-fund-loan',
  'repay-commercial-loan': 'no-commercial-loan', lift: '~', illness: '~', retirement: 'not-yet-retired@2053-05-01', disability: 'proof-needed',
  'leave-job': 'household-local not-sealed', emigration: '~', death: 'proof-needed',
};
const everywhere = (code: string, cells: Cells, heirs = false): Cells =>
  Object.fromEntries(Object.entries(cells).map(([route, cell]) => [route, route === 'death' && !heirs ? cell : /^[+~]/.test(cell) ? code : `${code} ${cell}`]));
const elsewhere: Cells = { 'leave-job': 'not-sealed' };
const withHome: Cells = { rent: 'owns-home' };
const withLoan: Cells = { ...everywhere('fund-loan-first', { ...USUAL, ...withHome }), 'repay-fund-loan': '+=28828.80' };
const woman: Cells = { retirement: 'retirement-category-unknown' };
const whenSealed: Cells = { rent: 'account-sealed' };
const BY_HAND: Readonly<Record<string, Cells>> = {
  'loan-in-order': withLoan,
  spouse: { ...withHome, ...woman },
  renter: { ...elsewhere, rent: '+=2300' },
  'buyer-local': { purchase: '+=98000.49', 'down-payment': 'rule-unknown' },
  'buyer-elsewhere': elsewhere,
  'sealed-outsider': { ...whenSealed, 'leave-job': '+=41250.68' },
  'sealed-local': { ...whenSealed, 'leave-job': 'household-local' },
  'near-retirement': { ...withHome, retirement: 'not-yet-retired@2027-01-01' },
  'category-unknown': { ...withHome, ...woman },
  newcomer: { ...elsewhere, retirement: 'not-yet-retired@2066-04-01' },
  'permit-holder': { ...elsewhere, ...woman, emigration: '+=60000' },
  // Where the household is unknown it is asked: what an answer may do away with does not stand.
  'passport-holder': elsewhere,
  'long-name': { ...elsewhere, ...woman, rent: '+=3650' },
  'name-mismatch': everywhere('name-differs', USUAL),
  'old-mobile': everywhere('mobile-differs', USUAL),
  arrears: { ...everywhere('loan-in-arrears', withLoan), 'repay-fund-loan': 'loan-in-arrears' },
  frozen: everywhere('account-frozen', USUAL, true),
  'two-accounts': { ...withHome, purchase: 'outside-window', 'down-payment': 'rule-unknown', renovation: '+=59999.99', lift: '+=18600.55' },
  'odd-history': { ...withHome, 'repay-commercial-loan': 'period-taken@2027-03-31' },
  'line-dropped': { ...withLoan, 'repay-fund-loan': 'before-next-date@2027-05-20' },
  // What is booked at the counter or paid to the seller needs no card.
  'card-closed': {
    ...everywhere('card-missing', withLoan), 'down-payment': 'fund-loan-first', 'property-fee': 'fund-loan-first not-offered', disability: 'fund-loan-first proof-needed',
  },
  'no-subscription': { ...withHome, 'repay-commercial-loan': '~=21400.20' },
  'flexible-worker': { illness: '+=19499.99' },
  'in-transfer': everywhere('transfer-running', { ...USUAL, ...elsewhere }, true),
  'home-buyer': { ...woman, purchase: '+=152300.39', 'down-payment': 'rule-unknown' },
  'home-buyer-spouse': { purchase: 'home-already-used', 'down-payment': 'rule-unknown' },
  'loan-offset': { ...withLoan, rent: 'fund-loan-first owns-home period-taken@2026-12-01' },
  'bank-loan': { ...withHome, 'repay-commercial-loan': '+=57091.68' },
  renovator: { ...withHome, ...woman, purchase: 'outside-window', 'down-payment': 'rule-unknown', renovation: '+=161154' },
  'old-house': { ...withHome, 'build-or-repair': '+=69999.99' },
  'lift-neighbour': { lift: '+=18600.55' },
  illness: { ...woman, illness: '+=23416.90' },
  'escrow-buyer': { 'down-payment': '+=59999.99' },
  emigrant: { ...whenSealed, 'leave-job': 'household-local sealed-too-short@2027-02-21', emigration: '+=168400.12' },
  // As the borrower is told, with a rent they would otherwise have.
  'co-borrower': { ...everywhere('fund-loan-first', { ...USUAL, ...woman }), 'repay-fund-loan': '+=28828.80' },
  'co-borrower-arrears': { ...everywhere('loan-in-arrears', everywhere('fund-loan-first', USUAL)), 'repay-fund-loan': 'loan-in-arrears' },
  retired: { ...whenSealed, retirement: '+=312000.99', 'leave-job': 'household-local' },
};

describe('the table by hand', () => {
  const cellOf = (facts: WithdrawalFacts, route: WithdrawalRouteId, expected: string): string => {
    const { verdict } = routeOffer(route, facts, xiamen, TODAY);
    const { eligible, decided, maxFen, reasons } = verdict;
    if (!eligible) return reasons.map(({ code, params }) => `${code}${params?.['date'] === undefined || code === 'outside-window' ? '' : `@${params['date']}`}`).sort().join(' ');
    return `${decided === 'at-once' ? '+' : '~'}${expected.includes('=') ? `=${maxFen ?? ''}` : ''}`;
  };
  const inFen = (cell: string): string => cell.replace(/=([\d.]+)/, (_, amount: string) => `=${yuan(Number(amount))}`).split(' ').sort().join(' ');

  it.each(Object.entries(PEOPLE).map(([key, { facts }]) => [key, facts] as const))('%s is told what stands there, on every route', (key, facts) => {
    const expected = { ...USUAL, ...BY_HAND[key] };
    expect(BY_HAND[key]).toBeDefined();
    for (const route of WITHDRAWAL_ROUTES) expect([route, cellOf(facts, route, expected[route] ?? '')]).toEqual([route, inFen(expected[route] ?? '')]);
  });
});
