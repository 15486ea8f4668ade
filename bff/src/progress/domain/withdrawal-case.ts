import type { Channel, CivilDate, Reason, SourceCheck, WithdrawalRouteId } from '@anju/shared/contract';
import type { CaseStage } from '@anju/shared/progress';
import { isTerminal } from '@anju/shared/progress';

/**
 * How a case stands with the core:
 * `to-send` no request has left us under the present number; `asked` one has (or was about to) and its outcome is not known, so the only
 * way on is to ask what became of it; `held` the core has the case; `closed` the core refused it or it was taken back before it was sent.
 */
export type CoreLink = 'to-send' | 'asked' | 'held' | 'closed';

/** What the core needs to take the case in; sealed at rest and dropped as soon as the core has it or refused it. */
export interface Wish {
  readonly accountNo: string;
  readonly cardNo: string;
  readonly contractNumber?: string;
  /** What the person said of where the home is; absent when nobody asked. */
  readonly homeIsLocal?: boolean;
  readonly fileIds: readonly string[];
  /** Set once the material lies at the core; in the order of `fileIds`. */
  readonly materialNos?: readonly string[];
}

/** One post's part in a case, as the core tells it. */
export interface CaseDesk {
  readonly stage: CaseStage;
  readonly post: string;
  readonly limitWorkingDays: number;
  readonly startedAt?: string;
  readonly dueAt?: string;
  readonly doneAt?: string;
}

/** What the core last said of a case; sealed at rest. */
export interface CaseRecord {
  readonly desks: readonly CaseDesk[];
  readonly checks: readonly SourceCheck[];
  readonly paidAt?: string;
  readonly nextEligibleOn?: CivilDate;
}

export interface WithdrawalCase {
  readonly caseId: string;
  /** What the person reads: `T20261121000001`. */
  readonly number: string;
  readonly personId: string;
  readonly customerNo: string;
  /** Where it was submitted, which is where the one notice goes. */
  readonly channel: Channel;
  readonly route: WithdrawalRouteId;
  readonly amountFen: number;
  readonly payee: { readonly bank: string; readonly tail: string };
  readonly stage: CaseStage;
  readonly link: CoreLink;
  /** The request number under which the core knows or will know it; a new one only after the core closed the old one. */
  readonly requestNo: string;
  readonly attempt: number;
  readonly coreCaseNo: string | null;
  readonly wish: Wish | null;
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

/** One live case a person and route: a unique column holds this while the case lives, and the case's own id afterwards. */
export function liveKeyOf(one: Pick<WithdrawalCase, 'caseId' | 'personId' | 'route' | 'stage'>): string {
  return isLive(one.stage) ? `${one.personId}|${one.route}` : one.caseId;
}

const compact = (caseId: string): string => caseId.replaceAll('-', '');

/** Request numbers at the core, 8–40 of `[0-9A-Za-z-]`: derived, so that a restart finds the same ones. */
export const requestNoOf = (caseId: string, attempt: number): string => (attempt === 1 ? `W${compact(caseId)}` : `W${compact(caseId)}-${attempt}`);
export const materialRequestNoOf = (caseId: string, index: number): string => `M${compact(caseId)}-${index + 1}`;
export const cancelRequestNoOf = (caseId: string): string => `C${compact(caseId)}`;

/** `T` + day + six digits. */
export const caseNumberOf = (day: CivilDate, sequence: number): string => `T${day.replaceAll('-', '')}${String(sequence).padStart(6, '0')}`;
