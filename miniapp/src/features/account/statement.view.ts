import { fundYearOf, fundYearSpan } from '@anju/shared/calendar';
import type { Account, StatementReply } from '@anju/shared/contract';
import { dayText } from '../../texts/format.ts';
import { statementTexts as texts } from '../../texts/statement.ts';

/** One line of the column: the first without a sign, the last is the sum of those above. */
export interface SumLine {
  readonly key: string;
  readonly sign: '' | '+' | '−' | '=';
  readonly label: string;
  /** Never negative but for what is carried and the total: the sign says which way. */
  readonly fen: number;
}

/** 上年结转 + 缴存 + 转入 + 利息 − 提取 − 转出 = 本息合计; transfers and corrections are left out where there were none. */
export function sumLines(reply: StatementReply): readonly SumLine[] {
  const plus = (key: string, label: string, fen: number): SumLine => ({ key, sign: fen < 0 ? '−' : '+', label, fen: Math.abs(fen) });
  const minus = (key: string, label: string, fen: number): SumLine => ({ key, sign: fen < 0 ? '+' : '−', label, fen: Math.abs(fen) });
  const interest = reply.settled ? texts.interest : texts.interestUntil(accruedUntil(reply));
  return [
    { key: 'carried', sign: '', label: texts.carried, fen: reply.carriedFen },
    plus('contributed', texts.contributed, reply.contributedFen),
    ...(reply.transferredInFen === 0 ? [] : [plus('in', texts.transferredIn, reply.transferredInFen)]),
    plus('interest', interest, reply.interestFen),
    minus('withdrawn', texts.withdrawn, reply.withdrawnFen),
    ...(reply.transferredOutFen === 0 ? [] : [minus('out', texts.transferredOut, reply.transferredOutFen)]),
    ...(reply.otherFen === 0 ? [] : [plus('other', texts.other, reply.otherFen)]),
    { key: 'total', sign: '=', label: texts.total, fen: reply.totalFen },
  ];
}

/** The last day that has earned open interest. */
function accruedUntil({ interestBasis, to }: StatementReply): string {
  const last = interestBasis?.parts[interestBasis.parts.length - 1]?.to ?? to;
  return dayText(last);
}

/** The fund years of an account by what the phone knows, newest first. */
export function fundYearsOf(openedOn: string, today: string): readonly string[] {
  const last = fundYearOf(today);
  return Array.from({ length: Math.max(1, last - fundYearOf(openedOn) + 1) }, (_, back) => String(last - back));
}

/** What a person looks for first: the last year that is over, else the one that runs. */
export const firstYear = (years: readonly string[]): string => years[1] ?? years[0] ?? '';

/** `2025年7月至2026年6月`. */
export function yearLabel(fundYear: string): string {
  const { from, to } = fundYearSpan(Number(fundYear));
  return texts.year(texts.month(from.slice(0, 4), 7), texts.month(to.slice(0, 4), 6));
}

/** The account asked for; without one the first that still exists. */
export function statementAccount(accounts: readonly Account[], accountId: string): Account | null {
  if (accountId !== '') return accounts.find((account) => account.accountId === accountId) ?? null;
  return accounts.find(({ state }) => state === 'normal') ?? accounts.find(({ state }) => state === 'sealed' || state === 'frozen') ?? accounts[0] ?? null;
}
