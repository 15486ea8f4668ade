import type { CentrePack } from '../../policy-pack.ts';
import { rentNotice } from '../national/index.ts';

/** 南平. Nothing of its own was found in any public collection: what is national holds, the rest is unknown. */
export const pack: CentrePack = {
  centre: 'nanping',
  city: '南平',
  name: '南平市住房公积金管理中心',
  version: 'nanping-2026.1',
  checkedOn: '2026-09-01',
  loan: { cap: [], unknownUplifts: [], downPayment: [] },
  contribution: {},
  withdrawal: { notOffered: [], rentContributionMonths: [{ value: 3, source: rentNotice, validFrom: '2015-01-29' }] },
  notFound: [
    '南平市的公积金贷款最高额度、额度公式和首付比例未见公开资料',
    '南平市的缴存基数上下限未见公开资料',
    '南平市的租房提取额度未见公开资料',
  ],
};
