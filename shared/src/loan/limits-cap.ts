import { fenTimes, RATE_ONE } from '../money/index.ts';
import type { CapRow, Liquidity, Stacking, Uplift } from '../policy/index.ts';
import { wholeYuan } from './limit.ts';
import type { Limit, OpenLimit } from './limit.ts';
import { missingSentence, ruleOf } from './limits-rule.ts';
import type { AnyRule, Rule } from './limits-rule.ts';
import { isOneOf, localityNotes, rowFor } from './loan-case.ts';
import type { LoanCase } from './loan-case.ts';
import { formulas } from './texts/limits.texts.ts';
import { openTexts, ruleWords } from './texts/open.texts.ts';

/** The liquidity factor (流动性调节系数) of the day; null where there is none or the household is not subject to it. */
export function liquidityRule(loanCase: LoanCase): Rule<Liquidity> | null {
  const rule = ruleOf(ruleWords.liquidity, loanCase.pack.loan.liquidity, loanCase.input.asOf);
  return rule !== null && rule.value.exceptFirstLoanNoHome === true && loanCase.firstLoanNoHome ? null : rule;
}

/**
 * The centre has a factor, but none is sourced for this day: what it multiplies is then unknown. A factor of which not one figure is known
 * belongs to the account formula.
 */
export function liquidityOpen({ pack, input }: LoanCase, concerns: (on: Liquidity['on']) => boolean): boolean {
  const figures = pack.loan.liquidity;
  if (figures === undefined || ruleOf(ruleWords.liquidity, figures, input.asOf) !== null) return false;
  return figures.length === 0 ? concerns('account') : figures.some((figure) => concerns(figure.value.on));
}

/** What a figure of a factor touches. */
export const touches = (liquidity: Liquidity, part: 'account' | 'cap'): boolean => liquidity.on === part || liquidity.on === 'account-and-cap';

const within = (value: number | undefined, from: number | undefined, to: number | undefined): boolean =>
  (from === undefined || (value ?? 0) >= from) && (to === undefined || (value ?? 0) <= to);

function upliftFits({ when }: Uplift, { input, order, people }: LoanCase): boolean {
  const { house, household } = input;
  const supplementary = people.some((applicant) => (applicant.supplementaryBalanceFen ?? 0) > 0);
  return (
    within(household.children, when.childrenFrom, when.childrenTo) &&
    within(house.greenStars, when.greenStarsFrom, undefined) &&
    (when.prefab === undefined || when.prefab === (house.prefab ?? false)) &&
    (when.order === undefined || when.order === order) &&
    (when.kind === undefined || when.kind === house.kind) &&
    (when.talent === undefined || when.talent === (household.talent ?? false)) &&
    (when.supplementary === undefined || when.supplementary === supplementary) &&
    isOneOf(house.locality, when.locality)
  );
}

/** One uplift and what it adds to a cap by itself. */
interface Gain {
  readonly uplift: Uplift;
  readonly gainFen: number;
}

/** An amount for one contributor or for two; what rests on a supplementary fund counts those who have one. */
function upliftAmountFen(uplift: Uplift, amounts: { readonly singleFen: number; readonly jointFen: number }, { people }: LoanCase): number {
  const counted = uplift.when.supplementary === true && uplift.effect.kind === 'amount'
    ? people.filter((applicant) => (applicant.supplementaryBalanceFen ?? 0) > 0).length
    : people.length;
  return counted > 1 ? amounts.jointFen : amounts.singleFen;
}

function gainOf(uplift: Uplift, baseFen: number, loanCase: LoanCase): number {
  const { effect } = uplift;
  if (effect.kind === 'share') return fenTimes(baseFen, effect.millionths, RATE_ONE, 'down');
  const amountFen = upliftAmountFen(uplift, effect, loanCase);
  return effect.kind === 'amount' ? amountFen : Math.max(0, amountFen - baseFen);
}

/** Of each group the largest; an uplift without a group stands for itself. */
function largestOfGroups(uplifts: readonly Uplift[], baseFen: number, loanCase: LoanCase): readonly Gain[] {
  const best: Gain[] = [];
  for (const uplift of uplifts) {
    const gain = { uplift, gainFen: gainOf(uplift, baseFen, loanCase) };
    const at = best.findIndex((other) => uplift.group !== undefined && other.uplift.group === uplift.group);
    const other = best[at];
    if (gain.gainFen <= 0) continue;
    if (other === undefined) best.push(gain);
    else if (gain.gainFen > other.gainFen) best[at] = gain;
  }
  return best;
}

const largest = (gains: readonly Gain[]): Gain | undefined =>
  gains.reduce<Gain | undefined>((best, gain) => (best === undefined || gain.gainFen > best.gainFen ? gain : best), undefined);

/** Another cap replaces the base first; shares are taken of that, together no more than their ceiling; amounts are added. */
function summed(gains: readonly Gain[], baseFen: number, stacking: Stacking): number {
  const replaced = largest(gains.filter((gain) => gain.uplift.effect.kind === 'cap'));
  const startFen = baseFen + (replaced?.gainFen ?? 0);
  let shares = 0;
  let amountsFen = 0;
  for (const { uplift, gainFen } of gains) {
    if (uplift.effect.kind === 'share') shares += uplift.effect.millionths;
    if (uplift.effect.kind === 'amount') amountsFen += gainFen;
  }
  return startFen + fenTimes(startFen, Math.min(shares, stacking.ceilingMillionths ?? shares), RATE_ONE, 'down') + amountsFen;
}

/** As they are reckoned and told: another cap, shares of it, amounts. */
const TELLING: readonly Uplift['effect']['kind'][] = ['cap', 'share', 'amount'];
const inTelling = (gains: readonly Gain[]): readonly Uplift[] =>
  TELLING.flatMap((kind) => gains.flatMap(({ uplift }) => (uplift.effect.kind === kind ? [uplift] : [])));

interface Raised {
  readonly amountFen: number;
  readonly counted: readonly Gain[];
  readonly ceilingFen: number | null;
  readonly rules: readonly AnyRule[];
  readonly unknown: readonly string[];
}

function raise(baseFen: number, loanCase: LoanCase): Raised {
  const { pack, input } = loanCase;
  const uplifts = ruleOf(ruleWords.uplifts, pack.loan.uplifts, input.asOf);
  const open = uplifts === null && pack.loan.uplifts !== undefined ? [missingSentence(ruleWords.uplifts, pack.loan.uplifts)] : [];
  const gains = uplifts === null ? [] : largestOfGroups(uplifts.value.filter((uplift) => upliftFits(uplift, loanCase)), baseFen, loanCase);
  const best = largest(gains);
  if (uplifts === null || best === undefined) return { amountFen: baseFen, counted: [], ceilingFen: null, rules: [], unknown: open };
  const stacking = ruleOf(ruleWords.stacking, pack.loan.stacking, input.asOf);
  const sum = stacking !== null && stacking.value.rule === 'sum';
  const unsure = gains.length > 1 && (stacking === null || stacking.value.rule === 'unknown');
  const raisedFen = sum ? summed(gains, baseFen, stacking.value) : baseFen + best.gainFen;
  const ceilingFen = (loanCase.people.length > 1 ? stacking?.value.ceilingJointFen : stacking?.value.ceilingSingleFen) ?? null;
  return {
    amountFen: ceilingFen === null ? raisedFen : Math.min(raisedFen, Math.max(ceilingFen, baseFen)),
    counted: sum ? gains : [best],
    ceilingFen: ceilingFen !== null && ceilingFen < raisedFen ? Math.max(ceilingFen, baseFen) : null,
    rules: stacking === null ? [uplifts] : [uplifts, stacking],
    unknown: unsure ? [openTexts.stacking(gains.map((gain) => gain.uplift.words))] : [],
  };
}

function capNotes(loanCase: LoanCase, rows: readonly CapRow[]): readonly string[] {
  return [...localityNotes(ruleWords.cap, rows, loanCase), ...(loanCase.orderRule === null ? [] : [openTexts.secondAsFirstRate])];
}

/** A: the city's cap. The row that fits × liquidity where it touches the cap, raised by what the household or the home brings. */
export function cityCap(loanCase: LoanCase): Limit | OpenLimit {
  const { pack, input, people } = loanCase;
  const cap = ruleOf(ruleWords.cap, pack.loan.cap, input.asOf);
  const row = cap === null ? undefined : rowFor(cap.value, loanCase);
  if (cap === null || row === undefined) {
    return { limit: 'city-cap', open: [cap === null ? missingSentence(ruleWords.cap, pack.loan.cap) : openTexts.noRow(ruleWords.cap)] };
  }
  const found = liquidityRule(loanCase);
  const liquidity = found !== null && touches(found.value, 'cap') ? found : null;
  const rowFen = people.length > 1 ? row.jointFen : row.singleFen;
  const baseFen = liquidity === null ? rowFen : fenTimes(rowFen, liquidity.value.millionths, RATE_ONE, 'down');
  const raised = raise(baseFen, loanCase);
  const amountFen = wholeYuan(raised.amountFen);
  const openFactor = liquidityOpen(loanCase, (on) => on === 'cap' || on === 'account-and-cap');
  return {
    limit: 'city-cap',
    amountFen: openFactor ? null : amountFen,
    rules: [{ ...cap, figure: { ...cap.figure, source: row.source ?? cap.figure.source } }, ...(liquidity === null ? [] : [liquidity]), ...raised.rules],
    unknown: [...raised.unknown, ...capNotes(loanCase, cap.value), ...(openFactor ? [missingSentence(ruleWords.liquidity, pack.loan.liquidity)] : [])],
    say: () => ({
      formula: formulas.cap({
        people: people.length, rowFen, liquidityMillionths: liquidity?.value.millionths ?? null, uplifts: inTelling(raised.counted),
        ceilingFen: raised.ceilingFen, amountFen,
      }),
      inputs: {
        people: people.length,
        baseFen: rowFen,
        ...(liquidity === null ? {} : { liquidityMillionths: liquidity.value.millionths }),
        ...(raised.counted.length === 0 ? {} : { uplifts: raised.counted.map(({ uplift }) => uplift.id).join(','), upliftFen: amountFen - baseFen }),
        ...(raised.ceilingFen === null ? {} : { ceilingFen: raised.ceilingFen }),
      },
    }),
  };
}
