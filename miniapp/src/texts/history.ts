import type { HistoryFinding, Month } from '@anju/shared/contract';
import { yuanText } from './format.ts';

/** What stands out in a contribution history. */
export const historyTexts = {
  title: '缴存体检',
  guestTitle: '登录后看缴存体检',
  guestAction: '登录',
  looked: (from: Month, to: Month) => `看了${plainMonth(from)}到${plainMonth(to)}的每一笔缴存`,
  consecutive: '连续缴存',
  total: '累计缴存',
  months: (count: number) => `${count} 个月`,
  monthsNote: '按中心记录，名下账户合计',
  heedTitle: '要留意的',
  changesTitle: '基数和金额的变化',
  fineTitle: '没有发现断缴、重复缴或晚缴',
  fineText: '每个月都按时有一笔缴存。',
  kind: { gap: '断缴', double: '重复缴', late: '晚缴', 'base-change': '调基数', 'amount-change': '金额变了' } as Readonly<Record<HistoryFinding['code'], string>>,
  help: '看着不对的，先问单位；单位说不清的，打 12329。',
  asOf: (moment: string) => `按中心账目，截至 ${moment}`,
} as const;

/** `2025年3月`: in a sentence, without the nought. */
function plainMonth(month: Month): string {
  const [year = '', of = ''] = month.split('-');
  return `${year}年${Number(of)}月`;
}

function plainDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** `2025年1月至3月`; the year again where it is another. */
function monthsOf({ from, to }: HistoryFinding): string {
  if (from === to) return plainMonth(from);
  const same = from.slice(0, 4) === to.slice(0, 4);
  return `${plainMonth(from)}至${same ? `${Number(to.slice(5))}月` : plainMonth(to)}`;
}

type Sum = (fen: number) => string;
type Params = NonNullable<HistoryFinding['params']>;

const gap = (finding: HistoryFinding, { months, resumedIn }: Params): string => {
  const which = `${monthsOf(finding)}没有缴存记录${Number(months) > 1 ? `，共 ${months} 个月` : ''}`;
  return resumedIn === undefined ? `${which}，到现在还没有续上。` : `${which}，连续缴存从${plainMonth(String(resumedIn))}重新算起。`;
};

const double = (finding: HistoryFinding, { times, totalFen, employers }: Params, sum: Sum): string => {
  const total = `一共 ${sum(Number(totalFen))}`;
  return Number(employers) > 1 ? `${monthsOf(finding)}有 ${employers} 家单位缴存，${total}。` : `${monthsOf(finding)}缴了 ${times} 次，${total}，多缴的可以请单位向中心申请退回。`;
};

const fromTo = ({ beforeFen, afterFen }: Params, sum: Sum): string => `每月缴存由 ${sum(Number(beforeFen))}变为 ${sum(Number(afterFen))}`;

const WHY: Readonly<Record<string, string>> = { july: '，每年7月按上年工资重新核定', 'new-employer': '，同时换了缴存单位' };

/**
 * What was found, as a sentence: 2025年3月没有缴存记录，连续缴存从2025年4月重新算起。
 * @param sum how an amount is written, hidden where the person hides amounts
 */
export function findingSentence(finding: HistoryFinding, sum: Sum = yuanText): string {
  const params = finding.params ?? {};
  switch (finding.code) {
    case 'gap':
      return gap(finding, params);
    case 'double':
      return double(finding, params, sum);
    case 'late':
      return `${monthsOf(finding)}的缴存，到${plainDay(String(params['bookedOn']))}才入账。`;
    case 'base-change':
      return `${plainMonth(finding.from)}调整了缴存基数${params['afterFen'] === undefined ? '' : `，${fromTo(params, sum)}`}。`;
    case 'amount-change':
      return `${plainMonth(finding.from)}起${fromTo(params, sum)}${WHY[String(params['why'])] ?? ''}。`;
  }
}
