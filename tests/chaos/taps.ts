import { endpoints } from '@anju/shared/contract';
import { repliesSeen } from '../e2e/world/phone.ts';
import type { Answer } from '../e2e/world/phone.ts';
import type { Citizen } from './citizens.ts';
import type { ToldKey, ToldWish } from './evidence.ts';
import type { Wish } from './wishes.ts';

/** Whether an answer leaves the key open: nobody knows, or not now. */
const leavesOpen = (status: number, code: string): boolean => status >= 500 || status === 429 || code === 'idempotency.running';

interface Asked {
  readonly wish: Wish;
  readonly key: string;
  readonly caseIds: Set<string>;
  readonly refusals: string[];
  refusedAfterAccepted: boolean;
  underWay: number;
}
const isOpen = ({ caseIds, refusals }: Asked): boolean => caseIds.size === 0 && refusals.length === 0;

/** A case a phone was told of, and whose it is. */
export interface Accepted {
  readonly caseId: string;
  readonly wish: Wish;
}

/** What phones send and what they are told, key by key, however late. */
export class Taps {
  /** Requests that left a phone, and the keys under which they did. */
  sent = 0;
  submissions = 0;
  silences = 0;
  readonly refusals = new Map<string, number>();
  /** Whether an answer gets lost on its way to the phone, which then knows nothing of it. */
  readonly #getsLost: () => boolean;
  readonly #asked = new Map<string, Asked>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #cancelled = new Set<string>();

  constructor(getsLost: () => boolean) {
    this.#getsLost = getsLost;
  }

  /** Sends a wish under a key through one of the two BFFs; resolves when the phone has an answer or none. */
  tap(wish: Wish, key: string, at: 0 | 1): Promise<void> {
    const known = this.#asked.get(key);
    const asked = known ?? { wish, key, caseIds: new Set<string>(), refusals: [], refusedAfterAccepted: false, underWay: 0 };
    if (known === undefined) {
      this.#asked.set(key, asked);
      this.submissions += 1;
    }
    return this.#track(this.#one(asked, at));
  }

  async #one(asked: Asked, at: 0 | 1): Promise<void> {
    const wasAccepted = asked.caseIds.size > 0;
    this.sent += 1;
    asked.underWay += 1;
    try {
      const answer = await asked.wish.send(asked.wish.citizen.phones[at], asked.key);
      if (this.#getsLost()) this.silences += 1;
      else this.#hear(asked, answer, wasAccepted);
    } catch {
      this.silences += 1;
    } finally {
      asked.underWay -= 1;
    }
  }

  #hear(asked: Asked, { status, body }: Answer<{ readonly caseId: string }>, wasAccepted: boolean): void {
    if (status === 201) return void asked.caseIds.add(body.caseId);
    const code = this.#count(status, body);
    if (leavesOpen(status, code)) return;
    asked.refusals.push(code);
    if (wasAccepted) asked.refusedAfterAccepted = true;
  }

  #count(status: number, body: unknown): string {
    const code = codeOf(status, body);
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
    return code;
  }

  /** Takes a case back; what the phone is told of it counts. */
  cancel({ caseId, wish }: Accepted, key: string, at: 0 | 1): Promise<void> {
    const work = async (): Promise<void> => {
      const answer = await wish.citizen.phones[at].call(endpoints.cancelCase, { params: { caseId }, key }).catch(() => undefined);
      if (answer?.status === 200 && answer.body.stage === 'cancelled') this.#cancelled.add(caseId);
    };
    return this.#track(work());
  }

  #track(work: Promise<void>): Promise<void> {
    this.#underWay.add(work);
    return work.finally(() => this.#underWay.delete(work));
  }

  /** Keys without an answer that nobody waits for just now. */
  silent(): readonly { readonly wish: Wish; readonly key: string }[] {
    return [...this.#asked.values()].filter((asked) => isOpen(asked) && asked.underWay === 0);
  }

  /** Keys without an answer, whether or not a request is under way. */
  open(): readonly { readonly wish: Wish; readonly key: string }[] {
    return [...this.#asked.values()].filter(isOpen);
  }

  /** Keys that were accepted: whoever asks again must hear the same. */
  answered(): readonly { readonly wish: Wish; readonly key: string }[] {
    return [...this.#asked.values()].filter(({ caseIds }) => caseIds.size > 0);
  }

  get underWay(): number {
    return this.#underWay.size;
  }

  accepted(): readonly Accepted[] {
    return [...this.#asked.values()].flatMap(({ wish, caseIds }) => [...caseIds].map((caseId) => ({ caseId, wish })));
  }

  told(): { readonly wishes: readonly ToldWish[]; readonly toldCancelled: readonly string[] } {
    const wishes = new Map<string, ToldKey[]>();
    for (const asked of this.#asked.values()) {
      const { key, caseIds, refusals, refusedAfterAccepted } = asked;
      const keys = wishes.get(asked.wish.wishId) ?? [];
      keys.push({ key, caseIds: [...caseIds], refusals, refusedAfterAccepted, open: isOpen(asked) });
      wishes.set(asked.wish.wishId, keys);
    }
    return { wishes: [...wishes].map(([wishId, keys]) => ({ wishId, keys })), toldCancelled: [...this.#cancelled] };
  }

  /** The next people begin with nothing asked; the counts go on. */
  forget(): void {
    this.#asked.clear();
    this.#cancelled.clear();
    repliesSeen.length = 0;
  }

  /** The stage a phone reads for each accepted case. */
  async shown(): Promise<readonly { readonly caseId: string; readonly stage: string }[]> {
    const read = async ({ caseId, wish }: Accepted, nth: number): Promise<{ caseId: string; stage: string }> => {
      const citizen: Citizen = wish.citizen;
      const answer = await citizen.phones[nth % 2 === 0 ? 0 : 1].call(endpoints.showCase, { params: { caseId } });
      return { caseId, stage: answer.status === 200 ? answer.body.stage : `status ${answer.status}` };
    };
    const unique = [...new Map(this.accepted().map((one) => [one.caseId, one])).values()];
    return Promise.all(unique.map(read));
  }
}

/** What one form did not ask and the next one would: a source answered for the form and no longer when it was handed in. */
const NEWLY_ASKED = 'withdrawal.newly-asked';

/** The code of a refusal; one whose only fault is an answer that a source gave until now is named apart from bad input. */
export function codeOf(status: number, body: unknown): string {
  const { code, fields = [] } = (body ?? {}) as { readonly code?: unknown; readonly fields?: readonly { readonly field: string; readonly rule: string }[] };
  const newly = code === 'request.invalid' && fields.length > 0 && fields.every(({ field, rule }) => field.startsWith('answers.') && rule === 'required');
  return newly ? NEWLY_ASKED : String(code ?? status);
}
