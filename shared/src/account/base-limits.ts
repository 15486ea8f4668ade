import type { PlainDate } from '../calendar/index.ts';
import { figureOfDay } from '../policy/index.ts';
import type { BaseLimit, CentrePack, Figures, PolicySource } from '../policy/index.ts';

/** A published limit of the base, and how long it holds. */
export interface BaseBound {
  readonly amountFen: number;
  readonly source: PolicySource;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
  /** Past its validity: shown as the last one known, decides nothing. */
  readonly expired: boolean;
}
export interface BaseCheck {
  /** `unknown` while a limit that would decide is not known for the day. */
  readonly state: 'within' | 'above' | 'below' | 'unknown';
  readonly lower: BaseBound | null;
  readonly upper: BaseBound | null;
}

/** The row of a locality; else the first without one, which is the city's. */
function rowOf(rows: readonly BaseLimit[], locality: string | undefined): BaseLimit | undefined {
  const own = locality === undefined ? undefined : rows.find((row) => row.locality?.includes(locality));
  return own ?? rows.find((row) => row.locality === undefined);
}

function boundOf(figures: Figures<readonly BaseLimit[]> | undefined, date: PlainDate, locality: string | undefined): BaseBound | null {
  const found = figureOfDay(figures, date);
  if (found.state === 'unknown') return null;
  const { figure } = found;
  const row = rowOf(figure.value, locality);
  if (row === undefined) return null;
  const { source, validFrom, validTo } = figure;
  return { amountFen: row.amountFen, source, validFrom, ...(validTo === undefined ? {} : { validTo }), expired: found.state === 'expired' };
}

/**
 * Whether a contribution base lies within what a centre publishes for a day: at most three times the average wage, at least the minimum wage.
 * Either end itself is within.
 * @param baseFen in fen
 * @param locality one of the pack's localities, where figures differ; left out: the city's own row
 */
export function checkBase(baseFen: number, pack: CentrePack, date: PlainDate, locality?: string): BaseCheck {
  const lower = boundOf(pack.contribution.baseLower, date, locality);
  const upper = boundOf(pack.contribution.baseUpper, date, locality);
  const least = lower === null || lower.expired ? null : lower.amountFen;
  const most = upper === null || upper.expired ? null : upper.amountFen;
  if (most !== null && baseFen > most) return { state: 'above', lower, upper };
  if (least !== null && baseFen < least) return { state: 'below', lower, upper };
  return { state: least === null || most === null ? 'unknown' : 'within', lower, upper };
}
