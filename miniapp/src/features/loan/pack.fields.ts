import { figureOfDay } from '@anju/shared/policy';
import type { CentrePack, Figures, Uplift, When } from '@anju/shared/policy';

/** What a centre's rules ask for beside the six fields everybody fills. */
export interface AskedFields {
  readonly base: boolean;
  readonly income: boolean;
  readonly debt: boolean;
  readonly average: boolean;
  readonly supplementary: boolean;
  readonly children: boolean;
  readonly greenStars: boolean;
  readonly prefab: boolean;
  readonly talent: boolean;
  readonly fullTimeDegree: boolean;
  readonly ownsHome: boolean;
  readonly loansBefore: boolean;
  readonly localities: readonly string[];
}

function valueOn<T>(figures: Figures<T> | undefined, today: string): T | undefined {
  const found = figureOfDay(figures, today);
  return found.state === 'unknown' ? undefined : found.figure.value;
}

const some = (uplifts: readonly Uplift[], uses: (when: Uplift['when']) => boolean): boolean => uplifts.some(({ when }) => uses(when));

/** Reads from a pack what its rules of that day use; nothing else is asked. */
export function fieldsOf(pack: CentrePack, today: string): AskedFields {
  const { loan } = pack;
  const ability = valueOn(loan.ability, today);
  const account = valueOn(loan.account, today);
  const uplifts = valueOn(loan.uplifts, today) ?? [];
  const rows: readonly When[] = [...(valueOn(loan.cap, today) ?? []), ...(valueOn(loan.downPayment, today) ?? [])].flatMap((row) => (row.when === undefined ? [] : [row.when]));
  const liquidity = valueOn(loan.liquidity, today);
  const firstLoanNoHome = liquidity?.exceptFirstLoanNoHome === true || rows.some((when) => when.firstLoanNoHome !== undefined);
  const share = ability?.kind === 'monthly-share' ? ability : null;
  return {
    base: ability !== undefined && (share === null || share.of === 'contribution-bases'),
    income: share?.of === 'household-income',
    debt: share?.counts === 'instalment-and-debts',
    average: account?.kind === 'average-balance-multiple',
    supplementary: (account?.kind === 'balance-multiple' && account.supplementaryMultipleMillionths !== undefined) || some(uplifts, (when) => when.supplementary === true),
    children: some(uplifts, (when) => when.childrenFrom !== undefined) || loan.firstHomeRulesFromChildren !== undefined,
    greenStars: some(uplifts, (when) => when.greenStarsFrom !== undefined),
    prefab: some(uplifts, (when) => when.prefab === true),
    talent: some(uplifts, (when) => when.talent === true),
    fullTimeDegree: rows.some((when) => when.fullTimeDegree === true),
    ownsHome: firstLoanNoHome,
    loansBefore: firstLoanNoHome || loan.loanCount !== undefined,
    localities: pack.localities ?? [],
  };
}
