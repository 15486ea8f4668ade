import type { AccountsReply } from '@anju/shared/contract';
import { withdrawalEffect } from '@anju/shared/loan';
import type { BareEstimate } from '@anju/shared/loan';
import type { CentrePack } from '@anju/shared/policy';
import { yuanText } from '../../texts/format.ts';
import { keepTexts } from '../../texts/loan-ways.ts';
import { EXAMPLE_FORM } from './calculator.form.ts';
import type { CalculatorForm } from './calculator.form.ts';
import { askedBy } from './calculator.request.ts';
import { inputOf } from './calculator.result.ts';
import { amountTyped, faultOf, valueOf, yuanField } from '../../texts/typed.ts';

interface Change {
  readonly beforeFen: number;
  readonly afterFen: number;
}
/** What a withdrawal of one's own balance does. */
export type KeepOutcome =
  | { readonly kind: 'no-quota' }
  | { readonly kind: 'unknown'; readonly balanceFen: number }
  | { readonly kind: 'wrong'; readonly balanceFen: number; readonly words: string }
  | { readonly kind: 'effect'; readonly balanceFen: number; readonly amountFen: number; readonly limit: Change; readonly monthly: Change; readonly notes: readonly string[] };

const shareOf = (parts: number) => (balanceFen: number): string => yuanField(Math.floor(balanceFen / parts / 100) * 100);

/** Amounts to try with one tap. */
export const PARTS = [
  { key: 'none' as const, of: (): string => '' },
  { key: 'quarter' as const, of: shareOf(4) },
  { key: 'half' as const, of: shareOf(2) },
  { key: 'all' as const, of: yuanField },
];
export type Part = (typeof PARTS)[number]['key'];

/** The part that an amount is, or null. */
export function partOf(amount: string, balanceFen: number): Part | null {
  return PARTS.find(({ of }) => of(balanceFen) === amount.trim())?.key ?? null;
}

const monthlyOf = (estimate: BareEstimate): number => estimate.instalments?.equalInstalment.firstInstalmentFen ?? 0;

/** Whose balance it is: the example's until the person has typed one of their own. */
export const balanceWords = (form: CalculatorForm, balanceFen: number): string => (form.me.balance === EXAMPLE_FORM.me.balance ? keepTexts.haveExample : keepTexts.have)(yuanText(balanceFen));

/** A signed-in person's real balance, with the core's moment. */
export interface OwnBalance {
  readonly balanceFen: number;
  readonly asOf: string;
}

/** The balance over the accounts a loan is reckoned with, those that are normal or sealed; null where nothing of it is known or there is none. */
export function ownBalanceOf(reply: AccountsReply | null): OwnBalance | null {
  if (reply === null || reply.accounts.state === 'unknown') return null;
  const held = reply.accounts.value.filter(({ state }) => state === 'normal' || state === 'sealed');
  if (held.length === 0) return null;
  return { balanceFen: held.reduce((sum, account) => sum + account.balanceFen, 0), asOf: reply.accounts.asOf };
}

/** The calculator's form with the account's own balance in place of what was typed; the kept form stays as it is. */
const withOwn = (form: CalculatorForm, own: OwnBalance | null): CalculatorForm => (own === null ? form : { ...form, me: { ...form.me, balance: yuanField(own.balanceFen) } });

/** What taking so much of one's own balance does to quota and instalment. @param today the day in China @param own the account's balance, where it is known */
export function withdrawn(typedForm: CalculatorForm, amount: string, today: string, pack: CentrePack | null, own: OwnBalance | null = null): KeepOutcome {
  const form = withOwn(typedForm, own);
  const asked = askedBy(form, today);
  const balanceFen = valueOf(amountTyped(form.me.balance));
  if (asked.kind !== 'request' || balanceFen === null || pack?.centre !== form.centre) return { kind: 'no-quota' };
  const typed = amountTyped(amount);
  const amountFen = typed.kind === 'empty' ? 0 : valueOf(typed);
  if (amountFen === null) return { kind: 'wrong', balanceFen, words: faultOf(typed) ?? '' };
  if (amountFen > balanceFen) return { kind: 'wrong', balanceFen, words: own === null ? keepTexts.tooMuch(yuanText(balanceFen)) : keepTexts.tooMuchOwn };
  const effect = withdrawalEffect(inputOf(asked.request, today, 0), pack, amountFen);
  if (effect.kind === 'invalid') return { kind: 'no-quota' };
  const { before, after } = effect;
  if (!before.complete || before.amountFen === null || after.amountFen === null) return { kind: 'unknown', balanceFen };
  return {
    kind: 'effect',
    balanceFen,
    amountFen,
    limit: { beforeFen: before.amountFen, afterFen: after.amountFen },
    monthly: { beforeFen: monthlyOf(before), afterFen: monthlyOf(after) },
    notes: effect.notes.map((note) => `${note}。`),
  };
}
