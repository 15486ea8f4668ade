import { guide, TEN_DAYS } from './guide.ts';
import type { Guides } from './guide.ts';

const identity = '借款人及配偶有效身份证件';

/** 贷款. */
export const loanGuides: Guides = {
  'loan-estimate': guide({
    who: '任何人，不需要登录',
    conditions: ['按填写的数字和已公布的规则试算', '结果不是审批结论'],
    materials: ['无需材料'],
    steps: ['填写余额、月缴存额、房价和年限', '查看能贷多少、是哪一项限制了额度、规则出自哪里', '查看两种还款方式的还款计划'],
    timeLimit: '即时计算',
  }),
  'loan-pre-application': guide({
    who: '准备申请公积金贷款的购房人',
    conditions: ['申请前连续缴存满中心规定的月数', '购买自住住房，已付最低首付', '名下没有未结清的公积金贷款'],
    materials: [identity, '购房合同', '首付款凭证', '婚姻状况证明'],
    steps: ['先做额度试算', '预约后带材料到柜台预审', '预审通过后约定面签'],
    timeLimit: TEN_DAYS,
  }),
  'loan-signing': guide({
    who: '预审通过的借款人及共同借款人',
    conditions: ['所有借款人本人到场'],
    materials: [identity, '购房合同', '还款银行卡'],
    steps: ['拨打 12329 或到网点约定面签时间', '全体借款人到场签订借款合同和担保合同', '办妥抵押后放款'],
    timeLimit: TEN_DAYS,
  }),
  'prepayment-quote': guide({
    who: '公积金贷款的借款人',
    conditions: ['提前还款可以选择期限不变或月供不变'],
    materials: ['无需材料'],
    steps: ['在“我的贷款”查看剩余本金', '向柜台或 12329 询问提前还款后的月供和期限'],
    timeLimit: '当场答复',
  }),
  prepayment: guide({
    who: '公积金贷款的借款人',
    conditions: ['没有逾期', '部分还款的次数和起点金额按借款合同'],
    materials: ['借款人有效身份证件', '还款银行卡'],
    steps: ['预约后到柜台申请', '选择全部或部分还款，部分还款选择期限不变或月供不变', '按约定日期扣款'],
    timeLimit: '按借款合同约定，一般次日可查',
  }),
  'monthly-offset': guide({
    who: '公积金贷款的借款人及配偶',
    conditions: ['账户正常缴存', '贷款没有逾期'],
    materials: [identity, '借款合同'],
    steps: ['预约后到柜台签订冲还贷协议', '每月由账户余额直接抵还贷款', '变更或解约同样到柜台办理'],
    timeLimit: '签约后自下一个还款月起执行',
  }),
  'commercial-to-fund': guide({
    who: '有商业性住房贷款、想转为公积金贷款的职工',
    conditions: ['是否开办由各地规定', '商业贷款正常还款', '符合公积金贷款条件'],
    materials: ['无需材料'],
    steps: ['用“额度试算”看可以贷多少', '拨打 12329 确认本市是否开办商转公', '与商业贷款银行核对剩余本金'],
    timeLimit: TEN_DAYS,
  }),
};
