import type { EndingAge, Figures } from '../../policy-pack.ts';

/** Longest term of a loan, in years, where a centre's pack names none of its own. */
export const nationalLongestYears: Figures<number> = [
  {
    value: 30,
    validFrom: '2010-01-01',
    source: { id: 'national/longest-term', title: '住房公积金个人住房贷款期限最长30年（各地通行规定）', url: null, date: null, seenOn: '2026-09-01', confidence: 'high' },
  },
];

/**
 * The age a loan must end by where a centre's pack names none: legal retirement age and five years. Since the reform most centres publish
 * 男68 / 女63; a woman retiring at 55 (原50) comes to 60.
 */
export const nationalEndingAge: Figures<EndingAge> = [
  {
    value: { kind: 'ages', M60: 65, F55: 60, F50: 55 },
    validFrom: '2010-01-01',
    validTo: '2024-12-31',
    source: {
      id: 'national/ending-age-before-2025',
      title: '法定退休年龄后延5年：延迟退休以前多数中心公布男65周岁、女60周岁；50岁退休的女职工推算为55周岁',
      url: null,
      date: null,
      seenOn: '2026-09-01',
      confidence: 'medium',
    },
  },
  {
    value: { kind: 'ages', M60: 68, F55: 63, F50: 60 },
    validFrom: '2025-01-01',
    source: {
      id: 'national/ending-age',
      title: '法定退休年龄后延5年：多数中心公布男68周岁、女63周岁；原50岁退休的女职工按国发〔2024〕18号推算为60周岁',
      url: null,
      date: null,
      seenOn: '2026-09-01',
      confidence: 'medium',
    },
  },
];
