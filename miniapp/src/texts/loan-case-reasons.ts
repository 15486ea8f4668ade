import type { Reason } from '@anju/shared/contract';
import { yuanText } from './format.ts';
import { reasonSentence } from './withdrawal-reasons.ts';

type Params = Readonly<Record<string, string | number>>;

/** Where the way out of a reason begins. */
export type WayOut = 'phone' | 'my-loan' | 'entries' | 'card' | 'household' | 'case' | null;
export interface LoanReasonWords {
  readonly sentence: string;
  readonly way: WayOut;
}
type Word = (params: Params) => LoanReasonWords;

const said = (sentence: string, way: WayOut = 'phone'): Word => () => ({ sentence, way });
const money = (params: Params, name: string): string | null => (typeof params[name] === 'number' ? yuanText(params[name]) : null);
const count = (params: Params, name: string): string | null => (params[name] === undefined ? null : String(params[name]));

/** What stands in the way of a loan or a prepayment, and how it is put right. */
const WORDS: Readonly<Record<string, Word>> = {
  'account-frozen': said('账户已冻结，解除前不能申请贷款。请与作出冻结的机关联系，也可以拨打 12329 询问。'),
  'account-state': said('账户不是正常缴存状态，恢复缴存后可以申请。'),
  'account-sealed': said('账户已封存，恢复缴存后可以申请。'),
  'account-gone': said('这个账户已经转出或销户，不能申请贷款。'),
  'account-state-unclear': said('账户状态要到柜台核对，请拨打 12329。'),
  'account-not-found': said('没有查到您的公积金账户，请拨打 12329 核对。'),
  'name-differs': said('中心登记的姓名与证件不完全一致，请先带证件到柜台更正。'),
  'mobile-differs': said('中心登记的手机号不是现在这个，请先带证件到柜台更新。'),
  'correct-first': said('中心登记的姓名或手机号与现在的不一致，请先带证件到柜台更正。'),
  'contribution-months': (p) => {
    const [months, needed] = [count(p, 'months'), count(p, 'needed')];
    return { sentence: needed === null || months === null ? '连续缴存的月数还不够，缴满后可以申请。' : `连续缴存满 ${needed} 个月可以申请，您已满 ${months} 个月。`, way: 'entries' };
  },
  'contributions-too-short': (p) => (WORDS['contribution-months'] as Word)(p),
  'loan-in-arrears': (p) => {
    const periods = count(p, 'periods');
    return { sentence: periods === null ? '名下的贷款有逾期，还清逾期后可以申请。' : `名下的贷款有 ${periods} 期逾期，还清逾期后可以申请。`, way: 'my-loan' };
  },
  'loan-running': said('您还有一笔没有还清的公积金贷款，还清后可以再申请。', 'my-loan'),
  'loan-count': (p) => ({ sentence: `您家已经用过 ${count(p, 'most') ?? '规定次数的'}${count(p, 'most') === null ? '' : ' 次'}公积金贷款，不能再申请。`, way: 'phone' }),
  'partner-ineligible': said('配偶那边有一项还不符合条件，请配偶在自己的手机上打开预审查看。', 'household'),
  'own-ineligible': said('您这边有一项还不符合条件，请打开贷款预审查看。'),
  'applicant-only': said('这件业务由申请人办理，您是共同借款人，可以查看进度。', 'case'),
  'birth-date-unknown': said('中心没有您的出生日期或性别，请带身份证到柜台补登。'),
  'case-running': said('您已有一件贷款业务正在办理，请先看它的进度。', 'case'),
  'loan-case-running': said('您已有一件贷款业务正在办理，请先看它的进度。', 'case'),
  'contract-missing': said('缺少购房合同编号，请补填后再提交。', null),
  'house-not-confirmed': said('不动产登记没有确认这份购房合同是您的，请核对合同编号。', null),
  'amount-above-limit': (p) => {
    const most = money(p, 'maxFen') ?? money(p, 'limitFen');
    return { sentence: most === null ? '金额超过了可以贷的额度，请改小后再提交。' : `最多可以贷 ${most}，请改小后再提交。`, way: null };
  },
  'partner-not-married': said('没有查到两位的婚姻登记，不能一起申请。登记有误的请到柜台核对。', 'household'),
  'term-too-long': (p) => ({ sentence: `年限超过了可以贷的最长年限${count(p, 'months') === null ? '' : `（${count(p, 'months')} 个月）`}，请改短后再提交。`, way: null }),
  'prepayment-below-least': said('提前还款的金额低于最少的数额，请改大后再提交。', null),
  'no-loan': said('没有查到这笔公积金贷款。'),
  'card-not-own-class-one': said('这张银行卡不是您本人的一类卡，请换一张。', 'card'),
  'card-missing': said('中心没有可用的本人一类银行卡，请先登记银行卡。', 'card'),
  'amount-above-balance': said('金额超过了贷款的剩余本金，请改小后再提交。', null),
};

/** The words of a reason in a matter of the loan. A code that only withdrawals know keeps its words; an unknown one leads to 12329. */
export function loanReasonWords(reason: Reason): LoanReasonWords {
  const word = WORDS[reason.code];
  if (word !== undefined) return word(reason.params ?? {});
  const sentence = reasonSentence(reason);
  return { sentence: /[。！？]$/.test(sentence) ? sentence : `${sentence}。`, way: 'phone' };
}

export const loanReasonSentence = (reason: Reason): string => loanReasonWords(reason).sentence;
