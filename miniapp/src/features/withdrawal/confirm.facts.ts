import { fenFromYuanText, MoneyError } from '@anju/shared/money';
import type { BankCard, FormReply, MissingField, SubmitWithdrawalBody } from '@anju/shared/contract';
import { dayText, yuanText } from '../../texts/format.ts';
import { confirmTexts } from '../../texts/withdrawal.ts';
import { fieldWords } from '../../texts/withdrawal-fields.ts';
import type { DraftContent } from './draft.content.ts';

export type AmountCheck = { readonly fen: number } | { readonly error: string };

/** Reads the amount a person typed and holds it against what the route allows. */
export function checkAmount(text: string, leastFen: number, mostFen: number): AmountCheck {
  if (text.trim() === '') return { error: confirmTexts.amountEmpty };
  try {
    const fen = fenFromYuanText(text.replace(/\.$/, ''));
    if (fen < leastFen) return { error: confirmTexts.amountBelow(yuanText(leastFen)) };
    return fen > mostFen ? { error: confirmTexts.amountAbove(yuanText(mostFen)) } : { fen };
  } catch (error) {
    if (error instanceof MoneyError) return { error: confirmTexts.amountEmpty };
    throw error;
  }
}

/** The most that can be asked for: as the rules count it, else what the account could give at all, and the centre decides. */
export const mostOf = (form: FormReply): number => form.prefilledFen ?? Math.max(0, form.balanceFen - form.mustStayFen);

/**
 * The amount the page starts with: what the person chose, if it still fits, else the maximum; 0 where nobody can tell the maximum yet, and the
 * person says how much. A closing withdrawal takes everything.
 */
export function startAmount(form: FormReply, content: DraftContent): number {
  const chosen = content.amountFen;
  return form.closing === undefined && chosen !== null && chosen >= form.minimumFen && chosen <= mostOf(form) ? chosen : (form.prefilledFen ?? 0);
}

/** The cards money can be paid to; an older service names only one. */
export const cardsOf = (form: FormReply): readonly BankCard[] => (form.cards ?? (form.card === null ? [] : [form.card])).filter((card) => card.usable);

/** The card the money goes to: the chosen one while it can be used, else the first. null: none, or none is needed. */
export function cardOf(form: FormReply, content: DraftContent): BankCard | null {
  const cards = cardsOf(form);
  return cards.find((card) => card.bankCardId === content.bankCardId) ?? form.card ?? cards[0] ?? null;
}

export interface ConfirmFact {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

/** The core is silent: the figures are its last ones, and nothing comes at once. */
export const isOld = ({ state }: Pick<FormReply, 'state'>): boolean => state === 'stale';

/** When the money comes: a house elsewhere is always looked at by a clerk. */
function whenOf(form: FormReply, content: DraftContent, old: boolean): Omit<ConfirmFact, 'label'> {
  if (form.verdict.decided === 'at-once') return { value: old ? confirmTexts.whenAnswered : confirmTexts.whenAtOnce };
  if (content.answers['homeCity'] === 'elsewhere') return { value: confirmTexts.whenElsewhere, note: confirmTexts.whenElsewhereNote };
  if (content.answers['homeCity'] === 'local') return { value: confirmTexts.whenChecked, note: confirmTexts.whenByClerk };
  return { value: confirmTexts.whenClerk, note: confirmTexts.whenClerkNote };
}

function toOf(form: FormReply, card: BankCard | null): Omit<ConfirmFact, 'label'> {
  const { escrow } = form;
  if (escrow !== undefined) return { value: confirmTexts.escrow(escrow.bank, escrow.tail), note: confirmTexts.escrowNote(escrow.name) };
  return { value: card === null ? confirmTexts.noCard : confirmTexts.ownCard(card.bank, card.tail) };
}

function interestOf({ closing }: FormReply): readonly ConfirmFact[] {
  if (closing === undefined) return [];
  const value = closing.interestFen === null ? confirmTexts.interestUnknown : yuanText(closing.interestFen);
  return [{ label: confirmTexts.interest, value, note: confirmTexts.interestNote }];
}

/** What the person is about to agree to, line by line; what they filled in follows by itself. @param old see `isOld` */
export function confirmFacts(form: FormReply, amountFen: number, content: DraftContent, old = false): readonly ConfirmFact[] {
  return [
    { label: confirmTexts.to, ...toOf(form, cardOf(form, content)) },
    { label: confirmTexts.when, ...whenOf(form, content, old) },
    ...interestOf(form),
    { label: confirmTexts.stays, value: yuanText(form.balanceFen - amountFen) },
    ...(form.nextEligibleOn === undefined ? [] : [{ label: confirmTexts.nextDay, value: confirmTexts.nextFrom(dayText(form.nextEligibleOn, true)) }]),
    ...(form.missing.some((field) => field.kind === 'file') ? [] : [{ label: confirmTexts.materials, value: confirmTexts.materialsNone }]),
  ];
}

/** The choices of a field in words; what the service already words stays as it is. */
export function choicesOf(field: MissingField): readonly { readonly value: string; readonly label: string; readonly note?: string }[] {
  const words = fieldWords(field.name, 'choice').choices ?? {};
  return (field.choices ?? Object.keys(words)).map((value) => ({ value, ...(words[value] ?? { label: value }) }));
}

/** The answer to a field as it stands: the person's own, or the first choice where that counts until another is chosen. */
export function standingAnswer(field: MissingField, { answers }: Pick<DraftContent, 'answers'>): string | number | undefined {
  const given = answers[field.name];
  if (given !== undefined && given !== '') return given;
  return field.kind === 'choice' && fieldWords(field.name, 'choice').firstChosen === true ? field.choices?.[0] : undefined;
}

/** One answer as it is read on the confirm page. */
export function answerText(field: MissingField, content: DraftContent): string {
  if (field.kind === 'file') {
    const count = content.files.filter((file) => file.field === field.name).length;
    return count === 0 ? confirmTexts.none : confirmTexts.uploaded(count);
  }
  const value = standingAnswer(field, content);
  if (value === undefined) return confirmTexts.none;
  if (field.kind === 'amount' && typeof value === 'number') return yuanText(value);
  if (field.kind === 'date') return dayText(String(value), true);
  if (field.kind === 'choice') return choicesOf(field).find((choice) => choice.value === value)?.label ?? String(value);
  const unit = fieldWords(field.name, field.kind).unit;
  const figure = field.kind === 'number' ? String(Number(value) / 10 ** (field.decimals ?? 0)) : String(value);
  return unit === undefined ? figure : `${figure}\u2009${unit}`;
}

export interface AnswerLine {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}
/** Every answer, in the order of the questions. */
export const answerLines = (form: FormReply, content: DraftContent): readonly AnswerLine[] =>
  form.missing.map((field) => ({ name: field.name, label: fieldWords(field.name, field.kind).label, text: answerText(field, content) }));

/** The body that is sent: only what the form asks for; equal wishes give equal bodies, and so one key. */
export function bodyOf(form: FormReply, amountFen: number, content: DraftContent): SubmitWithdrawalBody {
  const answered = form.missing.filter(({ kind }) => kind !== 'file').flatMap((field) => {
    const value = standingAnswer(field, content);
    return value === undefined ? [] : [[field.name, value] as const];
  });
  const fileIds = form.missing.flatMap((field) => content.files.filter((file) => file.field === field.name).map((file) => file.fileId));
  return {
    route: form.route,
    amountFen,
    bankCardId: form.escrow === undefined ? (cardOf(form, content)?.bankCardId ?? '') : '',
    ...(answered.length === 0 ? {} : { answers: Object.fromEntries(answered) }),
    ...(fileIds.length === 0 ? {} : { fileIds }),
  };
}

export interface BasisLine {
  readonly label: string;
  readonly span: string | null;
  readonly amountFen: number;
  /** The one that decides. */
  readonly least: boolean;
}

/** How the maximum came about. */
export function basisLines(form: FormReply): readonly BasisLine[] {
  const least = Math.min(...form.basis.map((line) => line.amountFen));
  return form.basis.map((line) => ({
    label: confirmTexts.basis[line.name] ?? line.name,
    span: line.from === undefined || line.to === undefined ? null : confirmTexts.basisSpan(dayText(line.from, true), dayText(line.to, true)),
    amountFen: line.amountFen,
    least: line.amountFen === least,
  }));
}

/** The statement a person makes by pressing the button. */
export const statementOf = (route: string): string =>
  route === 'repay-fund-loan' || route === 'repay-commercial-loan' ? confirmTexts.statementRepay : route === 'purchase' || route === 'down-payment' ? confirmTexts.statementPurchase : confirmTexts.statement;
