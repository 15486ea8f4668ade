import { guide, TEN_DAYS } from './guide.ts';
import type { Guides } from './guide.ts';

const identity = '借款人及配偶有效身份证件';

/** 贷款. */
export const loanGuides: Guides = {
  'loan-estimate': guide({
    who: '任何人，不需要登录',
    conditions: ['按填写的数字和已公布的规则试算', '结果不是审批结论'],
    materials: ['无需材料'],
    steps: ['选城市，填余额、月缴存、连续缴存月数、出生日期、性别和房价', '查看能贷多少、是哪一项限制了额度、规则出自哪里、怎样能多贷', '查看两种还款方式的还款计划，需要时再算组合贷款'],
    timeLimit: '即时计算',
  }),
  'loan-pre-application': guide({
    who: '准备申请公积金贷款的购房人',
    conditions: ['申请前连续缴存满中心规定的月数', '购买自住住房，已付最低首付', '名下没有未结清的公积金贷款'],
    materials: ['预受理不用上传材料，凭购房合同编号核对', '面签时带：借款人及配偶有效身份证件、购房合同、首付款凭证'],
    steps: ['用账户数据预审，看能贷多少', '和配偶一起的，请配偶在自己的手机上确认；收到邀请的，登录后在这里输入邀请码', '填购房合同编号，核对后刷脸提交', '审批通过后在手机上约面签'],
    timeLimit: TEN_DAYS,
  }),
  'loan-signing': guide({
    who: '预审通过的借款人及共同借款人',
    conditions: ['所有借款人本人到场'],
    materials: [identity, '购房合同', '还款银行卡'],
    steps: ['预受理通过后，在“进度”里选网点和时间', '全体借款人按时到银行或中心柜台，当面签订借款合同和担保合同', '办妥抵押登记后放款'],
    timeLimit: TEN_DAYS,
  }),
  'prepayment-quote': guide({
    who: '公积金贷款的借款人',
    conditions: ['提前还款可以选择期限不变或月供不变'],
    materials: ['无需材料'],
    steps: ['打开“我的贷款”，选提前还款试算', '填想还的金额，比较缩短年限和减少月供：省多少利息、月供多少、还到哪天'],
    timeLimit: '即时计算',
  }),
  prepayment: guide({
    who: '公积金贷款的借款人',
    conditions: ['没有逾期', '部分还款的次数和起点金额按借款合同'],
    materials: ['不用上传材料，从登记的本人一类银行卡扣款'],
    steps: ['先做提前还款试算，选全部还清或还一部分', '核对扣款银行卡和金额，刷脸确认', '扣款后还入贷款，新的还款计划即时生效'],
    timeLimit: '扣款成功当天还入贷款',
  }),
  'monthly-offset': guide({
    who: '公积金贷款的借款人及配偶',
    conditions: ['账户正常缴存', '贷款没有逾期'],
    materials: [identity, '借款合同'],
    steps: ['预约后到柜台签订冲还贷协议', '每月由账户余额直接抵还贷款', '变更或解约同样到柜台办理'],
    timeLimit: '签约后自下一个还款月起执行',
  }),
  'commercial-to-fund': guide({
    who: '任何人，不需要登录',
    conditions: ['测算不是审批结论', '是否开办、要什么条件由各地规定', '商业贷款正常还款，符合公积金贷款条件'],
    materials: ['无需材料'],
    steps: ['先用贷款测算看公积金能贷多少', '填商业贷款还剩多少、还要还几个月、利率多少', '看转换前后每月还多少、一共省多少利息', '拨打 12329 确认本市是否开办'],
    timeLimit: '即时计算',
  }),
};
