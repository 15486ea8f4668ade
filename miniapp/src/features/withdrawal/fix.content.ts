import type { BankCard, CaseReply, DraftFile, FormReply, MissingField, ResubmitBody } from '@anju/shared/contract';
import { yuanTextOf } from '@anju/shared/money';
import { fieldWords, kindOfField } from '../../texts/withdrawal-fields.ts';
import { fixTexts } from '../../texts/withdrawal-fix.ts';
import { checkAmount } from './confirm.facts.ts';
import { NO_CONTENT } from './draft.content.ts';
import { fieldFault } from './field.faults.ts';

/** What is put right; kept on the device, so that a face check or a lost session loses nothing. */
export interface FixContent {
  readonly answers: Readonly<Record<string, string | number>>;
  readonly files: readonly DraftFile[];
  /** As typed. */
  readonly amount: string | null;
  readonly bankCardId: string | null;
}
export const NO_FIX: FixContent = { answers: {}, files: [], amount: null, bankCardId: null };

export function fixFrom(text: string | null): FixContent {
  if (text === null) return NO_FIX;
  try {
    return { ...NO_FIX, ...(JSON.parse(text) as Partial<FixContent>) };
  } catch {
    return NO_FIX;
  }
}

/** The one thing that is asked again. */
export type Asked =
  | { readonly item: 'card' }
  | { readonly item: 'amount'; readonly mostFen: number; readonly leastFen: number; /** What the field begins with. */ readonly start: string }
  | { readonly item: 'field'; readonly field: MissingField }
  /** It is put right elsewhere: handed in again as it was. */
  | { readonly item: 'elsewhere' };

const figure = (value: string | number | undefined): number | null => (typeof value === 'number' ? value : null);

/** A field of the form, or one that only its name is known of. */
function fieldOf(name: string | undefined, kind: 'papers' | 'answer', form: FormReply | null): MissingField | null {
  const missing = form?.missing ?? [];
  const fits = (field: MissingField): boolean => (field.kind === 'file') === (kind === 'papers');
  if (name === undefined) return missing.find(fits) ?? (kind === 'papers' ? { name: 'proof', kind: 'file' } : null);
  const known = missing.find((field) => field.name === name);
  if (known !== undefined) return known;
  const words = fieldWords(name, kind === 'papers' ? 'file' : kindOfField(name));
  return { name, kind: kind === 'papers' ? 'file' : kindOfField(name), ...(words.choices === undefined ? {} : { choices: Object.keys(words.choices) }) };
}

/** What a case asks again, or null: nothing can be put right. */
export function askedOf(reply: CaseReply, form: FormReply | null): Asked | null {
  const { fix, refusal } = reply;
  if (fix === undefined || !fix.resubmit || reply.resubmittedAs !== undefined) return null;
  switch (fix.item) {
    case 'card':
      return { item: 'card' };
    case 'amount': {
      const { maxFen, leftFen, mostFen } = refusal?.params ?? {};
      const most = figure(maxFen) ?? figure(leftFen) ?? figure(mostFen) ?? form?.prefilledFen ?? null;
      const mostNow = most ?? reply.amountFen;
      return { item: 'amount', mostFen: mostNow, leastFen: form?.minimumFen ?? 1, start: yuanTextOf(Math.min(mostNow, reply.amountFen)) };
    }
    case 'papers':
    case 'answer': {
      const field = fieldOf(fix.field, fix.item, form);
      return field === null ? { item: 'elsewhere' } : { item: 'field', field };
    }
    case 'nothing':
      return null;
    default:
      return { item: 'elsewhere' };
  }
}

/** The only card that can be used, and is not the one it came back from, is chosen already. */
export function withOnlyCard(content: FixContent, cards: readonly BankCard[], payee: CaseReply['payee']): FixContent {
  const usable = cards.filter((card) => card.usable);
  const [only] = usable;
  return content.bankCardId !== null || usable.length !== 1 || only === undefined || only.tail === payee?.tail ? content : { ...content, bankCardId: only.bankCardId };
}

/** What is wrong with what is put right, as a sentence, or null. @param today `YYYY-MM-DD` */
export function fixFault(asked: Asked, content: FixContent, cards: readonly BankCard[], today: string): string | null {
  switch (asked.item) {
    case 'card':
      return cards.some((card) => card.usable && card.bankCardId === content.bankCardId) ? null : fixTexts.cardMissing;
    case 'amount': {
      const check = checkAmount(content.amount ?? asked.start, asked.leastFen, asked.mostFen);
      return 'error' in check ? check.error : null;
    }
    case 'field':
      return fieldFault(asked.field, { ...NO_CONTENT, answers: content.answers, files: content.files }, today);
    case 'elsewhere':
      return null;
  }
}

/** What is sent: only what changed. */
export function fixBody(asked: Asked, content: FixContent): ResubmitBody {
  switch (asked.item) {
    case 'card':
      return content.bankCardId === null ? {} : { bankCardId: content.bankCardId };
    case 'amount': {
      const check = checkAmount(content.amount ?? asked.start, asked.leastFen, asked.mostFen);
      return 'fen' in check ? { amountFen: check.fen } : {};
    }
    case 'field': {
      const { name, kind } = asked.field;
      if (kind === 'file') return { fileIds: content.files.filter((file) => file.field === name).map((file) => file.fileId) };
      const value = content.answers[name];
      return value === undefined ? {} : { answers: { [name]: value } };
    }
    case 'elsewhere':
      return {};
  }
}

/** How much is asked for again, in fen: what stands in the field, else what the case asked for; null while no amount stands there. */
export const amountAgain = (reply: Pick<CaseReply, 'amountFen'>, asked: Asked, content: FixContent): number | null =>
  asked.item === 'amount' ? (fixBody(asked, content).amountFen ?? null) : reply.amountFen;
