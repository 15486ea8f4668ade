import type { ContributionRounding, Figures, PolicySource } from '../../policy-pack.ts';

const ratioNotice: PolicySource = {
  id: 'national/contribution-ratio',
  title: '《关于住房公积金管理若干具体问题的指导意见》（建金管〔2005〕5号）；上限12%由建金〔2016〕74号重申',
  url: null,
  date: null,
  seenOn: '2026-09-01',
  confidence: 'high',
};
const published: PolicySource = {
  id: 'national/contribution-published',
  title: '各地公布的月缴存额上下限（2026年8月汇总）：上限为上年月平均工资的3倍，单位与个人分别四舍五入到元',
  url: 'https://github.com/polarsta/gjj-policy-watch',
  date: '2026-08-20',
  seenOn: '2026-09-01',
  confidence: 'high',
};

/** Least and most ratio of one side, in millionths. */
export const contributionRatio: Figures<{ readonly least: number; readonly most: number }> = [
  { value: { least: 50_000, most: 120_000 }, source: ratioNotice, validFrom: '2006-01-01' },
];

/** Most a base may come to, in times of last year's average monthly wage; the least is the local minimum wage. */
export const baseUpperTimesAverageWage: Figures<number> = [{ value: 3, source: published, validFrom: '2025-07-01' }];

/** How one side's monthly amount is rounded where a centre's pack says nothing else. */
export const contributionRounding: Figures<ContributionRounding> = [{ value: { unitFen: 100, mode: 'half-up' }, source: published, validFrom: '2025-07-01' }];
