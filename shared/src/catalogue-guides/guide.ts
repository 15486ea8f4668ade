/** The eight facets of a guide, in plain Chinese. */
export interface Guide {
  readonly basis: string;
  readonly who: string;
  readonly conditions: readonly string[];
  readonly materials: readonly string[];
  readonly steps: readonly string[];
  readonly timeLimit: string;
  readonly fee: string;
  readonly sample: string;
}

/** Guides by the key of their catalogue item. */
export type Guides = Readonly<Record<string, Guide>>;

/** The regulation every item rests on. Its articles were renumbered in 2026, so none is named. */
export const REGULATION = '《住房公积金管理条例》（2026-09-20 起施行）';

/** What the regulation grants: a withdrawal is decided within three days of acceptance. */
export const THREE_DAYS = '中心自受理之日起 3 日内作出是否准予提取的决定';
/** A loan within ten. */
export const TEN_DAYS = '中心自受理之日起 10 日内作出是否准予贷款的决定';

/** A guide with what all guides share: the regulation, no fee, no form unless named. */
export function guide(facets: Omit<Guide, 'basis' | 'fee' | 'sample'> & { readonly basis?: string; readonly sample?: string }): Guide {
  const { basis, sample, ...rest } = facets;
  return {
    basis: basis === undefined ? REGULATION : `${REGULATION}；${basis}`,
    ...rest,
    fee: '零收费',
    sample: sample ?? '无需填写表格',
  };
}
