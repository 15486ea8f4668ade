import type { Booking, PreApplicationReply } from '@anju/shared/contract';
import { useEffect } from 'react';
import { device, keeper, now } from '../api/api.ts';
import { keepLast, lastKey, readLast } from '../api/last-values.ts';
import { isSilent, signingTime } from './signing-time.ts';
import type { SigningTime } from './signing-time.ts';

const nameOf = (caseId: string): string => lastKey(keeper.personKey, 'signing', caseId);

/** The kept time, or null; what is no time is none. */
function keptTime(caseId: string): Booking | null {
  const value = readLast(device, nameOf(caseId))?.value as Partial<Booking> | null | undefined;
  return typeof value?.startsAt === 'string' && typeof value.endsAt === 'string' && typeof value.servicePoint?.name === 'string' ? (value as Booking) : null;
}

/** Keeps the time a case holds, for when the core is silent; null: it holds none any more. */
export function keepSigningTime(caseId: string, booking: Booking | null): void {
  if (booking === null) device.remove(nameOf(caseId));
  else keepLast(device, nameOf(caseId), { at: now(), value: booking });
}

/** The signing of the case that is shown, kept on this phone as it is heard; null while nothing is known of the case. */
export function useSigningTime(shown: PreApplicationReply | null): SigningTime | null {
  const caseId = shown?.case.caseId ?? '';
  useEffect(() => {
    if (shown !== null && !isSilent(shown)) keepSigningTime(caseId, shown.signing.booking);
  }, [shown, caseId]);
  return shown === null ? null : signingTime(shown, keptTime(caseId), now());
}
