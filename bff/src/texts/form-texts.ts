import type { AccountState } from '@anju/shared/contract';
import { formatYuan } from '@anju/shared/money';

/** Where what stands on the form came from. */
export const KNOWN_SOURCES = {
  core: '住房公积金中心',
  household: '住房公积金中心登记',
} as const;

const ACCOUNT_STATES: Readonly<Record<AccountState, string>> = {
  normal: '正常',
  sealed: '封存',
  merged: '已合并',
  'transferred-out': '已转出',
  closed: '已销户',
  frozen: '冻结',
  other: '其他状态',
};
const HOUSEHOLDS = { local: '本市户籍', elsewhere: '外地户籍' } as const;

export const knownTexts = {
  account: (tail: string, state: AccountState): string => `尾号 ${tail}，${ACCOUNT_STATES[state]}`,
  card: (bank: string, tail: string): string => `${bank} 尾号 ${tail}`,
  household: (household: 'local' | 'elsewhere'): string => HOUSEHOLDS[household],
  loan: (tail: string, balanceFen: number): string => `合同尾号 ${tail}，余额 ${formatYuan(balanceFen)} 元`,
} as const;

/** Words for refused fields of a submission. */
export const submissionTexts = {
  aboveMaximum: (maxFen: number): string => `本次最多可提取 ${formatYuan(maxFen)} 元`,
  maximumUnknown: '暂时无法确定可提取金额',
  cardUnknown: '请选择本人名下可用的银行卡',
  contractMissing: '请填写购房合同编号',
  answerWrong: '这一项没有填对，请重新填写',
  fileMissing: '请上传付款凭证',
  fileUnknown: '材料已失效，请重新上传',
  fileTooMany: '只需上传一份付款凭证',
  fileNotNeeded: '本项业务无需上传材料',
} as const;
