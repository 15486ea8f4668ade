import type { HouseholdReply } from '@anju/shared/contract';
import type { QueryState } from '../../api/query-state.ts';

/** `384 216`: two groups of three, as it is read out. */
export const codeGroups = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** Whether six digits were typed. */
export const isCode = (text: string): boolean => /^\d{6}$/.test(text);

/** What stands above the house: the spouse one counts with, the way in with a code, or, until it is known, neither. */
export type HouseholdHead = { readonly kind: 'partner'; readonly maskedName: string } | { readonly kind: 'code' } | { readonly kind: 'waiting' };

/** @param state of the query for the household. What cannot be had leaves the way in with a code open. */
export function householdHead(reply: HouseholdReply | null, state: QueryState<HouseholdReply>['state']): HouseholdHead {
  if (reply?.partner !== undefined) return { kind: 'partner', maskedName: reply.partner.maskedName };
  return reply === null && state === 'loading' ? { kind: 'waiting' } : { kind: 'code' };
}
