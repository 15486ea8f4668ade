import { addMonths, ageOn, isPlainDate } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { nationalFrom } from '../policy/index.ts';
import type { CentrePack } from '../policy/index.ts';
import type { Estimate, EstimateInput } from './estimate-input.ts';
import type { FieldFault } from './schedule-input.ts';
import { faultTexts } from './texts/faults.texts.ts';

/** Most money a field takes, in fen: 10 亿元. */
const MOST_FEN = 100_000_000_000;
const MOST_MONTHS = 720;
const LEAST_AGE = 16;
const MOST_AGE = 100;

type Fields = Readonly<Record<string, unknown>>;
/** Whatever came, by name; nothing that came is trusted to have its type. */
const fieldsOf = (value: unknown): Fields | null => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null);

interface Span {
  readonly least: number;
  readonly most: number;
  readonly message: string;
}
const money = (message: string): Span => ({ least: 0, most: MOST_FEN, message });

function whole(path: string, value: unknown, span: Span): FieldFault[] {
  const fine = typeof value === 'number' && Number.isSafeInteger(value) && value >= span.least && value <= span.most;
  return fine ? [] : [{ field: path, rule: 'range', message: span.message }];
}

function optional(path: string, value: unknown, span: Span): FieldFault[] {
  return value === undefined ? [] : whole(path, value, span);
}

function choice(path: string, value: unknown, among: readonly unknown[], message: string): FieldFault[] {
  return among.includes(value) ? [] : [{ field: path, rule: 'choice', message }];
}

function yesOrNo(path: string, value: unknown): FieldFault[] {
  return choice(path, value, [undefined, true, false], faultTexts.yesOrNo);
}

/** A text that is a day; the calendar's own test would take anything that turns into one. */
const isDay = (value: unknown): value is PlainDate => typeof value === 'string' && isPlainDate(value);

const notAnObject = (field: string, message: string): FieldFault[] => [{ field, rule: 'required', message }];

function birthFaults(path: string, value: unknown, asOf: PlainDate): FieldFault[] {
  if (!isDay(value) || value >= asOf) return [{ field: path, rule: 'date', message: faultTexts.birthDate }];
  const age = ageOn(value, asOf);
  if (age < LEAST_AGE) return [{ field: path, rule: 'age', message: faultTexts.tooYoung }];
  return age > MOST_AGE ? [{ field: path, rule: 'age', message: faultTexts.tooOld }] : [];
}

function applicantFaults(value: unknown, at: number, asOf: PlainDate): FieldFault[] {
  const path = `applicants.${at}`;
  const applicant = fieldsOf(value);
  if (applicant === null) return notAnObject(path, faultTexts.applicant);
  const { sex, retirementCategory: category } = applicant;
  const sexFaults = choice(`${path}.sex`, sex, ['male', 'female'], faultTexts.sex);
  const categories = sex === 'male' ? [undefined, 'M60'] : [undefined, 'F55', 'F50'];
  return [
    ...whole(`${path}.balanceFen`, applicant['balanceFen'], money(faultTexts.money('账户余额'))),
    ...optional(`${path}.averageBalance12Fen`, applicant['averageBalance12Fen'], money(faultTexts.money('近 12 个月平均余额'))),
    ...optional(`${path}.supplementaryBalanceFen`, applicant['supplementaryBalanceFen'], money(faultTexts.money('补充公积金余额'))),
    ...whole(`${path}.monthlyContributionFen`, applicant['monthlyContributionFen'], money(faultTexts.money('月缴存额'))),
    ...optional(`${path}.contributionBaseFen`, applicant['contributionBaseFen'], money(faultTexts.money('缴存基数'))),
    ...whole(`${path}.contributionMonths`, applicant['contributionMonths'], { least: 0, most: MOST_MONTHS, message: faultTexts.months }),
    ...birthFaults(`${path}.birthDate`, applicant['birthDate'], asOf),
    ...sexFaults,
    ...(sexFaults.length > 0 ? [] : choice(`${path}.retirementCategory`, category, categories, faultTexts.category)),
  ];
}

function applicantsFaults(value: unknown, asOf: PlainDate): FieldFault[] {
  if (!Array.isArray(value) || value.length < 1 || value.length > 2) return [{ field: 'applicants', rule: 'size', message: faultTexts.applicants }];
  return value.flatMap((one: unknown, at) => applicantFaults(one, at, asOf));
}

function householdFaults(value: unknown): FieldFault[] {
  const household = fieldsOf(value);
  if (household === null) return notAnObject('household', faultTexts.household);
  const flags = ['taxResident', 'talent', 'fullTimeDegree', 'fundLoanRunning', 'ownsHome'];
  return [
    ...optional('household.children', household['children'], { least: 0, most: 20, message: faultTexts.children }),
    ...optional('household.fundLoansBefore', household['fundLoansBefore'], { least: 0, most: 20, message: faultTexts.loansBefore }),
    ...flags.flatMap((flag) => yesOrNo(`household.${flag}`, household[flag])),
  ];
}

function localityFaults(value: unknown, pack: CentrePack | undefined): FieldFault[] {
  if (value === undefined) return [];
  const known = pack?.localities ?? [];
  const fine = typeof value === 'string' && (pack === undefined || known.includes(value));
  return fine ? [] : [{ field: 'house.locality', rule: 'choice', message: faultTexts.locality(known) }];
}

function houseFaults(value: unknown, pack: CentrePack | undefined): FieldFault[] {
  const house = fieldsOf(value);
  if (house === null) return notAnObject('house', faultTexts.house);
  return [
    ...whole('house.priceFen', house['priceFen'], { least: 100, most: MOST_FEN, message: faultTexts.price }),
    ...choice('house.order', house['order'], ['first', 'second'], faultTexts.order),
    ...choice('house.kind', house['kind'], ['new', 'second-hand', 'affordable'], faultTexts.kind),
    ...optional('house.greenStars', house['greenStars'], { least: 0, most: 3, message: faultTexts.stars }),
    ...yesOrNo('house.prefab', house['prefab']),
    ...localityFaults(house['locality'], pack),
  ];
}

function dayFaults(value: unknown, today: PlainDate | undefined): FieldFault[] {
  if (!isDay(value)) return [{ field: 'asOf', rule: 'date', message: faultTexts.day }];
  if (value < nationalFrom) return [{ field: 'asOf', rule: 'too-early', message: faultTexts.tooEarly(nationalFrom) }];
  const last = today === undefined ? null : addMonths(today, 12);
  return last !== null && value > last ? [{ field: 'asOf', rule: 'too-late', message: faultTexts.tooLate }] : [];
}

/**
 * Every field that is wrong, by its path; empty when the engine can run. Takes whatever came, of whatever type, and never throws.
 * @param pack where given, the home's locality must be one of its own
 * @param today where given, the day of the estimate may be at most a year ahead of it
 */
export function checkEstimateInput(input: EstimateInput, pack?: CentrePack, today?: PlainDate): readonly FieldFault[] {
  const fields = fieldsOf(input);
  if (fields === null) return notAnObject('request', faultTexts.request);
  const day = dayFaults(fields['asOf'], today);
  if (day.length > 0) return day;
  return [
    ...applicantsFaults(fields['applicants'], fields['asOf'] as PlainDate),
    ...houseFaults(fields['house'], pack),
    ...householdFaults(fields['household']),
    ...optional('termYears', fields['termYears'], { least: 1, most: 30, message: faultTexts.term }),
    ...optional('otherMonthlyDebtFen', fields['otherMonthlyDebtFen'], money(faultTexts.money('其他月还款'))),
    ...optional('monthlyIncomeFen', fields['monthlyIncomeFen'], money(faultTexts.money('家庭月收入'))),
  ];
}

/**
 * Whether an amount may be asked for: whole yuan, at most the price of the home, at most what the limits let through.
 * @param amountFen what is asked for, in fen @param priceFen the price of the home, in fen
 */
export function checkAmount(amountFen: number, priceFen: number, estimate: Pick<Estimate, 'atMostFen'>): readonly FieldFault[] {
  const wrong = whole('amountFen', amountFen, { least: 100, most: MOST_FEN, message: faultTexts.amount });
  if (wrong.length > 0 || amountFen % 100 !== 0) return [{ field: 'amountFen', rule: 'range', message: faultTexts.amount }];
  if (amountFen > priceFen) return [{ field: 'amountFen', rule: 'above-price', message: faultTexts.abovePrice(priceFen) }];
  const { atMostFen } = estimate;
  return atMostFen !== null && amountFen > atMostFen ? [{ field: 'amountFen', rule: 'above-limit', message: faultTexts.aboveLimit(atMostFen) }] : [];
}
