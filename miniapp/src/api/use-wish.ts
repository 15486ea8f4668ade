import type { Booking, CaseStage } from '@anju/shared/contract';
import { useEffect, useMemo } from 'react';
import { randomHex } from '../platform/random.ts';
import { device, keeper, now } from './api.ts';
import { Wish } from './idempotency-key.ts';

/** The wish of a form, `case:repay-fund-loan`, of the person signed in; kept on the device across pages and tabs. */
export function useWish(name: string): Wish {
  const personKey = keeper.personKey;
  return useMemo(() => wishOf(personKey, name), [personKey, name]);
}

/** The same, where one page has many. */
export const wishOf = (personKey: string, name: string): Wish => new Wish({ store: device, now, newKey: randomHex }, `wish:${personKey}:${name}`);

/** The wish for a case: a withdrawal by its route, or a matter of the loan. */
export const caseWish = (matter: string): string => `case:${matter}`;

/** The wish for a booked time: of a case's signing, or of a route at the counter. */
export const bookingWish = ({ caseId, route }: Pick<Booking, 'caseId' | 'route'>): string => `booking:${caseId ?? route ?? ''}`;

const CAME_TO_NOTHING: readonly CaseStage[] = ['refused', 'cancelled', 'payment-failed'];

/** Once a case has come to nothing, applying again with the same figures is a new wish and not the dead case again. */
export function useReleasedWish(one: { readonly caseId: string; readonly route: string; readonly stage: CaseStage } | null): void {
  const wish = useWish(caseWish(one?.route ?? ''));
  const dead = one !== null && CAME_TO_NOTHING.includes(one.stage) ? one.caseId : null;
  useEffect(() => {
    if (dead !== null) wish.release(dead);
  }, [dead, wish]);
}
