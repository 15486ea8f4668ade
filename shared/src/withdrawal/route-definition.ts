import type { BasisName } from './limit-basis.ts';
import type { ProofKind } from './withdrawal-facts.ts';
import type { MissingFact, WithdrawalReasonCode } from './withdrawal-reason.ts';

/** A shared source that is asked in place of the person. */
export type SourceName =
  | 'core' | 'real-estate' | 'civil-affairs' | 'bank' | 'public-security' | 'social-insurance' | 'employment' | 'market-regulation' | 'credit' | 'invoice';
/** How a question is answered; `file` is a paper. Amounts are in fen, days `YYYY-MM-DD`. */
export type FieldKind = 'text' | 'choice' | 'amount' | 'date' | 'number' | 'file';

/** A fact by its place: `lift.relation`, or `household` where it stands by itself. A group of no name of its own is one of `WithdrawalFacts.groups`. */
export type FactPath = string;
/** A figure of the centre by its place: `lift.withinMonths`; a route of no name of its own has its figures in `WithdrawalRules.routes`. */
export type TermPath = string;

/**
 * What is asked of the person, or on paper, because no source told it. It is asked while one of these holds: a finding that it `settles` stands;
 * the fact of `unless` has not been told; an answer that it `proves` is asked or given; it is asked `always`.
 */
export interface Ask {
  readonly name: string;
  readonly kind: FieldKind;
  /** Asks of one group are saved together and read as one matter. */
  readonly group: string;
  /** Where the answer goes. */
  readonly fills?: FactPath;
  /** What the choices mean, where they are not the fact itself; `repaid-last-year`: an amount repaid in the twelve months up to today. */
  readonly means?: Readonly<Record<string, boolean>> | 'repaid-last-year';
  /** Single facts of `proof-needed`, or whole reasons, that the answer or paper does away with. */
  readonly settles?: readonly (MissingFact | WithdrawalReasonCode)[];
  /** Asked whatever the sources told, and no reason to leave it to a clerk. */
  readonly always?: true;
  readonly unless?: { readonly fact: FactPath; readonly is?: string | boolean };
  /** The answers that a paper is for. */
  readonly proves?: readonly string[];
  readonly optional?: boolean;
  readonly choices?: readonly string[];
  /** Of an amount in fen, of a number, of a text's length. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** A number with so many decimals, handed over without its point: 89.53 as 8953. */
  readonly decimals?: number;
  readonly pattern?: string;
  /** The source that would have told it. */
  readonly instead?: SourceName;
}

/** The building blocks of conditions. `ifTerm`: only where the centre lays that down. */
export type Condition =
  /** Every proof confirmed by its source. */
  | { readonly check: 'proofs'; readonly kinds: readonly ProofKind[] }
  /** A fact (the first that is told of several) must be known. */
  | { readonly check: 'known'; readonly facts: readonly FactPath[]; readonly as: MissingFact; readonly ifTerm?: TermPath }
  /** A fact that must not be so. */
  | { readonly check: 'never'; readonly fact: FactPath; readonly is: readonly (string | boolean)[]; readonly code: WithdrawalReasonCode; readonly ifTerm?: TermPath }
  /** A fact must be among those the centre names. */
  | { readonly check: 'among'; readonly fact: FactPath; readonly term: TermPath; readonly code: WithdrawalReasonCode }
  /** What a source said of a proof that is kept as a fact. */
  | { readonly check: 'source'; readonly fact: FactPath; readonly as: MissingFact }
  /** Not later than so many months (or units of so many months) after a day. */
  | { readonly check: 'window'; readonly since: readonly FactPath[]; readonly term: TermPath; readonly unitMonths?: number }
  /** Not before so many; with `beyond` not before more than so many: the day that completes them is too early. */
  | { readonly check: 'wait'; readonly since: FactPath; readonly term: TermPath; readonly unitMonths?: number; readonly beyond?: true; readonly code: 'proof-too-new' | 'home-too-new' }
  /** Once for the same thing, here or elsewhere. */
  | { readonly check: 'once'; readonly unlessTerm?: TermPath }
  /** Further conditions of one kind of case. */
  | { readonly check: 'when'; readonly fact: FactPath; readonly is: string | boolean; readonly then: readonly Condition[] };

/** A route whose conditions no building block expresses names one of the rules in `route-findings.ts`. */
export type RuleName = 'purchase' | 'down-payment' | 'rent' | 'repay-fund-loan' | 'repay-commercial-loan' | 'leave-job' | 'retirement';

/** The building blocks of a maximum, each one of its lines beside the balance. A line whose term the centre does not lay down is left out. */
export type Line =
  | { readonly line: 'fact'; readonly name: BasisName; readonly fact: FactPath }
  /** Hundredths of a unit, times so much a unit, counting no more than `most` units. */
  | { readonly line: 'rate'; readonly name: BasisName; readonly fact: FactPath; readonly rate: TermPath; readonly most: TermPath }
  /** A share of an amount, in millionths. */
  | { readonly line: 'share'; readonly name: BasisName; readonly fact: FactPath; readonly share: TermPath }
  | { readonly line: 'ceiling'; readonly term: TermPath }
  /** What is left of a calendar year's amount. */
  | { readonly line: 'year-left'; readonly term: TermPath; readonly used: FactPath };
/** Lines that no building block expresses (`withdrawal-limit.ts`); `everything`: the balance alone. */
export type LimitName = 'purchase' | 'rent' | 'repay-fund-loan' | 'repay-commercial-loan' | 'property-fee' | 'everything' | 'proven';

/** One stage of a case: whose desk it lies on and for how long. */
export interface RouteStage {
  readonly stage: 'submitted' | 'accepted' | 'under-review' | 'approved' | 'paid';
  readonly post: string;
  readonly limitWorkingDays: number;
}

/** A route as data: what it is at the core, what it rests on, what is asked, how it is decided and how much it pays. */
export interface RouteDefinition {
  /** TQYY of JGJ/T 320 A.7; what the standard has no code for is 01, 02 or 99, as the core takes it. */
  readonly reason: string;
  /** Pays everything out with interest and closes the account. */
  readonly closing?: true;
  /** Others ask for it: what stands against the person themself, their cards among it, does not count. */
  readonly heirs?: true;
  /** Where the money goes when not to the person's own card. */
  readonly payTo?: 'escrow';
  /** How it is decided when every fact came from a source; with an answer or a paper a clerk decides. */
  readonly decided: 'at-once' | 'by-clerk';
  /** ... and only if these hold, or are known at all; of several facts one. What is not known keeps nobody from it and is a clerk's to look at. */
  readonly atOnceIf?: readonly { readonly fact: FactPath | readonly FactPath[]; readonly is?: string | boolean }[];
  /** The sources it rests on beside the core; while one of them does not answer a clerk decides. */
  readonly sources: readonly SourceName[];
  readonly asks: readonly Ask[];
  readonly stages: readonly RouteStage[];
  /** The group of facts it rests on. */
  readonly about?: string;
  /** The centre's figures without which nobody knows its rule. */
  readonly terms?: TermPath;
  /** As 《住房公积金管理条例》 words a ground that it has not always known. */
  readonly ground?: string;
  readonly rule?: RuleName;
  readonly conditions?: readonly Condition[];
  readonly limit: { readonly by: LimitName } | { readonly lines: readonly Line[]; readonly family?: FactPath };
  /** How often: by the calendar year, or so many months (or units of so many) as the centre lays down. */
  readonly every?: 'calendar-year' | { readonly term: TermPath; readonly unitMonths?: number };
  /** Once per home; with `unlessTerm` only where the centre names no years after which it is possible again. */
  readonly once?: true | { readonly unlessTerm: TermPath };
}

/** The most that a person may name, in fen: larger than any home. */
export const MOST_FEN = 10_000_000_000;

const stage = (name: RouteStage['stage'], post: string, limitWorkingDays: number): RouteStage => ({ stage: name, post, limitWorkingDays });
/** The stages of every withdrawal at the core: three desks, a working day each. */
export const CLERK_STAGES: readonly RouteStage[] = [
  stage('submitted', '申请人', 0), stage('accepted', '受理岗', 1), stage('under-review', '审核岗', 1), stage('approved', '审批岗', 1), stage('paid', '资金岗', 0),
];
