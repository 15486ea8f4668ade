import type { SubmitWithdrawalBody, WithdrawalRouteId } from '@anju/shared/contract';
import type { DeviceStore } from '../../platform/ports.ts';

/** What the person has given so far; kept on the device so that a face check, a lost session or the back button loses nothing. */
export interface WithdrawalDraft {
  readonly contractNumber: string;
  readonly homeCity: string;
  readonly files: readonly { readonly fileId: string; readonly name: string }[];
  /** Only when the person chose less than the maximum. */
  readonly amountFen: number | null;
  /** The person pressed the button and went to be seen: when, milliseconds. */
  readonly pressedAt: number | null;
  /** Amount and card they pressed for: nothing else goes on by itself. */
  readonly pressedFor: string;
}
export const EMPTY_DRAFT: WithdrawalDraft = { contractNumber: '', homeCity: '', files: [], amountFen: null, pressedAt: null, pressedFor: '' };
/** A press goes on by itself after the face check for so long; later the person presses again. */
export const PRESS_KEPT_MS = 10 * 60_000;

/** Signing out forgets it: the name begins with `wish:`. */
export const draftName = (personKey: string, route: string): string => `wish:${personKey}:draft:${route}`;

export function readDraft(store: DeviceStore, name: string): WithdrawalDraft {
  const text = store.get(name);
  if (text === null) return EMPTY_DRAFT;
  try {
    return { ...EMPTY_DRAFT, ...(JSON.parse(text) as Partial<WithdrawalDraft>) };
  } catch {
    return EMPTY_DRAFT;
  }
}

export function keepDraft(store: DeviceStore, name: string, draft: WithdrawalDraft): void {
  store.set(name, JSON.stringify(draft));
}

/** Whether a press made before the face check still counts. */
export function pressCounts(draft: WithdrawalDraft, nowMs: number): boolean {
  return draft.pressedAt !== null && nowMs >= draft.pressedAt && nowMs - draft.pressedAt < PRESS_KEPT_MS;
}

/** What a press is for: it goes on by itself only while this is what would be sent. */
export const pressedFor = (amountFen: number, bankCardId: string): string => `${amountFen}.${bankCardId}`;

/** The body that is sent; equal wishes give equal bodies, and so one key. */
export function bodyOf(route: WithdrawalRouteId, amountFen: number, bankCardId: string, draft: WithdrawalDraft): SubmitWithdrawalBody {
  const answers = {
    ...(draft.contractNumber === '' ? {} : { contractNumber: draft.contractNumber }),
    ...(draft.homeCity === '' ? {} : { homeCity: draft.homeCity }),
  };
  return {
    route,
    amountFen,
    bankCardId,
    ...(Object.keys(answers).length === 0 ? {} : { answers }),
    ...(draft.files.length === 0 ? {} : { fileIds: draft.files.map((file) => file.fileId) }),
  };
}
