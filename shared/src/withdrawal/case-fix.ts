/** What a person can put right after a refusal or a payment that came back: one thing, and nothing else is asked again. */
export interface CaseFix {
  readonly item: 'card' | 'amount' | 'papers' | 'answer' | 'identity' | 'date' | 'loan' | 'account' | 'nothing';
  /** The answer's or paper's field. */
  readonly field?: string;
  /** Whether the same application can be handed in again once that is right; false: this route is not theirs. */
  readonly resubmit: boolean;
}

const of = (item: CaseFix['item'], field?: string): CaseFix => (field === undefined ? { item, resubmit: true } : { item, field, resubmit: true });
const never: CaseFix = { item: 'nothing', resubmit: false };

/**
 * The core's refusals of an application, a clerk's and the bank's among them, in our words, each with the one item that is wrong:
 * `date`: time must pass or something under way must end first; `identity`, `account`, `loan`: put right with the centre, at the source or the
 * bank; the rest is changed in the application itself. The numbers of the wire stand in the BFF's adapter.
 */
const FIXES = {
  // the account and the person
  'person-not-found': of('identity'), 'name-differs': of('identity'), 'correct-first': of('identity'), 'household-local': of('identity'),
  'account-not-found': of('account'), 'account-frozen': of('account'), 'account-state': of('account'), 'account-elsewhere': of('account'),
  're-employed': never, 'reason-not-allowed': never, 'not-offered': never, 'owns-home': never, rejected: never,
  // time
  'case-running': of('date'), 'before-next-date': of('date'), 'year-used': of('date'), 'period-taken': of('date'), 'contributions-too-short': of('date'),
  'sealed-too-short': of('date'), 'not-yet-retired': of('date'), 'proof-too-new': of('date'), 'transfer-running': of('date'), 'contribution-pending': of('date'), barred: of('date'),
  'outside-window': never,
  // the amount
  'amount-above-balance': of('amount'), 'must-stay': of('amount'), 'amount-above-maximum': of('amount'), 'closing-amount': of('amount'), 'amount-not-proven': of('amount'),
  // where the money goes
  'card-not-own-class-one': of('card'), 'card-wrong': of('card'), 'payment-returned': of('card'), 'escrow-unknown': of('answer', 'escrowAccount'),
  // the loan
  'no-loan': never, 'reason-must-be-repayment': of('loan'), 'loan-in-arrears': of('loan'), 'no-commercial-loan': of('loan'),
  // papers and answers
  'material-missing': of('papers'), 'material-unreadable': of('papers'), 'material-wrong': of('papers'), 'source-mismatch': of('papers'),
  'illness-not-listed': of('papers', 'diagnosis'), 'not-dangerous': of('papers', 'permit'),
  'contract-missing': of('answer', 'contractNumber'), 'contract-mismatch': of('answer', 'contractNumber'), 'home-already-used': of('answer', 'contractNumber'),
  'relation-not-covered': of('answer', 'relation'), 'answer-missing': of('answer'),
} as const satisfies Readonly<Record<string, CaseFix>>;

export type CoreRefusal = keyof typeof FIXES;
/** Every refusal that the table knows, as the BFF maps the core's numbers to them. */
export const CORE_REFUSALS = Object.keys(FIXES) as readonly CoreRefusal[];

/** What a source that disagrees has the person put right. */
const BY_SOURCE: Readonly<Record<string, CaseFix>> = {
  'public-security': of('identity'), 'civil-affairs': of('identity'), 'real-estate': of('answer', 'contractNumber'), bank: of('card'), credit: of('loan'), core: of('account'),
};

/**
 * The one wrong item of a refusal. `params.field` names the answer or paper where the core does; a year that is used up in part (`leftFen`)
 * asks for a smaller amount; a source that disagrees (`source`) for what it keeps. A code nobody knows can only be asked about: `nothing`.
 * @param route a down payment goes to the account that is watched over, and no other card of the person's puts it right
 */
export function caseFixOf(code: string, params?: Readonly<Record<string, string | number>>, route?: string): CaseFix {
  const fix = anyFixOf(code, params);
  return fix.item === 'card' && route === 'down-payment' ? of('account') : fix;
}

function anyFixOf(code: string, params?: Readonly<Record<string, string | number>>): CaseFix {
  if (!Object.prototype.hasOwnProperty.call(FIXES, code)) return never;
  const fix: CaseFix = FIXES[code as CoreRefusal];
  const { leftFen, source, field } = params ?? {};
  if (code === 'year-used' && typeof leftFen === 'number' && leftFen > 0) return of('amount');
  if (code === 'source-mismatch' && typeof source === 'string' && Object.prototype.hasOwnProperty.call(BY_SOURCE, source)) return BY_SOURCE[source] ?? fix;
  return typeof field === 'string' && field !== '' && (fix.item === 'papers' || fix.item === 'answer') ? of(fix.item, field) : fix;
}
