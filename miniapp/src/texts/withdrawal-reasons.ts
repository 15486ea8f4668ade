import type { Reason } from '@anju/shared/contract';
import type { MissingFact, WithdrawalReasonCode } from '@anju/shared/withdrawal';
import { dayText, monthText, yuanText } from './format.ts';

/** What stands in the way, what it means, and whether it will pass by itself or can be put right. */
export interface ReasonWords {
  readonly sentence: string;
  /** `wait`: time does it. `fix`: the person or a counter can put it right. `never`: this route is not theirs now. */
  readonly kind: 'wait' | 'fix' | 'never';
}
type Params = Readonly<Record<string, string | number>>;
type Word = (params: Params) => ReasonWords;

const wait = (sentence: string): ReasonWords => ({ sentence, kind: 'wait' });
const fix = (sentence: string): ReasonWords => ({ sentence, kind: 'fix' });
const never = (sentence: string): ReasonWords => ({ sentence, kind: 'never' });
const day = (params: Params, name: string): string => {
  const value = params[name];
  return typeof value === 'string' && value !== '' ? dayText(value, true) : '条件满足之日';
};
/** The first of a month is said as the month. */
const month = (params: Params, name: string): string => {
  const value = params[name];
  return typeof value === 'string' && value !== '' ? monthText(value.slice(0, 7)) : '条件满足之月';
};
const count = (params: Params, name: string): string => String(params[name] ?? '');
const money = (params: Params, name: string): string | null => {
  const value = params[name];
  return typeof value === 'number' ? yuanText(value) : null;
};

/** A co-borrower may not think of the loan as theirs: they are told why it is. */
const asCoBorrower = ({ role }: Params): string => (role === 'co-borrower' ? '您是共同借款人，' : '');

/** What no source told, as the counter asks for it. */
const MISSING: Readonly<Record<MissingFact, string>> = {
  'home-kind': '房屋的类型', 'down-payment': '首付款金额', permit: '建造许可或房屋鉴定', 'works-kind': '建造、翻建还是大修', cost: '费用凭证', grade: '房屋安全鉴定等级',
  'bought-on': '购房日期', certificate: '不动产权证', 'built-on': '房屋建成日期', area: '房屋面积', fee: '物业费发票', repaid: '商业贷款的还款明细', relation: '与业主的亲属关系',
  'completed-on': '电梯竣工日期', listed: '疾病诊断', 'paid-on': '医疗费用结算日期', retirement: '退休证', disability: '劳动能力鉴定', 'employment-ended': '终止劳动关系的证明',
  emigration: '出境定居的证明', death: '死亡证明', inheritance: '继承的证明',
};
const missing = (params: Params, name: string): string | undefined => (MISSING as Readonly<Record<string, string | undefined>>)[String(params[name] ?? '')];

const WORDS: Readonly<Record<WithdrawalReasonCode, Word>> = {
  'account-frozen': () => fix('账户已冻结，解除前不能提取。请与作出冻结的机关联系，也可以拨打 12329 询问'),
  'account-gone': () => never('这个账户已经转出或销户'),
  'account-state-unclear': () => fix('账户状态要到柜台核对，请拨打 12329'),
  'account-sealed': () => never('账户已封存，恢复缴存后可以办'),
  'nothing-to-withdraw': (p) => {
    const stay = money(p, 'mustStayFen');
    return wait(stay === null || stay.startsWith('0.00') ? '账户里暂时没有可提取的余额' : `账户里要保留 ${stay}，暂时没有多余的可提取`);
  },
  'transfer-running': () => wait('公积金正在异地转移，转移办结后可以办'),
  'contribution-pending': () => wait('有一笔缴存还没入账，入账后可以销户提取'),
  'name-differs': () => fix('中心登记的姓名与证件不完全一致，请先带证件到柜台更正'),
  'mobile-differs': () => fix('中心登记的手机号不是现在这个，请先带证件到柜台更新'),
  'case-running': () => wait('您还有一件提取正在办理，办结后可以再办'),
  'before-next-date': (p) => {
    // The core tells the day alone: how long its interval is, is then not known.
    const why = Number(p['months'] ?? 0) > 0 ? `离上次提取不满\u00a0${count(p, 'months')}\u00a0个月` : '上次提取后还没到时间';
    return wait(`${why}，${day(p, 'date')}起${p['alsoRepaid'] === 1 ? '有新的还款就' : ''}可以办`);
  },
  'card-missing': () => fix('中心没有可用的本人一类银行卡，请先登记收款卡'),
  locked: () => fix('您给账户上了提取锁，解锁后可以办'),
  barred: (p) => wait(`因虚假提取或骗贷被限制，${day(p, 'date')}起可以办`),
  'no-fund-loan': () => never('您没有公积金贷款'),
  'fund-loan-first': (p) => never(`${asCoBorrower(p)}公积金贷款还清前，提取只能用于还这笔贷款`),
  'loan-in-arrears': (p) => fix(`${asCoBorrower(p)}贷款有 ${count(p, 'periods')} 期逾期，还清后可以办`),
  'nothing-repaid': () => wait('上次提取以后还没有新的还款，下次还款后可以办'),
  'no-commercial-loan': () => never('您没有商业性住房贷款'),
  'bank-loan-in-arrears': (p) => fix(`商业贷款有 ${count(p, 'periods')} 期逾期，还清后可以办`),
  'period-taken': (p) => wait(`${day(p, 'from')}至${day(p, 'to')}已经${p['route'] === 'rent' ? '按租房' : '按还贷'}提取过，同一个月租房和还贷只能提一项${p['date'] === undefined ? '' : `，${day(p, 'date')}起可以办`}`),
  'owns-home': () => never('本市登记有住房，不能按租房提取'),
  'home-unknown': () => fix('暂时查不到本市住房登记，请带身份证到柜台办'),
  'contributions-too-short': (p) => wait(`连续缴存满 ${count(p, 'needed')} 个月可以办，您已满 ${count(p, 'months')} 个月`),
  'contract-mismatch': () => fix('购房合同上的买受人不是您，请核对合同编号'),
  'contract-not-found': () => fix('没有查到这份购房合同，请核对合同编号'),
  'home-already-used': () => never('这套房子已经提取过，一套房只能提取一次'),
  'home-used-elsewhere': () => never('这套房子已经在其他城市的公积金中心提取过'),
  'outside-window': (p) => never(p['date'] === undefined ? '购房时间不在可以提取的期限内' : `可以提取的期限到${day(p, 'date')}为止，已经过了`),
  'proof-too-new': (p) => wait(`不动产权证满 ${count(p, 'months')} 个月可以办，${day(p, 'date')}起`),
  'home-too-new': (p) => wait(`房龄还不够，${day(p, 'date')}起可以办`),
  'not-dangerous': () => never('大修要房屋安全鉴定为 C 级或 D 级'),
  'rent-within-income': (p) => wait(`房租没有超过家庭工资收入的规定比例，${day(p, 'date')}起不再看这一条`),
  'contribution-unknown': () => fix('暂时查不到您的月缴存额，算不出能提多少，请稍后再看'),
  'year-used': (p) => wait(`今年的额度已经提完，${day(p, 'date')}起可以再办`),
  'nothing-left': () => never('能提的额度已经提完，家里人提的也算在内'),
  'relation-not-covered': () => never('按本市规定，您与业主的关系不在可以提取的范围内'),
  'illness-not-listed': () => never('这种病不在本市可以提取的病种里'),
  'not-sealed': () => never('账户正常缴存，离职封存满 6 个月后才能按离职提取'),
  'sealed-too-short': (p) => wait(`账户封存满 ${count(p, 'months')} 个月可以办，${day(p, 'date')}起`),
  'household-local': () => never('本市户籍的职工离职后不能销户提取，账户余额照常计息'),
  'household-unknown': () => fix('中心没有您的户籍登记，请带户口簿到柜台补登'),
  'not-yet-retired': (p) => wait(`${month(p, 'date')}到法定退休年龄，到时可以办`),
  'retirement-category-unknown': (p) => wait(`按 50 岁算从${month(p, 'earliest')}起，按 55 岁算从${month(p, 'latest')}起；办了退休手续，可以带退休证到柜台办`),
  'birth-date-unknown': () => fix('中心没有您的出生日期，请带身份证到柜台补登'),
  're-employed': () => never('您已经重新就业缴存，不能按离职提取'),
  'account-elsewhere': () => fix('您在其他城市还有公积金账户，请先办理转移'),
  'source-mismatch': (p) => fix(`${missing(p, 'what') ?? '证明材料'}与登记的不一致，请带原件到柜台核对`),
  'source-not-found': (p) => fix(`没有查到${missing(p, 'what') ?? '证明材料'}，请带原件到柜台核对`),
  'proof-needed': (p) => {
    const what = missing(p, 'missing');
    return fix(what === undefined ? '要核对原件，请带材料到柜台办' : `${what}还没有查到，请带材料到柜台办`);
  },
  'not-offered': () => never('本市没有这项提取'),
  'ground-not-yet': (p) => wait(`国家规定${day(p, 'date')}起才可以为这件事提取`),
  'route-paused': () => wait('本市暂停受理这项提取，恢复时间以中心公告为准'),
  'rule-unknown': () => never('这项规定还没有查到公开依据，请拨打 12329 询问'),
};

/** What the core itself says no with, beyond the rules the phone knows. */
const CORE_WORDS: Readonly<Record<string, Word>> = {
  'core-words': (p) => fix(typeof p['text'] === 'string' && p['text'] !== '' ? p['text'] : '中心没有写明原因，请拨打 12329 询问'),
  'amount-above-balance': () => fix('金额超过了账户余额，请改小后重新申请'),
  'must-stay': () => fix('提取后账户里剩得太少，请改小金额后重新申请'),
  'amount-above-maximum': (p) => {
    const most = money(p, 'maxFen');
    return fix(most === null ? '金额超过了本次最多可提的数额，请改小后重新申请' : `本次最多可提 ${most}，请改小后重新申请`);
  },
  'reason-not-allowed': () => never('您的账户不能按这个理由提取'),
  'material-missing': () => fix('材料没有收齐，请重新上传后再申请'),
  'contract-missing': () => fix('缺少购房合同编号，请补填后重新申请'),
  'person-not-found': () => fix('中心没有查到您的登记，请带身份证到柜台核对'),
  'correct-first': () => fix('中心登记的信息要先更正，请带身份证到柜台办理'),
  'account-not-found': () => fix('中心没有查到这个账户，请拨打 12329 询问'),
  'account-state': () => fix('账户现在的状态不能提取，请拨打 12329 询问'),
  'closing-amount': (p) => {
    const whole = money(p, 'maxFen');
    return fix(whole === null ? '销户提取要提出全部余额，请改成全部余额后重新提交' : `销户提取要提出全部余额 ${whole}，请改好后重新提交`);
  },
  'amount-not-proven': () => fix('申请的金额和发票或合同对不上，请改成材料上的金额'),
  'card-not-own-class-one': () => fix('这张卡不是您本人的一类卡，或已经停用，请换一张'),
  'card-wrong': () => fix('卡号不对，或这家银行暂时不能收款，请换一张卡'),
  'payment-returned': () => fix('银行退回了这笔款，请换一张本人名下的一类卡'),
  'escrow-unknown': () => fix('监管账户没有查到，请对照购房合同核对账号'),
  'no-loan': () => never('您没有公积金贷款'),
  'reason-must-be-repayment': () => fix('公积金贷款还清前，提取只能用于还这笔贷款'),
  'material-unreadable': () => fix('材料看不清，请重新拍一张清楚的'),
  'material-wrong': () => fix('材料不是您的，或不是这件事的，请换成对的那一份'),
  'answer-missing': () => fix('还缺一项内容，请补填后重新提交'),
  'standing-exists': () => never('已经签过这项约，同一种只能签一份'),
  'bank-not-contracted': () => never('您的贷款银行没有和公积金中心签约，每次还款后可以自己来申请提取'),
  'borrower-signs': () => never('冲还贷由借款人签约；您作为共同借款人，可以自己申请提取来还这笔贷款'),
  'standing-unknown': () => fix('这项签约刚刚有变化，请返回后再看'),
  'standing-skips-full': (p) => wait(`前面已经跳过\u00a0${count(p, 'count')}\u00a0次，不能再多跳过；其中一次过去以后可以再跳过，也可以先暂停`),
  rejected: () => fix('中心没有受理，原因请拨打 12329 询问'),
};

/** The words of a reason. A code this version does not know still leads somewhere: 12329. */
export function reasonWords(reason: Reason): ReasonWords {
  const word = (WORDS as Readonly<Record<string, Word | undefined>>)[reason.code] ?? CORE_WORDS[reason.code];
  return word === undefined ? fix('暂时不能办，原因请拨打 12329 询问') : word(reason.params ?? {});
}

/** Reasons as they are told: two that time alone does away with are one, by the later day, so that they do not contradict each other. */
export function toldReasons(reasons: readonly Reason[]): readonly Reason[] {
  const dated = reasons.find((one) => one.code === 'before-next-date');
  if (dated === undefined || !reasons.some((one) => one.code === 'nothing-repaid')) return reasons;
  return [{ ...dated, params: { ...dated.params, alsoRepaid: 1 } }, ...reasons.filter((one) => one !== dated && one.code !== 'nothing-repaid')];
}

/** The same, as one sentence. */
export const reasonSentence = (reason: Reason): string => reasonWords(reason).sentence;
