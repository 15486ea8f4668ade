import { guide } from './guide.ts';
import type { Guides } from './guide.ts';

const owner = '住房公积金账户本人';
const signedIn = ['已在本应用完成实名认证'];
const atOnce = '即时显示；中心系统暂时没有回应时，显示上次取得的数据和时间';

/** 查询. */
export const queryGuides: Guides = {
  balance: guide({
    who: owner,
    conditions: signedIn,
    materials: ['无需材料'],
    steps: ['登录并完成实名认证', '在首页查看余额、月缴存额、缴至月份和账户状态', '有多个账户的，逐个显示'],
    timeLimit: atOnce,
  }),
  entries: guide({
    who: owner,
    conditions: signedIn,
    materials: ['无需材料'],
    steps: ['在首页点“缴存明细”', '按年份或缴存、提取、结息筛选', '点开一笔查看所属月份和缴存单位'],
    timeLimit: atOnce,
  }),
  'annual-statement': guide({
    who: owner,
    conditions: [...signedIn, '账单按公积金年度（每年 7 月 1 日至次年 6 月 30 日）计算', '当年的利息算到当天，6 月 30 日结息后入账'],
    materials: ['手机上查看无需材料', '到柜台打印带本人有效身份证件'],
    steps: ['在首页点“年度账单”', '选择年度，看结转、缴存、利息、提取和本息合计', '需要加盖印章的对账单，到柜台或自助终端打印'],
    timeLimit: '手机上即时显示；柜台当场打印',
    sample: '对账单列明：上年结转、本年缴存、本年提取、利息、本息合计',
  }),
  'loan-details': guide({
    who: '公积金贷款的借款人',
    conditions: [...signedIn, '名下有本中心发放的公积金贷款'],
    materials: ['无需材料'],
    steps: ['在首页点“我的贷款”', '查看剩余本金、利率、下期还款日和金额', '有逾期的，按提示尽快还款或拨打 12329'],
    timeLimit: atOnce,
  }),
  'repayment-plan': guide({
    who: '公积金贷款的借款人',
    conditions: [...signedIn, '名下有本中心发放的公积金贷款'],
    materials: ['无需材料'],
    steps: ['打开“我的贷款”', '按年展开，看每一期的本金、利息和剩余本金，已还的、逾期的、未到期的分开标明'],
    timeLimit: atOnce,
  }),
  'case-progress': guide({
    who: '在本应用提交过业务的人',
    conditions: signedIn,
    materials: ['无需材料'],
    steps: ['点底部“进度”', '点开一笔业务，查看走到哪一步、在谁手里、什么时候到期', '到账、未通过等结果会发通知'],
    timeLimit: '打开页面时自动更新',
  }),
  'policy-guides': guide({
    who: '任何人，不需要登录',
    conditions: ['无'],
    materials: ['无需材料'],
    steps: ['点底部“办理”', '按名称查找事项', '点开查看依据、条件、材料、步骤和时限'],
    timeLimit: '即时显示',
  }),
  'service-points': guide({
    who: '任何人，不需要登录',
    conditions: ['无'],
    materials: ['无需材料'],
    steps: ['拨打 12329 询问就近网点的地址、营业时间和排队情况', '办事前按事项指南备好材料'],
    timeLimit: '柜台工作日 8:30 至 17:30，以网点公告为准',
  }),
};
