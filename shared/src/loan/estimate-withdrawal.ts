import type { CentrePack } from '../policy/index.ts';
import { bareEstimate } from './bare-estimate.ts';
import { checkEstimateInput } from './estimate-check.ts';
import type { BareEstimate, EstimateInput } from './estimate-input.ts';
import type { FieldFault } from './schedule-input.ts';
import { faultTexts } from './texts/faults.texts.ts';
import { openTexts } from './texts/open.texts.ts';

export type WithdrawalEffect =
  | {
      readonly kind: 'effect';
      readonly before: BareEstimate;
      readonly after: BareEstimate;
      /** After less before, in fen; null while the quota is unknown. */
      readonly amountFen: number | null;
      /** The least of the known limits, after less before; null when none is known. */
      readonly atMostFen: number | null;
      /** First month's instalment by each method, after less before; null while either is unknown or nothing is lent. */
      readonly instalmentFen: { readonly equalInstalment: number; readonly equalPrincipal: number } | null;
      /** What the comparison leaves open, in sentences. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'invalid'; readonly fields: readonly FieldFault[] };

const difference = (after: number | null, before: number | null): number | null => (after === null || before === null ? null : after - before);

function instalmentDifference(before: BareEstimate, after: BareEstimate): { equalInstalment: number; equalPrincipal: number } | null {
  if (before.instalments === null || after.instalments === null) return null;
  return {
    equalInstalment: after.instalments.equalInstalment.firstInstalmentFen - before.instalments.equalInstalment.firstInstalmentFen,
    equalPrincipal: after.instalments.equalPrincipal.firstInstalmentFen - before.instalments.equalPrincipal.firstInstalmentFen,
  };
}

/**
 * 提取还是留着贷款: what taking so much out of the first applicant's balance today does to the quota and to the instalment. At 0 every
 * difference is exactly 0. A mean of twelve months does not change on the day of a withdrawal and is left as it is, which is said.
 * @param withdrawFen whole fen, at most the balance; anything else comes back as a fault of `withdrawFen`
 */
export function withdrawalEffect(input: EstimateInput, pack: CentrePack, withdrawFen: number): WithdrawalEffect {
  const fields = checkEstimateInput(input, pack);
  const [first, ...others] = fields.length > 0 ? [] : input.applicants;
  if (first === undefined) return { kind: 'invalid', fields };
  if (!Number.isSafeInteger(withdrawFen) || withdrawFen < 0) {
    return { kind: 'invalid', fields: [{ field: 'withdrawFen', rule: 'range', message: faultTexts.withdraw }] };
  }
  if (withdrawFen > first.balanceFen) {
    return { kind: 'invalid', fields: [{ field: 'withdrawFen', rule: 'above-balance', message: faultTexts.withdrawAboveBalance(first.balanceFen) }] };
  }
  const before = bareEstimate(input, pack);
  const after = bareEstimate({ ...input, applicants: [{ ...first, balanceFen: first.balanceFen - withdrawFen }, ...others] }, pack);
  return {
    kind: 'effect',
    before,
    after,
    amountFen: difference(after.amountFen, before.amountFen),
    atMostFen: difference(after.atMostFen, before.atMostFen),
    instalmentFen: instalmentDifference(before, after),
    notes: [
      ...(first.averageBalance12Fen !== undefined && before.limits.some((line) => line.limit === 'account' && line.inputs['averageBalanceFen'] !== undefined) ? [openTexts.meanFallsLater] : []),
      openTexts.purchaseMayCount,
    ],
  };
}
