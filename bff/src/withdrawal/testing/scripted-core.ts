import type {
  ContractCheck, CoreBooking, CoreCard, CoreCase, CoreCaseStage, CoreCaseState, CoreEvent, CoreEventPage, CoreOutcome, CoreOverview, CoreRead, CoreRefusalCode,
  CoreServicePoint, CoreSources, LoanApplication, LoanPrepayment, WithdrawalApplication,
} from '../../core-fund/index.ts';
import { CoreFund } from '../../core-fund/index.ts';
import { someSources } from './an-overview.ts';

/** What the core does with the next application. */
export type Turn =
  | 'accept' | 'to-clerk'
  /** Does the work, and the answer is lost. */
  | 'drop-after'
  /** Never sees it. */
  | 'drop-before'
  | CoreRefusalCode;

/** A day's interest of a prepayment. */
export const INTEREST_FEN = 2961;

type Asked = Pick<CoreCase, 'route' | 'amountFen' | 'cardNo' | 'prepayment' | 'interestFen'>;

const CLOSING: readonly string[] = ['retirement', 'disability', 'leave-job', 'emigration', 'death'];

interface Kept {
  readonly outcome: CoreOutcome<CoreCase>;
}

const never = (): Promise<never> => Promise.reject(new Error('not part of this script'));

/** A core that follows a script and remembers what it was asked; it keeps the rules of request numbers. */
export class ScriptedCore extends CoreFund {
  up = true;
  /** Answers only once this resolves: a core that hangs. */
  hanging: Promise<void> | undefined;
  readonly turns: Turn[] = [];
  readonly payments: string[] = [];
  readonly asked: string[] = [];
  readonly materials: string[] = [];
  contract: ContractCheck = { result: 'matched', local: true };
  /** What the register says of people other than the one of the test, by customer number; `silent` is a core that does not answer. */
  readonly contractsOfOthers = new Map<string, ContractCheck | 'silent'>();
  pushed: readonly CoreEvent[] | undefined = [];
  feed: CoreEvent[] = [];
  /** Numbers of the feed under which stands an event of a kind we do not know. */
  readonly foreign = new Set<number>();
  applications: WithdrawalApplication[] = [];
  loanApplications: LoanApplication[] = [];
  prepayments: LoanPrepayment[] = [];
  /** Overviews of people other than the one of the test, by customer number. */
  readonly others = new Map<string, CoreOverview>();
  points: CoreServicePoint[] = [];
  booked: CoreBooking[] = [];
  private readonly kept = new Map<string, Kept>();
  private readonly cases = new Map<string, CoreCase>();
  private readonly closed = new Set<string>();

  sourcesValue: CoreSources | 'silent' = someSources();
  /** Card numbers handed in, in clear as the core gets them. */
  readonly cardNumbers: string[] = [];
  readonly cardTurns: CoreRefusalCode[] = [];

  constructor(public overviewValue: CoreOverview) {
    super();
  }

  async overview(customerNo?: string): Promise<CoreRead<CoreOverview>> {
    this.asked.push('overview');
    await this.hanging;
    const value = this.others.get(customerNo ?? '') ?? this.overviewValue;
    return this.up ? { kind: 'ok', value, asOf: '2026-11-21T02:00:00.000Z' } : { kind: 'unreachable' };
  }

  async consult(): Promise<CoreRead<CoreSources>> {
    this.asked.push('consult');
    await this.hanging;
    const value = this.sourcesValue;
    return this.up && value !== 'silent' ? { kind: 'ok', value, asOf: '2026-11-21T02:00:00.000Z' } : { kind: 'unreachable' };
  }

  async applyWithdrawal(requestNo: string, application: WithdrawalApplication): Promise<CoreOutcome<CoreCase>> {
    const { route, amountFen, cardNo = null } = application;
    const closing = CLOSING.includes(route) ? { interestFen: INTEREST_FEN } : {};
    return this.takeIn(requestNo, () => this.applications.push(application), { route, amountFen, cardNo, ...closing });
  }

  async addCard(_requestNo: string, _customerNo: string, number: string): Promise<CoreOutcome<Omit<CoreCard, 'usable'>>> {
    if (!this.up) return { kind: 'unknown' };
    const refused = this.cardTurns.shift();
    if (refused !== undefined) return { kind: 'refused', code: refused };
    this.cardNumbers.push(number);
    const card = { cardNo: `K-${this.cardNumbers.length}`, number, bank: '中国银行' };
    this.overviewValue = { ...this.overviewValue, cards: [...this.overviewValue.cards, { ...card, usable: true }] };
    return { kind: 'accepted', value: card };
  }

  async removeCard(_requestNo: string, _customerNo: string, cardNo: string): Promise<CoreOutcome<null>> {
    if (!this.up) return { kind: 'unknown' };
    this.overviewValue = { ...this.overviewValue, cards: this.overviewValue.cards.filter((card) => card.cardNo !== cardNo) };
    return { kind: 'accepted', value: null };
  }

  /** Goes to the clerks, whatever the script says of accepting. */
  async applyLoan(requestNo: string, application: LoanApplication): Promise<CoreOutcome<CoreCase>> {
    const { amountFen } = application;
    return this.takeIn(requestNo, () => this.loanApplications.push(application), { route: 'loan-pre-application', amountFen, cardNo: null });
  }

  /** Decided at once; a day's interest comes with the principal. */
  async prepayLoan(requestNo: string, prepayment: LoanPrepayment): Promise<CoreOutcome<CoreCase>> {
    const { loanNo, cardNo } = prepayment;
    const principalFen = prepayment.amountFen ?? this.overviewValue.loans.find((loan) => loan.loanNo === loanNo)?.balanceFen ?? 0;
    const what = { route: 'loan-prepayment', amountFen: principalFen + INTEREST_FEN, cardNo, prepayment: { loanNo, principalFen, interestFen: INTEREST_FEN } } as const;
    return this.takeIn(requestNo, () => this.prepayments.push(prepayment), what);
  }

  async servicePoints(): Promise<CoreRead<readonly CoreServicePoint[]>> {
    return this.up ? { kind: 'ok', value: this.points, asOf: '2026-11-21T02:00:00.000Z' } : { kind: 'unreachable' };
  }

  async bookings(): Promise<CoreRead<readonly CoreBooking[]>> {
    return this.up ? { kind: 'ok', value: this.booked, asOf: '2026-11-21T02:00:00.000Z' } : { kind: 'unreachable' };
  }

  private takeIn(requestNo: string, remember: () => void, what: Asked): CoreOutcome<CoreCase> {
    this.asked.push(`apply ${requestNo}`);
    if (!this.up) return { kind: 'unknown' };
    if (this.kept.has(requestNo) || this.closed.has(requestNo)) throw new Error(`request number ${requestNo} was sent twice`);
    remember();
    const turn = this.turns.shift() ?? 'accept';
    if (turn === 'drop-before') return { kind: 'unknown' };
    const outcome = this.decide(requestNo, what, turn);
    this.kept.set(requestNo, { outcome });
    return turn === 'drop-after' ? { kind: 'unknown' } : outcome;
  }

  async outcomeOf(requestNo: string): Promise<CoreOutcome<CoreCase> | { readonly kind: 'never-arrived' }> {
    this.asked.push(`outcome ${requestNo}`);
    if (!this.up) return { kind: 'unknown' };
    const kept = this.kept.get(requestNo);
    if (kept !== undefined) return kept.outcome;
    this.closed.add(requestNo);
    return { kind: 'never-arrived' };
  }

  async caseOf(_customerNo: string, caseNo: string): Promise<CoreRead<CoreCase>> {
    this.asked.push(`case ${caseNo}`);
    const found = this.cases.get(caseNo);
    if (!this.up) return { kind: 'unreachable' };
    return found === undefined ? { kind: 'refused', code: 'not-found' } : { kind: 'ok', value: found, asOf: found.paidAt ?? '2026-11-21T02:00:00.000Z' };
  }

  async sendMaterial(requestNo: string): Promise<CoreOutcome<{ readonly materialNo: string }>> {
    this.materials.push(requestNo);
    return this.up ? { kind: 'accepted', value: { materialNo: `CL-${requestNo}` } } : { kind: 'unknown' };
  }

  async checkContract(customerNo?: string): Promise<CoreRead<ContractCheck>> {
    const value = this.contractsOfOthers.get(customerNo ?? '') ?? this.contract;
    return this.up && value !== 'silent' ? { kind: 'ok', value, asOf: '2026-11-21T02:00:00.000Z' } : { kind: 'unreachable' };
  }

  async cancel(_requestNo: string, _customerNo: string, caseNo: string): Promise<CoreOutcome<CoreCase>> {
    const found = this.cases.get(caseNo);
    if (!this.up) return { kind: 'unknown' };
    const late: readonly CoreCaseState[] = found?.route === 'loan-pre-application' ? ['mortgage', 'paid', 'cancelled'] : ['approved', 'paid', 'cancelled'];
    if (found === undefined || late.includes(found.state)) return { kind: 'refused', code: 'cannot-cancel' };
    return { kind: 'accepted', value: this.advance(caseNo, 'cancelled') };
  }

  async eventsAfter(eventNo: number, limit: number): Promise<CoreRead<CoreEventPage>> {
    if (!this.up) return { kind: 'unreachable' };
    const page = this.feed.filter((event) => event.eventNo > eventNo).slice(0, limit);
    const readThrough = page.at(-1)?.eventNo;
    const events = page.filter((event) => !this.foreign.has(event.eventNo));
    return { kind: 'ok', value: { events, more: page.length === limit, ...(readThrough === undefined ? {} : { readThrough }) }, asOf: '2026-11-21T02:00:00.000Z' };
  }

  readPushedEvents(): readonly CoreEvent[] | undefined {
    return this.pushed;
  }

  verifyPerson = never;
  entries = never;
  useCounterCode = never;
  checkMarriage = never;
  loanPlan = never;
  slots = never;
  book = never;
  cancelBooking = never;

  /** A case that the core made without being asked: by a standing order, or at a counter. */
  made(more: Pick<CoreCase, 'route' | 'amountFen' | 'cardNo' | 'requestNo'> & Partial<CoreCase>): CoreCase {
    const state = more.state ?? 'paid';
    const paid = state === 'paid' ? { paidAt: '2026-11-21T02:00:01.000Z' } : {};
    const made: CoreCase = { caseNo: `YW${this.cases.size + 1}`, stages: stagesAt(state, more.route), checks: [], ...paid, ...more, state };
    this.cases.set(made.caseNo, made);
    return made;
  }

  /** The clerk's no, with what it is about. */
  refuse(caseNo: string, about: CoreRefusalCode): CoreCase {
    const after = { ...this.advance(caseNo, 'refused'), refusal: { code: '300050', words: '付款凭证不清晰', about } };
    this.cases.set(caseNo, after);
    return after;
  }

  /** The clerk's hand. */
  advance(caseNo: string, state: CoreCaseState): CoreCase {
    const before = this.cases.get(caseNo);
    if (before === undefined) throw new Error(`no case ${caseNo}`);
    const refusal = state === 'refused' ? { refusal: { code: '01', words: '付款凭证不清晰' } } : {};
    const after: CoreCase = { ...before, ...refusal, state, stages: stagesAt(state, before.route), ...(state === 'paid' ? { paidAt: '2026-11-21T02:30:00.000Z' } : {}) };
    if (state === 'paid') this.payments.push(caseNo);
    this.cases.set(caseNo, after);
    this.feed.push(this.eventOf(after));
    return after;
  }

  eventOf(core: CoreCase): CoreEvent {
    return { eventNo: this.feed.length + 1, at: '2026-11-21T02:00:01.000Z', caseNo: core.caseNo, requestNo: core.requestNo, customerNo: 'KH00000000000001', state: core.state };
  }

  private decide(requestNo: string, what: Asked, turn: Turn): CoreOutcome<CoreCase> {
    if (turn !== 'accept' && turn !== 'to-clerk' && turn !== 'drop-after' && turn !== 'drop-before') return { kind: 'refused', code: turn };
    const caseNo = `YW${this.cases.size + 1}`;
    const state: CoreCaseState = turn === 'to-clerk' || what.route === 'loan-pre-application' ? 'received' : 'paid';
    const made: CoreCase = {
      caseNo,
      requestNo,
      ...what,
      state,
      stages: stagesAt(state, what.route),
      checks: [{ source: 'core', at: '2026-11-21T02:00:00.000Z', result: 'matched' }],
      ...(state === 'paid' ? { paidAt: '2026-11-21T02:00:01.000Z', nextPermittedOn: '2027-11-21' } : {}),
    };
    this.cases.set(caseNo, made);
    if (state === 'paid') this.payments.push(caseNo);
    return { kind: 'accepted', value: made };
  }
}

const DESKS: readonly Pick<CoreCaseStage, 'stage' | 'post'>[] = [
  { stage: 'accepted', post: '受理岗' },
  { stage: 'under-review', post: '审核岗' },
  { stage: 'approved', post: '审批岗' },
];
const LOAN_DESKS: readonly (Pick<CoreCaseStage, 'stage' | 'post'> & { readonly limit?: number; readonly outside?: true })[] = [
  ...DESKS,
  { stage: 'signing', post: '受托银行', limit: 0 },
  { stage: 'mortgage', post: '不动产登记中心', limit: 0, outside: true },
  { stage: 'paid', post: '资金岗' },
];
/** How many desks have done their part. */
const DONE_AT: Readonly<Record<CoreCaseState, number>> = {
  received: 0, accepted: 1, 'under-review': 2, approved: 3, signing: 3, mortgage: 4, paid: 6, refused: 1, cancelled: 0, 'payment-failed': 3,
};

function stagesAt(state: CoreCaseState, route: CoreCase['route']): CoreCase['stages'] {
  const desks: typeof LOAN_DESKS = route === 'loan-pre-application' ? LOAN_DESKS : DESKS;
  return desks.map(({ stage, post, limit, outside }, index) => ({
    stage,
    post,
    limitWorkingDays: limit ?? 1,
    ...(index <= DONE_AT[state] ? { startedAt: `2026-11-21T02:0${index}:00.000Z`, ...(limit === 0 ? {} : { dueAt: '2026-11-24T09:30:00.000Z' }) } : {}),
    ...(index < DONE_AT[state] ? { doneAt: `2026-11-21T02:0${index + 1}:00.000Z` } : {}),
    ...(outside === undefined ? {} : { outside }),
  }));
}
