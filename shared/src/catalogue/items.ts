import { routeServedBy, WITHDRAWAL_ROUTES } from '../withdrawal/index.ts';
import type { ServedBy, WithdrawalRouteId } from '../withdrawal/index.ts';
import type { CatalogueGroup, CatalogueItem } from './catalogue-item.ts';

type Row = readonly [item: string, title: string, servedBy: ServedBy];

const listed = (group: CatalogueGroup, rows: readonly Row[]): CatalogueItem[] =>
  rows.map(([item, title, servedBy]) => ({ item, group, title, servedBy }));

const query = listed('query', [
  ['balance', '余额与账户', 'online'],
  ['entries', '缴存明细', 'online'],
  ['annual-statement', '年度对账单', 'online'],
  ['loan-details', '贷款信息', 'online'],
  ['repayment-plan', '还款计划与明细', 'online'],
  ['case-progress', '业务进度', 'online'],
  ['policy-guides', '政策与指南', 'online'],
  ['service-points', '网点与排队', 'guide'],
]);

/** The names of the withdrawal routes; how each is served its own line in the rules says. */
const ROUTE_TITLES: Readonly<Record<WithdrawalRouteId, string>> = {
  purchase: '购房提取',
  'down-payment': '首付款提取',
  'build-or-repair': '建房修房提取',
  renovation: '装修提取',
  'property-fee': '物业费提取',
  rent: '租房提取',
  'repay-fund-loan': '偿还公积金贷款',
  'repay-commercial-loan': '偿还商业贷款',
  lift: '加装电梯提取',
  illness: '重大疾病提取',
  retirement: '退休提取',
  disability: '丧失劳动能力提取',
  'leave-job': '离职提取',
  emigration: '出境定居提取',
  death: '继承提取',
};
/** The key of a withdrawal item is its route. */
const withdrawal: CatalogueItem[] = WITHDRAWAL_ROUTES.map((route) => ({
  item: route, group: 'withdrawal', title: ROUTE_TITLES[route], servedBy: routeServedBy(route), route,
}));

const loan = listed('loan', [
  ['loan-estimate', '贷款测算', 'online'],
  ['loan-pre-application', '贷款预受理', 'online'],
  ['loan-signing', '贷款面签预约', 'online'],
  ['prepayment-quote', '提前还款试算', 'online'],
  ['prepayment', '提前还款申请', 'online'],
  ['monthly-offset', '冲还贷签约、变更、解约', 'online'],
  ['commercial-to-fund', '商转公测算', 'online'],
]);

const transfer = listed('transfer', [
  ['transfer-in', '异地转入', 'counter'],
  ['merge-accounts', '账户合并', 'counter'],
  ['transfer-progress', '转移进度与撤销', 'guide'],
]);

const certificate = listed('certificate', [
  ['contribution-certificate', '缴存证明', 'counter'],
  ['elsewhere-loan-certificate', '异地贷款缴存使用证明', 'counter'],
  ['loan-settled-certificate', '贷款结清证明', 'counter'],
  ['show-code', '亮码与核验', 'guide'],
]);

const account = listed('account', [
  ['real-name', '实名认证', 'online'],
  ['mobile-change', '手机号变更', 'counter'],
  ['bank-card', '收款银行卡', 'online'],
  ['withdrawal-lock', '提取锁与限额', 'guide'],
  ['authorisation', '授权（配偶、协助人）', 'guide'],
]);

const contact = listed('contact', [
  ['appointment', '柜台预约', 'counter'],
  ['urge-or-complain', '催办与投诉', 'guide'],
  ['questions', '智能问答', 'guide'],
  ['home-visit', '上门与陪办', 'counter'],
]);

/** The 46 things an employee comes for, in the order they are shown. */
export const catalogueItems: readonly CatalogueItem[] = [...query, ...withdrawal, ...loan, ...transfer, ...certificate, ...account, ...contact];

/** The item with that key, or undefined. */
export function catalogueItem(key: string): CatalogueItem | undefined {
  return catalogueItems.find((entry) => entry.item === key);
}
