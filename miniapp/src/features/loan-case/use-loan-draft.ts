import { useRouter } from '@tarojs/taro';
import { useEffect, useMemo } from 'react';
import { device } from '../../api/api.ts';
import { fingerprint } from '../../api/idempotency-key.ts';
import { EMPTY_DRAFT, readLoanDraft } from './loan.draft.ts';
import type { LoanDraft } from './loan.draft.ts';
import { CALCULATOR_KEPT, wishFrom, wishFromCalculator } from './loan.wish.ts';
import { useKept } from './use-kept.ts';
import type { Kept } from './use-kept.ts';

/** What comes along with the person: the house named in the address, else what the calculator holds. */
function carriedBy(params: Readonly<Record<string, string | undefined>>): LoanDraft | null {
  const wish = params['price'] === undefined ? wishFromCalculator(device.get(CALCULATOR_KEPT)) : wishFrom(params);
  return wish === null || wish.price === '' ? null : { ...EMPTY_DRAFT, wish, carried: fingerprint(wish) };
}

/**
 * The draft of a loan.
 * @param take `newer`: figures that changed in the calculator replace the house, and with it an amount chosen for another one;
 * `missing`: only where there is no house yet
 */
export function useLoanDraft(take: 'newer' | 'missing'): Kept<LoanDraft> {
  const { params } = useRouter();
  const { draft, change, forget } = useKept('loan', readLoanDraft);
  const carried = carriedBy(params);
  const taken = carried !== null && (take === 'newer' ? carried.carried !== draft.carried : draft.wish.price === '') ? carried : null;
  const print = taken?.carried ?? '';
  // eslint-disable-next-line react-hooks/exhaustive-deps -- what is taken is told by its fingerprint; its identity changes with every render
  const shown = useMemo(() => taken ?? draft, [draft, print]);
  useEffect(() => {
    if (shown !== draft) change(shown);
  }, [shown, draft, change]);
  return { draft: shown, change, forget };
}
