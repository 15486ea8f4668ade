import { chinaDateOf } from '@anju/shared/calendar';
import type { PlainDate } from '@anju/shared/calendar';
import type { OverviewReading } from './overview-store.ts';

type Known = Exclude<OverviewReading, { readonly state: 'unknown' }>;

/** The day rules are asked for: the core's own; once it no longer answers, ours when that is later. Of several readings the latest day. */
export function dayOf(readings: readonly OverviewReading[], now: Date): PlainDate {
  const known = readings.filter((reading): reading is Known => reading.state !== 'unknown');
  const told = known.map((reading) => chinaDateOf(new Date(reading.asOf))).sort().at(-1);
  const ours = chinaDateOf(now);
  if (told === undefined) return ours;
  return known.some((reading) => reading.state === 'fresh') || told > ours ? told : ours;
}
