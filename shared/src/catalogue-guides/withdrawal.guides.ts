import { guide, THREE_DAYS } from './guide.ts';
import type { Guides } from './guide.ts';

const owner = '账户本人';
const usable = '账户正常或封存，没有被冻结，没有正在办理的其他提取';
const card = '本人名下的一类银行卡';
const identity = '本人有效身份证件';
/** 建金〔2015〕19号 and what centres' cores enforce: a month pays one of the two. */
const rentOrLoan = '同一个月租房和还贷只能提一项';
const toCard = '款项只付到本人的一类银行卡';
const confirm = '核对金额和收款卡，刷脸确认后提交';
/** Where it is done, for what is taken online. */
const online = (title: string): string => `在“办理”选“${title}”`;
/** Papers only where a source is silent. */
const onlyWithout = (papers: string): string => `中心能查到的不需要材料；查不到时上传${papers}（照片或 PDF，不超过 10 MB）`;
const fillIn = (what: string): string => `中心查到的不用填；查不到的，填写${what}并上传材料`;
const AT_ONCE_OR = `中心都能查到的当即办结；其余${THREE_DAYS}`;

/** 提取：买房、建房、装修、首付、电梯、物业费. */
export const homeWithdrawalGuides: Guides = {
  purchase: guide({
    who: owner,
    conditions: ['购买自住住房，合同在提取期限内', '提取总额不超过已付的房款，贷款购房的不超过首付款', '同一套住房在同一时期只能在一个中心提取', usable],
    materials: ['购房合同编号，中心已有的不用填', '一张付款凭证（照片或 PDF，不超过 10 MB）'],
    steps: [online('购房提取'), '填写购房合同编号（中心已有的不用填），上传付款凭证', confirm, '本市房产信息核对一致的当即办结；外地购房或暂时核对不到的，由工作人员审核'],
    timeLimit: `本市核对一致的当即办结；其余${THREE_DAYS}`,
    sample: '合同编号照合同封面填写；付款凭证写明付款人、金额和日期',
  }),
  'down-payment': guide({
    who: '购房人本人，已签订认购书或网签合同',
    conditions: ['提取金额不超过应付首付款', '款项付到预售资金监管账户，不付到个人银行卡', usable],
    materials: [onlyWithout('写明监管账户的购房合同')],
    steps: [online('首付款提取'), fillIn('房屋类型、首付款和监管账户'), '核对金额，刷脸确认后提交', '中心把款项付到监管账户'],
    timeLimit: AT_ONCE_OR,
  }),
  'build-or-repair': guide({
    who: '住房的产权人',
    conditions: ['建造、翻建需有规划或乡村建设许可', '大修需有房屋安全鉴定结论', '提取总额不超过实际费用', usable],
    materials: [onlyWithout('建设许可或房屋安全鉴定报告、费用发票')],
    steps: [online('建房修房提取'), fillIn('工程类型和费用'), confirm, toCard],
    timeLimit: AT_ONCE_OR,
  }),
  renovation: guide({
    who: '自住住房的产权人',
    conditions: ['住房为自住', '金额按面积和中心公布的单价、上限计算', '每套住房的次数和期限按中心公布的规定', usable],
    materials: [onlyWithout('不动产权证；按费用提取的，还有装修发票')],
    steps: [online('装修提取'), fillIn('发证日期和面积'), confirm, toCard],
    timeLimit: AT_ONCE_OR,
  }),
  'property-fee': guide({
    who: '自住住房的产权人，所在城市已开办这一事项的',
    conditions: ['条例已把支付自住住房物业费列为提取情形', '是否开办、每年限额由各地规定'],
    materials: [onlyWithout('物业费发票')],
    steps: ['在“办理”查看本市是否开办', '已开办的选“物业费提取”', fillIn('已交的物业费'), confirm, toCard],
    timeLimit: AT_ONCE_OR,
  }),
  lift: guide({
    who: '既有住宅加装电梯的业主本人及其配偶、子女（以中心规定为准）',
    conditions: ['加装项目已备案', '提取金额不超过扣除补贴后本户分摊的费用', usable],
    materials: [onlyWithout('加装电梯协议、缴款发票')],
    steps: [online('加装电梯提取'), fillIn('与业主的关系和本户分摊的费用'), confirm, toCard],
    timeLimit: AT_ONCE_OR,
  }),
};

/** 提取：租房、还贷、大病. */
export const livingWithdrawalGuides: Guides = {
  rent: guide({
    basis: '建金〔2015〕19号',
    who: '在缴存城市没有自有住房的职工本人',
    conditions: ['连续足额缴存满 3 个月', '本人及配偶在缴存城市没有自有住房', '按中心公布的限额提取', rentOrLoan, usable],
    materials: ['按限额提取的不需要租赁合同；按实际租金提取的，租赁合同要先备案', onlyWithout('无房证明')],
    steps: [online('租房提取'), '中心核对房产信息和租赁备案', confirm, toCard],
    timeLimit: AT_ONCE_OR,
  }),
  'repay-fund-loan': guide({
    who: '有本中心公积金贷款的借款人、共同借款人',
    conditions: ['贷款没有逾期', '两次提取的间隔按中心规定（厦门满 12 个月）', '金额不超过上次提取以来已还的本息（最多 12 个月），也不超过余额减去应留金额', rentOrLoan, usable],
    materials: ['无需材料，账户、贷款和银行卡由中心系统提供'],
    steps: ['在首页点建议的金额，或在“办理”选“偿还公积金贷款”', '核对金额和收款卡', '刷脸确认后提交，当即办结', toCard],
    timeLimit: '当即办结',
  }),
  'repay-commercial-loan': guide({
    who: '有商业性住房贷款的借款人',
    conditions: ['贷款用于购买自住住房，正常还款', '两次提取的间隔按中心规定（厦门满 12 个月）', '金额不超过近 12 个月已还的本息', rentOrLoan, usable],
    materials: ['与中心签约的银行不需要材料', '其他银行上传还款明细；查不到贷款的，还要上传借款合同'],
    steps: [online('偿还商业贷款'), '中心核对贷款和已还的本息', confirm, toCard],
    timeLimit: `签约银行的贷款当即办结；其余${THREE_DAYS}`,
  }),
  illness: guide({
    who: '本人或家庭成员患重大疾病的职工',
    conditions: ['病种和年限按中心规定', '提取金额不超过个人承担的医疗费用', usable],
    materials: [onlyWithout('诊断证明、医保结算单')],
    steps: [online('重大疾病提取'), fillIn('自己承担的费用和结算日期'), confirm, toCard],
    timeLimit: AT_ONCE_OR,
  }),
};

/** 提取：销户. */
export const closingWithdrawalGuides: Guides = {
  retirement: guide({
    basis: '《国务院关于渐进式延迟法定退休年龄的办法》（国发〔2024〕18号）',
    who: '达到法定退休年龄或已办理离退休的职工本人',
    conditions: ['达到法定退休年龄的按年龄核对；提前退休的按人社部门的退休信息核对，还查不到的凭退休证到柜台办理', '名下没有未结清的公积金贷款', '提取全部余额和利息，账户同时注销'],
    materials: ['按年龄或退休信息核对的不需要材料；女职工要看岗位类别、中心查不到的，上传退休证或审批表（照片或 PDF，不超过 10 MB）'],
    steps: ['在“办理”查看从哪一天起可以提取', '到期后选“退休提取”', confirm, toCard],
    timeLimit: AT_ONCE_OR,
  }),
  disability: guide({
    who: '完全丧失劳动能力并与单位终止劳动关系的职工',
    conditions: ['经劳动能力鉴定', '已与单位终止劳动关系', '提取全部余额和利息，账户同时注销'],
    materials: [identity, '劳动能力鉴定结论', '终止劳动关系证明', card],
    steps: ['备齐鉴定结论和终止证明', '预约后到柜台办理，行动不便的可预约上门', toCard],
    timeLimit: THREE_DAYS,
  }),
  'leave-job': guide({
    who: '与单位终止劳动关系、账户已封存的职工',
    conditions: ['账户封存满 6 个月，其间没有重新缴存', '户籍要求按中心规定（厦门限非本市户籍）', '名下没有未结清的公积金贷款', '提取全部余额和利息，账户同时注销'],
    materials: [onlyWithout('户口簿')],
    steps: ['在“办理”查看封存起始日和可以提取的日期', '到期后选“离职提取”', confirm, toCard],
    timeLimit: AT_ONCE_OR,
  }),
  emigration: guide({
    who: '出境定居的职工本人',
    conditions: ['已取得出境定居许可', '提取全部余额和利息，账户同时注销'],
    materials: [onlyWithout('户籍注销证明或定居签证')],
    steps: [online('出境定居提取'), '查不到出境定居记录的，上传证明', confirm, toCard],
    timeLimit: AT_ONCE_OR,
  }),
  death: guide({
    who: '职工死亡或被宣告死亡后的继承人、受遗赠人',
    conditions: ['继承关系清楚', '提取全部余额和利息，账户同时注销', '不能在网上代办'],
    materials: ['死亡证明', '继承公证书、判决书，或小额余额的承诺书', '申请人有效身份证件', '申请人本人的一类银行卡'],
    steps: ['拨打 12329 问清所需的继承材料', '预约后由继承人到柜台办理'],
    timeLimit: THREE_DAYS,
  }),
};
