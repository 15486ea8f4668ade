import type { CaseMatter, CaseOrigin, CaseRole, Channel, CivilDate, Reason, SourceCheck, StandingOrderKind, WithdrawalAnswers } from '@anju/shared/contract';
import type { CaseStage } from '@anju/shared/progress';
import { isTerminal } from '@anju/shared/progress';

/**
 * How a case stands with the core:
 * `to-send` no request has left us under the present number; `asked` one has (or was about to) and its outcome is not known, so the only
 * way on is to ask what became of it; `held` the core has the case; `closed` the core refused it or it was taken back before it was sent.
 */
export type CoreLink = 'to-send' | 'asked' | 'held' | 'closed';

/** What the core needs to take a withdrawal in. */
export interface WithdrawalWish {
  /** Absent, so that one sealed before there were other matters reads the same. */
  readonly matter?: undefined;
  readonly accountNo: string;
  /** Absent where the money goes to a supervised account. */
  readonly cardNo?: string;
  readonly escrowNo?: string;
  readonly homeNo?: string;
  /** As they were given, so that the application can be handed in again with one of them changed. */
  readonly answers?: WithdrawalAnswers;
  /** The fields among them that no source told, so that the core is told what the person said. */
  readonly answered?: readonly string[];
  readonly contractNumber?: string;
  /** What the person said of where the home is; absent when nobody asked. */
  readonly homeIsLocal?: boolean;
  readonly fileIds: readonly string[];
  /** Set once the material lies at the core; in the order of `fileIds`. */
  readonly materialNos?: readonly string[];
}
export interface PreApplicationWish {
  readonly matter: 'loan-pre-application';
  readonly months: number;
  readonly method: 'equal-instalment' | 'equal-principal';
  readonly contractNumber: string;
  readonly priceFen: number;
  readonly houseOrder: 'first' | 'second';
  readonly houseKind: 'new' | 'second-hand' | 'affordable';
  /** The spouse who borrows too, as the core names them. */
  readonly partner?: string;
}
export interface PrepaymentWish {
  readonly matter: 'loan-prepayment';
  readonly loanNo: string;
  readonly keep: 'instalment' | 'term' | 'whole';
  readonly cardNo: string;
}
/**
 * Sealed at rest. That of the loan is dropped as soon as the core has it or refused it; that of a withdrawal stays while it lives and for thirty days
 * after, since it may be refused or the money may come back, and is then handed in again with one item changed. Taken back, it is dropped at once.
 */
export type Wish = WithdrawalWish | PreApplicationWish | PrepaymentWish;

/** What a closing withdrawal ended; sealed at rest and kept. */
export interface ClosingCaseTerms {
  readonly matter: 'closing';
  readonly ends: readonly StandingOrderKind[];
}
export type CaseTerms = LoanTerms | ClosingCaseTerms;

/** What a loan case is about, as its person may read it again; sealed at rest and kept. */
export type LoanTerms =
  | {
      readonly matter: 'loan-pre-application';
      readonly months: number;
      readonly method: 'equal-instalment' | 'equal-principal';
      readonly contractNumber: string;
      readonly priceFen: number;
      readonly applicants: readonly { readonly role: 'borrower' | 'spouse'; readonly maskedName: string }[];
    }
  | {
      readonly matter: 'loan-prepayment';
      readonly loanNo: string;
      readonly keep: 'instalment' | 'term' | 'whole';
      /** The principal that was asked for; absent for the whole, which the core knows on its day. */
      readonly principalFen?: number;
    };

/** One post's part in a case, as the core tells it. */
export interface CaseDesk {
  readonly stage: CaseStage;
  readonly post: string;
  readonly limitWorkingDays: number;
  readonly startedAt?: string;
  readonly dueAt?: string;
  readonly doneAt?: string;
  /** Not the centre's own work, and so not on its clock. */
  readonly outside?: boolean;
}

/** What the core last said of a case; sealed at rest. */
export interface CaseRecord {
  readonly desks: readonly CaseDesk[];
  readonly checks: readonly SourceCheck[];
  readonly paidAt?: string;
  /** The part of a prepayment's amount that is interest; of a closing withdrawal, the interest beside its amount. */
  readonly interestFen?: number;
  readonly nextEligibleOn?: CivilDate;
  /** Of a run that a standing order made: which. */
  readonly orderNo?: string;
}

/** A withdrawal or a matter of the loan on its way: one mechanism for all. */
export interface ServiceCase {
  readonly caseId: string;
  /** What the person reads: `T20261121000001`. */
  readonly number: string;
  readonly personId: string;
  /** The spouse who borrows too: sees the case and is told of it, whether or not the household lasts. */
  readonly coPersonId: string | null;
  readonly customerNo: string;
  /** Where it was submitted, which is where the one notice goes. */
  readonly channel: Channel;
  readonly route: CaseMatter;
  /** Of a prepayment the principal; once the core has it, what was collected: principal and interest together. */
  readonly amountFen: number;
  /** The card money goes to, or a prepayment comes from; null where no card of the person has a part. */
  readonly payee: { readonly bank: string; readonly tail: string } | null;
  readonly stage: CaseStage;
  readonly link: CoreLink;
  /** The request number under which the core knows or will know it; a new one only after the core closed the old one. */
  readonly requestNo: string;
  readonly attempt: number;
  readonly coreCaseNo: string | null;
  /** The case that was refused, or whose money came back, and in whose place this one stands. */
  readonly resubmits: string | null;
  readonly wish: Wish | null;
  readonly terms: CaseTerms | null;
  readonly record: CaseRecord | null;
  readonly refusal: Reason | null;
  readonly submittedAt: Date;
  readonly updatedAt: Date;
  /** Rises with each write; a write names the version it saw. */
  readonly version: number;
}

/** A live case keeps its person from starting another; a payment that came back does not, the money is in the account again. */
export function isLive(stage: CaseStage): boolean {
  return !isTerminal(stage) && stage !== 'payment-failed';
}

/** As whom somebody sees a case; undefined: it is not theirs to see. */
export function roleOf({ personId, coPersonId }: Pick<ServiceCase, 'personId' | 'coPersonId'>, viewerId: string): CaseRole | undefined {
  if (personId === viewerId) return 'applicant';
  return coPersonId === viewerId ? 'co-borrower' : undefined;
}

/** Whom a case is told: its applicant, and whoever borrows too; they did not choose where it was submitted, so WeChat is tried first. */
export function toldOf({ personId, coPersonId, channel }: ServiceCase): readonly { readonly personId: string; readonly role: CaseRole; readonly channel: Channel }[] {
  const applicant = { personId, role: 'applicant', channel } as const;
  return coPersonId === null ? [applicant] : [applicant, { personId: coPersonId, role: 'co-borrower', channel: 'weapp' }];
}

/** One live case a person and matter: a unique column holds this while the case lives, and its own id afterwards; always its own for one that the core made. */
export function liveKeyOf(one: Pick<ServiceCase, 'caseId' | 'personId' | 'route' | 'stage' | 'requestNo'>): string {
  return isLive(one.stage) && isRequestOfOurs(one.requestNo) ? `${one.personId}|${one.route}` : one.caseId;
}

const compact = (caseId: string): string => caseId.replaceAll('-', '');

/** Request numbers at the core, 8–40 of `[0-9A-Za-z-]`: derived, so that a restart finds the same ones. */
export const requestNoOf = (caseId: string, attempt: number): string => (attempt === 1 ? `W${compact(caseId)}` : `W${compact(caseId)}-${attempt}`);
/** Whether a request number is one that a case of ours was sent under; the core itself, or a counter, makes others. */
export const isRequestOfOurs = (requestNo: string): boolean => /^W[0-9a-f]{32}(-\d+)?$/.test(requestNo);
/** Who made a case that its person did not hand in here; undefined for one that they did. */
export function originOf({ requestNo, record }: Pick<ServiceCase, 'requestNo' | 'record'>): CaseOrigin | undefined {
  if (isRequestOfOurs(requestNo)) return undefined;
  return record?.orderNo === undefined ? 'centre' : 'order';
}
export const materialRequestNoOf = (caseId: string, index: number): string => `M${compact(caseId)}-${index + 1}`;
export const cancelRequestNoOf = (caseId: string): string => `C${compact(caseId)}`;

/** What a person asks for, and who they are. */
export type AskedCase = Pick<ServiceCase, 'personId' | 'customerNo' | 'channel' | 'route' | 'amountFen' | 'payee' | 'wish' | 'terms'> & Partial<Pick<ServiceCase, 'coPersonId' | 'resubmits'>>;

/** A case at its beginning: nothing has left us yet, and its number comes when it is written. */
export function newCase(asked: AskedCase, caseId: string, now: Date): ServiceCase {
  const atCore = { link: 'to-send', requestNo: requestNoOf(caseId, 1), attempt: 1, coreCaseNo: null, record: null, refusal: null } as const;
  return { coPersonId: null, resubmits: null, ...asked, ...atCore, caseId, number: '', stage: 'submitted', submittedAt: now, updatedAt: now, version: 1 };
}

/** `T` + day + six digits. */
export const caseNumberOf = (day: CivilDate, sequence: number): string => `T${day.replaceAll('-', '')}${String(sequence).padStart(6, '0')}`;

/** `withdrawal.submitted`, `loan-pre-application.moved` …: what the audit log calls a step of a case. */
export const auditActionOf = (route: CaseMatter, step: 'submitted' | 'moved' | 'cancelled' | 'adopted'): string =>
  `${route === 'loan-pre-application' || route === 'loan-prepayment' ? route : 'withdrawal'}.${step}`;
