import { isPlainDate } from '@anju/shared/calendar';
import type { MissingField } from '@anju/shared/contract';
import { yuanText } from '../../texts/format.ts';
import { contractFault } from '../../texts/typed.ts';
import { faultTexts, fieldWords } from '../../texts/withdrawal-fields.ts';
import type { DraftContent } from './draft.content.ts';

/** Before anybody's certificate. */
const EARLIEST = '1900-01-01';
const LONGEST = 60;

type Value = string | number | undefined;

function amountFault(field: MissingField, value: number): string | null {
  const { minimum = 1, maximum } = field;
  if (value < minimum) return faultTexts.amountLeast(yuanText(minimum));
  return maximum !== undefined && value > maximum ? faultTexts.amountMost(yuanText(maximum)) : null;
}

/** A number with decimals is handed over without its point. */
const shown = ({ decimals = 0 }: MissingField, value: number): string => String(value / 10 ** decimals);

function numberFault(field: MissingField, value: number): string | null {
  const { minimum = 0, maximum } = field;
  if (value < minimum) return faultTexts.numberLeast(shown(field, minimum));
  return maximum !== undefined && value > maximum ? faultTexts.numberMost(shown(field, maximum)) : null;
}

function dateFault(value: string, today: string): string | null {
  if (!isPlainDate(value)) return faultTexts.notADay;
  if (value > today) return faultTexts.future;
  return value < EARLIEST ? faultTexts.tooEarly : null;
}

function textFault(field: MissingField, value: string): string | null {
  if (field.name === 'contractNumber') return contractFault(value);
  const { minimum = 1, maximum = LONGEST, pattern } = field;
  if (value.length < minimum) return faultTexts.tooShort(minimum);
  if (value.length > maximum) return faultTexts.tooLong(maximum);
  return pattern === undefined || new RegExp(pattern).test(value) ? null : faultTexts.pattern;
}

function valueFault(field: MissingField, value: string | number, today: string): string | null {
  switch (field.kind) {
    case 'amount':
      return typeof value === 'number' ? amountFault(field, value) : (fieldWords(field.name, 'amount').empty ?? null);
    case 'number':
      return typeof value === 'number' ? numberFault(field, value) : faultTexts.notANumber;
    case 'date':
      return dateFault(String(value), today);
    case 'choice':
      return field.choices === undefined || field.choices.includes(String(value)) ? null : faultTexts.choose;
    default:
      return textFault(field, String(value).trim());
  }
}

const isEmpty = (value: Value): value is undefined => value === undefined || (typeof value === 'string' && value.trim() === '');

/**
 * What is wrong with the answer to one field, as a sentence, or null.
 * @param today the day the account was asked, `YYYY-MM-DD`: nothing that has happened lies after it
 */
export function fieldFault(field: MissingField, content: DraftContent, today: string): string | null {
  const empty = field.optional === true ? null : (fieldWords(field.name, field.kind).empty ?? faultTexts.choose);
  if (field.kind === 'file') return content.files.some((file) => file.field === field.name) ? null : empty;
  const value = content.answers[field.name];
  return isEmpty(value) ? empty : valueFault(field, value, today);
}

/** What is still missing or wrong, in words, by field. */
export function formFaults(missing: readonly MissingField[], content: DraftContent, today: string): Readonly<Record<string, string>> {
  return Object.fromEntries(missing.map((field) => [field.name, fieldFault(field, content, today)] as const).filter((pair): pair is readonly [string, string] => pair[1] !== null));
}
