import type { FieldKind } from '@anju/shared/contract';

/** The words of one question. A new field needs nothing but its words here. */
export interface FieldWords {
  /** The screen's heading. */
  readonly question: string;
  /** Over the field, and its line on the confirm page. */
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  /** Behind a figure. */
  readonly unit?: string;
  /** Said when it is left empty. */
  readonly empty?: string;
  readonly choices?: Readonly<Record<string, { readonly label: string; readonly note?: string }>>;
  /** The first choice counts until another is chosen: it stands there as chosen. */
  readonly firstChosen?: boolean;
  /** Of a paper: what the picture must show. */
  readonly shows?: readonly string[];
  /** How it is answered, where only its name is known: a case that asks for one thing again. */
  readonly kind?: FieldKind;
}

const SHARP = '四个角都在画面里，字能看清，不反光';
const paper = (label: string, help: string, ...shows: readonly string[]): FieldWords => ({ question: `请上传${label}`, label, help, shows: [...shows, SHARP], empty: `请上传${label}`, kind: 'file' });

const ANSWERS: Readonly<Record<string, FieldWords>> = {
  contractNumber: { question: '购房合同编号是多少？', label: '购房合同编号', help: '在合同封面或首页右上角，例如 XM-2026-00123', empty: '请填购房合同编号', kind: 'text' },
  registeredHome: { question: '这次为哪一套房子提取？', label: '房子', help: '您名下登记的房子不止一套，已先选好第一套；要换就点另一套', kind: 'choice', firstChosen: true },
  homeCity: {
    question: '房子在哪里？', label: '房子所在地', empty: '请选房子在本市还是外地', kind: 'choice',
    choices: { local: { label: '本市', note: '与不动产登记核对一致，当场办结' }, elsewhere: { label: '外地', note: '外地房源要人工核对，一般\u00a03\u00a0个工作日内办结' } },
  },
  escrowAccount: { question: '首付款监管账户是多少？', label: '首付款监管账户', help: '在购房合同或开发商给的缴款通知上，只有数字', empty: '请填监管账户', kind: 'text' },
  homeKind: {
    question: '房子是哪一种？', label: '房屋类型', empty: '请选房屋类型', kind: 'choice',
    choices: { new: { label: '新建商品房' }, 'second-hand': { label: '二手房' }, affordable: { label: '保障性住房', note: '经济适用房、限价房、共有产权房等' } },
  },
  ownsHome: {
    question: '您和配偶在本市有自己的住房吗？', label: '本市住房', empty: '请选有没有住房', kind: 'choice',
    choices: { no: { label: '没有' }, yes: { label: '有', note: '本市有住房的，不能按租房提取' } },
  },
  household: {
    question: '您的户口在哪里？', label: '户籍', help: '看户口簿首页的住址', empty: '请选户口在哪里', kind: 'choice',
    choices: { local: { label: '本市' }, elsewhere: { label: '外地' } },
  },
  cost: { question: '一共花了多少？', label: '费用金额', help: '按发票或合同上的总额填', unit: '元', empty: '请填费用金额', kind: 'amount' },
  completedOn: { question: '电梯是哪一天竣工的？', label: '竣工日期', help: '在竣工验收单上', empty: '请填竣工日期', kind: 'date' },
  relation: {
    question: '您与房屋业主是什么关系？', label: '与业主的关系', empty: '请选与业主的关系', kind: 'choice',
    choices: { owner: { label: '业主是我本人' }, spouse: { label: '业主是我的配偶' }, child: { label: '我是业主的子女' }, parent: { label: '我是业主的父母' }, other: { label: '其他亲属' } },
  },
  downPayment: { question: '首付款是多少？', label: '首付款', help: '按购房合同上写的填', unit: '元', empty: '请填首付款', kind: 'amount' },
  worksKind: {
    question: '是建房、翻建还是大修？', label: '工程类型', empty: '请选工程类型', kind: 'choice',
    choices: { build: { label: '新建', note: '在批准的宅基地或建设用地上建房' }, rebuild: { label: '翻建', note: '拆掉旧房，在原地重建' }, overhaul: { label: '大修', note: '房屋鉴定为\u00a0C\u00a0级或\u00a0D\u00a0级，加固修缮' } },
  },
  grade: {
    question: '房屋鉴定是几级？', label: '鉴定等级', help: '在房屋安全鉴定报告的结论里', empty: '请选鉴定等级', kind: 'choice',
    choices: { A: { label: 'A 级' }, B: { label: 'B 级' }, C: { label: 'C 级' }, D: { label: 'D 级' } },
  },
  repaidAmount: { question: '最近 12 个月还了多少？', label: '已还本息', help: '本金和利息加起来，以银行还款明细为准', unit: '元', empty: '请填已还本息', kind: 'amount' },
  retirementCategory: {
    question: '您按哪一种年龄退休？', label: '退休类别', help: '不清楚的，问一下单位人事', empty: '请选退休类别', kind: 'choice',
    choices: { F50: { label: '女职工，一般岗位', note: '原来 50 岁退休' }, F55: { label: '女职工，管理或技术岗位', note: '原来 55 岁退休' } },
  },
  certificateOn: { question: '不动产权证是哪一天发的？', label: '发证日期', help: '在不动产权证的第一页', empty: '请填发证日期', kind: 'date' },
  builtOn: { question: '房子是哪一年建成的？', label: '建成日期', help: '在不动产权证的附记里', empty: '请填建成日期', kind: 'date' },
  area: { question: '房子建筑面积是多少？', label: '建筑面积', help: '按不动产权证上写的填，可以带两位小数', unit: '平方米', empty: '请填建筑面积', kind: 'number' },
  paidOn: { question: '医疗费是哪一天结算的？', label: '结算日期', help: '医保结算单上的日期', empty: '请填结算日期', kind: 'date' },
};

const PAPERS: Readonly<Record<string, FieldWords>> = {
  paymentVoucher: paper('付款凭证', '首付款发票、收据或银行转账回单，一份就够', '付款人是您或配偶', '金额、日期和收款方'),
  contract: paper('购房合同', '封面、写着姓名和房价的页、签字盖章的页', '买受人姓名', '合同编号、总价和首付款', '监管账户', '签字或盖章'),
  certificate: paper('不动产权证', '写着权利人、面积和发证日期的那一页', '权利人姓名', '坐落、面积和发证日期'),
  invoice: paper('发票', '电子发票的 PDF 最好，也可以拍纸质发票', '购买方姓名', '金额、日期和发票号码'),
  permit: paper('建房批准文件', '建设工程规划许可证、村镇建房批文；大修的，房屋安全鉴定报告', '您或家人的姓名', '地址、日期和公章', '鉴定报告还要看得清等级'),
  gradeReport: paper('房屋安全鉴定报告', '封面和写着结论的那一页', '房屋地址', '鉴定等级和鉴定机构的公章'),
  noHomeProof: paper('无房证明', '不动产登记机构开的住房查询结果', '您和配偶的姓名', '查询结果、日期和公章'),
  loanContract: paper('借款合同', '写着借款人、银行和金额的页，签字盖章的页', '借款人姓名', '银行和借款金额', '签字或盖章'),
  repaymentRecord: paper('银行还款明细', '银行打印或手机银行导出的最近 12 个月明细', '借款人姓名', '每月还的本金和利息', '银行盖章或电子章'),
  liftAgreement: paper('加装电梯协议', '写着各户分摊的页和竣工验收的页', '您家的门牌号和分摊金额', '竣工日期', '签字或盖章'),
  diagnosis: paper('诊断证明', '医院开的诊断证明或出院小结', '病人姓名和病名', '医生签字和医院公章'),
  settlement: paper('医保结算单', '医保中心或医院打印的结算单', '病人姓名', '个人支付的合计和结算日期'),
  retirementCertificate: paper('退休证', '写着姓名和退休日期的那一页；还没有的，用社保部门的审批表', '您的姓名', '退休日期和公章'),
  householdBook: paper('户口簿', '首页和您本人的那一页', '户别和地址', '您的姓名'),
  emigrationProof: paper('出境定居证明', '户口注销证明，或境外永久居留证件', '您的姓名', '日期和公章'),
  proof: paper('证明材料', '能证明这件事的原件', '您的姓名', '日期和公章'),
};

const ALL: Readonly<Record<string, FieldWords>> = { ...ANSWERS, ...PAPERS };

const GENERIC: Readonly<Record<FieldKind, FieldWords>> = {
  text: { question: '还差一项内容', label: '补充内容', empty: '请填这一项' },
  choice: { question: '请选一项', label: '选择', empty: '请选一项' },
  amount: { question: '金额是多少？', label: '金额', unit: '元', empty: '请填金额' },
  date: { question: '是哪一天？', label: '日期', empty: '请填日期' },
  number: { question: '数目是多少？', label: '数目', empty: '请填数目' },
  file: paper('证明材料', '能证明这件事的原件', '您的姓名', '日期和公章'),
};

/** The words of a field; one this version does not know is asked for by its kind. */
export function fieldWords(name: string, kind: FieldKind = 'text'): FieldWords {
  return ALL[name] ?? GENERIC[kind];
}

/** How a field is answered where only its name is known. */
export const kindOfField = (name: string): FieldKind => fieldWords(name).kind ?? 'text';

/** What is wrong with what was given, one sentence each. */
export const faultTexts = {
  tooLong: (most: number) => `最多 ${most} 个字，请写短一点`,
  tooShort: (least: number) => `至少 ${least} 个字，请核对`,
  pattern: '有不该有的字，请对照原件核对',
  choose: '请选一项',
  amountLeast: (least: string) => `不能少于 ${least}，请核对`,
  amountMost: (most: string) => `不能超过 ${most}，请核对`,
  notADay: '请填八位数字的日期，例如 20260318',
  future: '这一天还没有到，请核对日期',
  tooEarly: '这一天太早了，请核对日期',
  numberLeast: (least: string) => `不能少于 ${least}，请核对`,
  numberMost: (most: string) => `不能超过 ${most}，请核对`,
  notANumber: '请填数字，例如 89.5',
  whole: '请填整数',
  decimals: (most: number) => `最多填 ${most} 位小数`,
} as const;
