import type { SmsHistory } from './sms-codes.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Seconds until another code may be asked for. */
export const RESEND_SECONDS = 60;
/** Seconds a code lives. */
export const CODE_SECONDS = 300;
/** Wrong codes after which a code is dead. */
export const CODE_TRIES = 5;
/** The carriers' own anti-abuse limits are of the same size; an address may be a whole office or a carrier's gateway. */
const LIMITS = { byMobileInHour: 5, byMobileInDay: 10, byIpInHour: 100 } as const;

/** Milliseconds until a code may be asked for; 0 when it may. */
export function waitForCode(history: SmsHistory, now: number): number {
  if (history.byMobileInDay >= LIMITS.byMobileInDay) return DAY;
  if (history.byMobileInHour >= LIMITS.byMobileInHour || history.byIpInHour >= LIMITS.byIpInHour) return HOUR;
  return history.lastAskedAt === null ? 0 : Math.max(0, history.lastAskedAt + RESEND_SECONDS * 1000 - now);
}
