import type { ProblemCode, ProblemField, WithdrawalAnswers } from '@anju/shared/contract';
import type { AnswerFault, RouteOffer, RouteVerdict } from '@anju/shared/withdrawal';
import type { CoreCard } from '../../core-fund/index.ts';
import { Refusal } from '../../platform/index.ts';
import { submissionTexts } from '../../texts/index.ts';

const refusedField = (code: ProblemCode, field: ProblemField): Refusal => new Refusal(code, { fields: [field] });

/** Every reason, not the first; a case on its way is named, so that the phone can open it. */
export function assertEligible(verdict: RouteVerdict): void {
  if (!verdict.eligible) throw new Refusal('withdrawal.ineligible', { reasons: verdict.reasons });
  if (verdict.servedBy !== 'online') throw new Refusal('withdrawal.ineligible', { reasons: [{ code: 'not-online', params: { servedBy: verdict.servedBy } }] });
}

/** `amountFen` is a positive integer by its DTO; here it meets the maximum, or is the whole balance where the account closes. */
export function assertAmount(amountFen: number, { maxFen }: RouteVerdict, closing: boolean): void {
  if (maxFen !== null && (closing ? amountFen === maxFen : amountFen <= maxFen)) return;
  const message = maxFen === null ? submissionTexts.maximumUnknown : closing ? submissionTexts.wholeBalance(maxFen) : submissionTexts.aboveMaximum(maxFen);
  throw new Refusal('withdrawal.amount-above-maximum', {
    fields: [{ field: 'amountFen', rule: closing ? 'whole' : 'maximum', message }],
    reasons: maxFen === null ? [] : [{ code: closing ? 'closing-amount' : 'amount-above-maximum', params: { maxFen } }],
  });
}

/** A card of somebody else is a card that does not exist; one that is closed cannot be paid to. */
export function assertCard(card: CoreCard | undefined): CoreCard {
  if (card === undefined || !card.usable) {
    throw refusedField('withdrawal.card-unknown', { field: 'bankCardId', rule: card === undefined ? 'unknown' : 'unusable', message: submissionTexts.cardUnknown });
  }
  return card;
}

/** Contract numbers as registers print them: letters, digits, Chinese characters and separators; no pictures, nothing invisible. Holds for one as `contractNumberOf` writes it. */
export const CONTRACT_NUMBER = /^[0-9A-Za-z\p{Script=Han}()（）〔〕[\]_./-]{4,40}$/u;
/**
 * A contract's number as it is asked for, however it was typed: plain letters and digits in capitals, every dash a hyphen, no blanks. Brackets keep
 * their width, since registers print both. What is no text, or far too long, stays as it is.
 */
export function contractNumberOf<T>(typed: T): T | string {
  if (typeof typed !== 'string' || typed.length > LONGEST) return typed;
  const plain = typed.replace(/[^（）]+/gu, (part) => part.normalize('NFKC'));
  return plain.replace(/[\u2010-\u2015\u2212]/gu, '-').replace(/[\s\u200b]/gu, '').toUpperCase();
}

/** Answers with the number of the contract in them as it is asked for. */
export function asAskedFor(answers: WithdrawalAnswers): WithdrawalAnswers {
  const { contractNumber } = answers;
  return contractNumber === undefined ? answers : { ...answers, contractNumber: contractNumberOf(contractNumber) };
}

/** More fields than any route has, and longer texts than any of them takes. */
const MOST_ANSWERS = 40;
const LONGEST = 200;
const NAME = /^[0-9A-Za-z]{1,40}$/;

/** Answers of whatever origin as texts and whole numbers by field, the number of a contract as it is asked for. @throws Refusal `request.invalid` naming the field */
export function plainAnswers(answers: WithdrawalAnswers | undefined): WithdrawalAnswers {
  const given: readonly (readonly [string, unknown])[] = Object.entries(answers ?? {});
  if (given.length > MOST_ANSWERS) throw refusedField('request.invalid', { field: 'answers', rule: 'size', message: submissionTexts.answerWrong });
  const isPlain = (value: unknown): boolean => (typeof value === 'string' ? value.length <= LONGEST : Number.isSafeInteger(value));
  const wrong = given.filter(([name, value]) => !NAME.test(name) || !isPlain(value)).map(([name]) => `answers.${name.slice(0, LONGEST)}`);
  if (wrong.length > 0) throw new Refusal('request.invalid', { fields: wrong.map((field) => ({ field, rule: 'type', message: submissionTexts.answerWrong })) });
  return asAskedFor(Object.fromEntries(given) as WithdrawalAnswers);
}

/** Every answer that does not count, by its field. */
export function assertAnswers(faults: readonly AnswerFault[]): void {
  if (faults.length === 0) return;
  throw new Refusal('request.invalid', { fields: faults.map(({ field, rule }) => ({ field, rule, message: submissionTexts.answerWrong })) });
}

/** What is still asked and was not answered, by its field. */
export function assertAnswered({ missing }: RouteOffer): void {
  const open = missing.filter(({ kind, optional }) => kind !== 'file' && optional !== true);
  if (open.length === 0) return;
  const fields = open.map(({ name }) => ({ field: `answers.${name}`, rule: 'required', message: name === 'contractNumber' ? submissionTexts.contractMissing : submissionTexts.answerMissing }));
  throw new Refusal('request.invalid', { fields });
}

/** A paper may have several pages. */
const MOST_FILES = 10;

/** A file at least for each paper that is asked for, each the person's own and not used before; none where none is asked. */
export function assertFiles(asked: readonly string[], usable: readonly string[], { missing, uploads }: RouteOffer): readonly string[] {
  const fileIds = [...new Set(asked)];
  const refuse = (rule: string, message: string): Refusal => refusedField('withdrawal.file-missing', { field: 'fileIds', rule, message });
  if (fileIds.some((fileId) => !usable.includes(fileId))) throw refuse('unknown', submissionTexts.fileUnknown);
  if (fileIds.length < uploads) throw refuse('required', uploads === 1 ? submissionTexts.fileMissing : submissionTexts.filesMissing(uploads));
  const papers = missing.some(({ kind }) => kind === 'file');
  if (fileIds.length > (papers ? MOST_FILES : 0)) throw refuse('size', papers ? submissionTexts.fileTooMany : submissionTexts.fileNotNeeded);
  return fileIds;
}
