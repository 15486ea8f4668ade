import type { ProblemCode, ProblemField, RouteVerdict, SubmitWithdrawalBody } from '@anju/shared/contract';
import { routeTraits } from '@anju/shared/withdrawal';
import type { CoreCard } from '../../core-fund/index.ts';
import { Refusal } from '../../platform/index.ts';
import { submissionTexts } from '../../texts/index.ts';

const refusedField = (code: ProblemCode, field: ProblemField): Refusal => new Refusal(code, { fields: [field] });

/** Every reason, not the first; a case on its way is named, so that the phone can open it. */
export function assertEligible(verdict: RouteVerdict): void {
  if (!verdict.eligible) throw new Refusal('withdrawal.ineligible', { reasons: verdict.reasons });
  if (verdict.servedBy !== 'online') throw new Refusal('withdrawal.ineligible', { reasons: [{ code: 'not-online', params: { servedBy: verdict.servedBy } }] });
}

/** `amountFen` is a positive integer by its DTO; here it meets the maximum. */
export function assertAmount(amountFen: number, { maxFen }: RouteVerdict): void {
  if (maxFen !== null && amountFen <= maxFen) return;
  const message = maxFen === null ? submissionTexts.maximumUnknown : submissionTexts.aboveMaximum(maxFen);
  throw new Refusal('withdrawal.amount-above-maximum', {
    fields: [{ field: 'amountFen', rule: 'maximum', message }],
    reasons: maxFen === null ? [] : [{ code: 'amount-above-maximum', params: { maxFen } }],
  });
}

/** A card of somebody else is a card that does not exist; one that is closed cannot be paid to. */
export function assertCard(card: CoreCard | undefined): CoreCard {
  if (card === undefined || !card.usable) {
    throw refusedField('withdrawal.card-unknown', { field: 'bankCardId', rule: card === undefined ? 'unknown' : 'unusable', message: submissionTexts.cardUnknown });
  }
  return card;
}

/** Contract numbers as registers print them: letters, digits, Chinese characters and separators; no pictures, nothing invisible. */
export const CONTRACT_NUMBER = /^[0-9A-Za-z\p{Script=Han}()（）〔〕[\]_./-]{4,40}$/u;
const FITS: Readonly<Record<string, (value: string | number) => boolean>> = {
  contractNumber: (value) => typeof value === 'string' && CONTRACT_NUMBER.test(value),
  homeCity: (value) => value === 'local' || value === 'elsewhere',
};

/** What the route asks for beyond the amount; an answer nobody asked for, or one that does not fit, is refused by its name. */
export function assertAnswers(body: SubmitWithdrawalBody): void {
  const answers = body.answers ?? {};
  for (const [name, value] of Object.entries(answers)) {
    if (FITS[name]?.(value) !== true) throw refusedField('request.invalid', { field: `answers.${name}`, rule: 'format', message: submissionTexts.answerWrong });
  }
  if (body.route !== 'purchase' || answers['contractNumber'] !== undefined) return;
  throw refusedField('request.invalid', { field: 'answers.contractNumber', rule: 'required', message: submissionTexts.contractMissing });
}

/** As many files as the route asks for, each the person's own and not used before. */
export function assertFiles(body: SubmitWithdrawalBody, usable: readonly string[]): readonly string[] {
  const asked = [...new Set(body.fileIds ?? [])];
  const { uploads } = routeTraits(body.route);
  const refuse = (rule: string, message: string): Refusal => refusedField('withdrawal.file-missing', { field: 'fileIds', rule, message });
  if (asked.some((fileId) => !usable.includes(fileId))) throw refuse('unknown', submissionTexts.fileUnknown);
  if (asked.length < uploads) throw refuse('required', submissionTexts.fileMissing);
  if (asked.length > uploads) throw refuse('size', uploads === 0 ? submissionTexts.fileNotNeeded : submissionTexts.fileTooMany);
  return asked;
}
