import type { CentrePack } from '../../policy-pack.ts';
import { rentNotice } from '../national/index.ts';

/** 佳木斯. Nothing of its own was found in any public collection: what is national holds, the rest is unknown. */
export const pack: CentrePack = {
  centre: 'jiamusi',
  city: '佳木斯',
  name: '佳木斯市住房公积金管理中心',
  version: 'jiamusi-2026.1',
  checkedOn: '2026-09-01',
  loan: { cap: [], unknownUplifts: [], downPayment: [] },
  contribution: {},
  withdrawal: { notOffered: [], rentContributionMonths: [{ value: 3, source: rentNotice, validFrom: '2015-01-29' }] },
  notFound: [
    '佳木斯市的公积金贷款最高额度、额度公式和首付比例未见公开资料',
    '佳木斯市的缴存基数上下限未见公开资料',
    '佳木斯市的租房提取额度未见公开资料',
  ],
};
