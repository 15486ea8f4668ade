import { fenFromYuanText, MoneyError } from '@anju/shared/money';
import type { FormReply } from '@anju/shared/contract';
import { dayText, yuanText } from '../../texts/format.ts';
import { confirmTexts } from '../../texts/withdrawal.ts';
import type { WithdrawalDraft } from './withdrawal.draft.ts';

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

/** The amount the page starts with: what the person chose, if it still fits, else the maximum. */
export function startAmount(form: FormReply, draft: WithdrawalDraft): number {
  const most = form.prefilledFen ?? 0;
  const chosen = draft.amountFen;
  return chosen !== null && chosen >= form.minimumFen && chosen <= most ? chosen : most;
}

export interface ConfirmFact {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

function materialsText(form: FormReply, draft: WithdrawalDraft): string {
  return form.verdict.uploads === 0 ? confirmTexts.materialsNone : confirmTexts.materialsDone(draft.files.length);
}

/** When the money comes: a house elsewhere is always looked at by a clerk. */
function whenOf(form: FormReply, draft: WithdrawalDraft): Omit<ConfirmFact, 'label'> {
  if (form.verdict.decided === 'at-once') return { value: confirmTexts.whenAtOnce };
  if (draft.homeCity === 'elsewhere') return { value: confirmTexts.whenElsewhere, note: confirmTexts.whenElsewhereNote };
  return { value: confirmTexts.whenChecked, note: confirmTexts.whenByClerk };
}

/** What the person is about to agree to, line by line. */
export function confirmFacts(form: FormReply, amountFen: number, draft: WithdrawalDraft): readonly ConfirmFact[] {
  const { card } = form;
  return [
    { label: confirmTexts.to, value: card === null ? confirmTexts.noCard : confirmTexts.ownCard(card.bank, card.tail) },
    { label: confirmTexts.when, ...whenOf(form, draft) },
    { label: confirmTexts.stays, value: yuanText(form.balanceFen - amountFen) },
    ...(form.nextEligibleOn === undefined ? [] : [{ label: confirmTexts.nextDay, value: confirmTexts.nextFrom(dayText(form.nextEligibleOn, true)) }]),
    ...(draft.contractNumber === '' ? [] : [{ label: confirmTexts.contract, value: draft.contractNumber }]),
    { label: confirmTexts.materials, value: materialsText(form, draft) },
  ];
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
export const statementOf = (route: string): string => (route === 'repay-fund-loan' ? confirmTexts.statementRepay : confirmTexts.statementPurchase);

/** What the line under the button says about the next step. */
export function nextStepText(stepUp: 'face' | 'counter-code' | 'none', fresh: boolean): string {
  if (fresh) return confirmTexts.faceFresh;
  return stepUp === 'counter-code' ? confirmTexts.codeNext : confirmTexts.faceNext;
}
