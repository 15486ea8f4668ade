import type { EstimateReply, PreApplicationBody, PrequalificationBody } from '@anju/shared/contract';
import { scheduleSummary } from '@anju/shared/loan';
import { preApplicationTexts as texts } from '../../texts/loan-case.ts';
import { yuanText } from '../../texts/format.ts';
import { amountTyped, contractNumberOf, faultOf, valueOf } from '../../texts/typed.ts';
import type { CheckedHouse, LoanDraft } from './loan.draft.ts';

/** The house the register knows by the number that stands in the field now; null when it was not asked about this one. */
export function checkedHouse(draft: LoanDraft): CheckedHouse | null {
  return draft.house !== null && draft.house.contractNumber === contractNumberOf(draft.contractNumber) ? draft.house : null;
}

/** A contract in the spouse's name stands only while the two apply together. */
const needsPartner = (house: CheckedHouse, withPartner: boolean): boolean => house.result === 'matched' && house.buyer === 'partner' && !withPartner;

/** Whether one may go on with what the register said: a register that is silent is no mismatch. */
export const houseStands = (house: CheckedHouse | null, withPartner: boolean): boolean =>
  house !== null && (house.result === 'matched' || house.result === 'unavailable') && !needsPartner(house, withPartner);

/** What the register says against the number, in words. */
export function houseFault(house: CheckedHouse | null, withPartner: boolean): string | null {
  if (house !== null && needsPartner(house, withPartner)) return texts.result.ofPartner;
  return house === null || house.result === 'matched' || house.result === 'unavailable' ? null : texts.result[house.result];
}

/** The amount applied for: what the person chose if it still fits, else the most. */
export function amountOf(draft: LoanDraft, mostFen: number): number {
  const chosen = draft.amountFen;
  return chosen !== null && chosen > 0 && chosen <= mostFen ? chosen : mostFen;
}

export type AmountCheck = { readonly fen: number } | { readonly error: string };

/** Reads an amount typed in yuan: whole yuan, no more than the pre-qualification gives. */
export function checkWholeYuan(text: string, mostFen: number): AmountCheck {
  const typed = amountTyped(text);
  const fen = valueOf(typed);
  if (fen === null || fen === 0) return { error: faultOf(typed) ?? texts.amountEmpty };
  if (fen % 100 !== 0) return { error: texts.amountWhole };
  return fen > mostFen ? { error: texts.amountAbove(yuanText(mostFen)) } : { fen };
}

/** The first instalment of the amount by the chosen method. */
export function firstInstalmentFen(amountFen: number, estimate: EstimateReply, method: LoanDraft['method']): number | null {
  if (amountFen <= 0 || estimate.termMonths <= 0) return null;
  return scheduleSummary({ principalFen: amountFen, annualRateMillionths: estimate.annualRateMillionths, months: estimate.termMonths, method }).firstInstalmentFen;
}

export interface ApplicationParts {
  readonly draft: LoanDraft;
  readonly asked: PrequalificationBody;
  readonly estimate: EstimateReply;
  readonly mostFen: number;
  readonly withPartner: boolean;
}

/** The body that is sent; equal wishes give equal bodies, and so one key. null while the house is not checked. */
export function preApplicationBody({ draft, asked, estimate, mostFen, withPartner }: ApplicationParts): PreApplicationBody | null {
  const house = checkedHouse(draft);
  const amountFen = amountOf(draft, mostFen);
  if (house === null || !houseStands(house, withPartner) || amountFen <= 0) return null;
  return {
    amountFen,
    termMonths: estimate.termMonths,
    method: draft.method,
    house: { ...asked.house, contractNumber: house.contractNumber },
    household: asked.household,
    withPartner,
    ...(asked.retirementCategory === undefined ? {} : { retirementCategory: asked.retirementCategory }),
    ...(asked.otherMonthlyDebtFen === undefined ? {} : { otherMonthlyDebtFen: asked.otherMonthlyDebtFen }),
    ...(asked.monthlyIncomeFen === undefined ? {} : { monthlyIncomeFen: asked.monthlyIncomeFen }),
  };
}
