import { addDays, chinaDateOf, instantOfChina } from '@anju/shared/calendar';

/** Whole seconds until the day in China is over. */
export function secondsUntilTomorrow(now: number): number {
  return Math.max(1, Math.ceil((instantOfChina(addDays(chinaDateOf(now), 1)) - now) / 1000));
}
