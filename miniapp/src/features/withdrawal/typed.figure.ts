import type { MissingField } from '@anju/shared/contract';
import { amountTyped, countTyped, yuanField } from '../../texts/typed.ts';
import type { Typed } from '../../texts/typed.ts';
import { faultTexts } from '../../texts/withdrawal-fields.ts';

const MOST = 1_000_000_000;

/** What a field holds, as it is typed: yuan for fen, 89.53 for a number of two decimals. */
export function figureText(field: MissingField, value: string | number | undefined): string {
  if (typeof value !== 'number') return '';
  if (field.kind === 'amount') return yuanField(value);
  return String(value / 10 ** (field.decimals ?? 0));
}

/** A number with so many decimals, without its point. */
function decimalsTyped(text: string, decimals: number): Typed {
  const given = text.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - '０'.charCodeAt(0))).replace(/[．。]/g, '.').replace(/[\s,，]/g, '').replace(/\.$/, '');
  if (given === '') return { kind: 'empty' };
  const parts = /^(\d{1,9})(?:\.(\d+))?$/.exec(given);
  if (parts === null) return { kind: 'fault', words: faultTexts.notANumber };
  const [, whole = '', rest = ''] = parts;
  if (rest.length > decimals) return { kind: 'fault', words: faultTexts.decimals(decimals) };
  return { kind: 'value', value: Number(`${whole}${rest.padEnd(decimals, '0')}`) };
}

/** Reads what is typed into an amount or number field; its bounds are the form's to say. */
export function figureTyped(field: MissingField, text: string): Typed {
  if (field.kind === 'amount') return amountTyped(text);
  const { decimals = 0 } = field;
  return decimals === 0 ? countTyped(text, 0, MOST, faultTexts.whole) : decimalsTyped(text, decimals);
}

/** What the field shows: as it was typed here, unless another phone has put something else in its place. @param own the text typed here and what was read from it */
export const figureShown = (field: MissingField, own: { readonly text: string; readonly value: string | number | undefined }, value: string | number | undefined): string =>
  own.value === value ? own.text : figureText(field, value);
