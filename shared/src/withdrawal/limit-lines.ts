import type { PlainDate } from '../calendar/index.ts';
import { fenTimes } from '../money/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { factAt, numberTerm } from './fact-path.ts';
import { notBelowZero, yearLeft } from './limit-basis.ts';
import type { LimitBasis } from './limit-basis.ts';
import type { Line } from './route-definition.ts';
import type { WithdrawalFacts, YearUsed } from './withdrawal-facts.ts';

/** Areas are counted in hundredths of a square metre. */
const HUNDREDTHS = 100;
/** Larger than any home; every ceiling is reached long before, and no area whatever leaves the safe integers. */
const MOST_UNITS = 100_000;
const MILLION = 1_000_000;

/** One line: `null` when what it rests on is unknown, `undefined` when the centre lays nothing of the kind down. */
function lineOf(line: Line, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): LimitBasis | null | undefined {
  const amount = 'fact' in line ? factAt(facts, line.fact) : undefined;
  const known = typeof amount === 'number' ? notBelowZero(amount) : null;
  switch (line.line) {
    case 'fact':
      return known === null ? null : { name: line.name, amountFen: known };
    case 'rate': {
      const rate = numberTerm(pack, line.rate, today);
      if (rate === undefined || known === null) return rate === undefined ? undefined : null;
      const counted = Math.min(known, (numberTerm(pack, line.most, today) ?? MOST_UNITS) * HUNDREDTHS);
      return { name: line.name, amountFen: fenTimes(rate, counted, HUNDREDTHS, 'down') };
    }
    case 'share': {
      const share = numberTerm(pack, line.share, today);
      if (share === undefined || known === null) return share === undefined ? undefined : null;
      return { name: line.name, amountFen: fenTimes(known, share, MILLION, 'down') };
    }
    case 'ceiling': {
      const ceiling = numberTerm(pack, line.term, today);
      return ceiling === undefined ? undefined : { name: 'ceiling', amountFen: notBelowZero(ceiling) };
    }
    case 'year-left': {
      const perYear = numberTerm(pack, line.term, today);
      return perYear === undefined ? undefined : yearLeft(perYear, factAt(facts, line.used) as YearUsed | undefined, today);
    }
  }
}

/** The lines of a definition; null when one of them cannot be told, or when nothing but ceilings is laid down. */
export function blockLines(lines: readonly Line[], facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): readonly LimitBasis[] | null {
  const told: LimitBasis[] = [];
  for (const line of lines) {
    const basis = lineOf(line, facts, pack, today);
    if (basis === null) return null;
    if (basis !== undefined) told.push(basis);
  }
  return told.every(({ name }) => name === 'ceiling' || name === 'year-left') ? null : told;
}
