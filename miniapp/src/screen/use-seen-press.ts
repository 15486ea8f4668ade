import type { CaseStarted, FaceBody, IdentityReply } from '@anju/shared/contract';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { device, keeper, now } from '../api/api.ts';
import { call } from '../api/call.ts';
import type { Wish } from '../api/idempotency-key.ts';
import { keepPress, pressCounts, pressName, readPress } from '../api/kept-press.ts';
import { seenLately, sendPatiently } from '../api/patience.ts';
import { wishOf } from '../api/use-wish.ts';
import { askToSubscribe } from '../platform/subscribe.ts';
import { go } from './navigation.ts';
import { PATHS } from './paths.ts';
import { takeSeen } from './seen.ts';
import { useGoOn } from './use-go-on.ts';

/**
 * What was pressed for before the face check, as this page stands now: `later` cannot be told yet; `differs` is not what stands here, and may
 * be again while the page comes together; `gone` never can be done as it was.
 */
export type Standing = 'yes' | 'later' | 'differs' | 'gone';
/** What a failed press means for the person; the sentences are the feature's. */
export type PressEnd<Trouble> = { readonly kind: 'be-seen' } | { readonly kind: 'trouble'; readonly trouble: Trouble };

interface PressWay<Trouble> {
  /** This page with its query, to come back to from the face check. */
  readonly here: string;
  /** What the face check is for; a withdrawal when absent. */
  readonly purpose?: FaceBody['purpose'];
  readonly identity: IdentityReply | null;
  readonly templateIds?: readonly string[];
  endOf(error: unknown): PressEnd<Trouble>;
  onTrouble?(trouble: Trouble): Promise<void> | void;
}
export interface PressParts<Wanted, Reply, Trouble> extends PressWay<Trouble> {
  /** What is pressed for on this page; the press before the face check is kept under it. */
  readonly what: string;
  stands(wanted: Wanted): Standing;
  /** The name of the wish: one key for the same wish. */
  wishName(wanted: Wanted): string;
  send(wanted: Wanted, key: string): Promise<Reply>;
  /** It was done; says what becomes of the wish. */
  onDone(wanted: Wanted, reply: Reply, wish: Wish): Promise<void> | void;
}
interface PressState<Trouble> {
  /** Seen lately: the press sends at once. */
  readonly fresh: boolean;
  readonly sending: boolean;
  readonly trouble: Trouble | null;
  /** They pressed for something else than what stands here now. */
  readonly changed: boolean;
}
export interface SeenPress<Wanted, Trouble> extends PressState<Trouble> {
  /** What waits for the face check it was pressed before. */
  readonly waiting: Wanted | null;
  /** The tap on the button. */
  press(wanted: Wanted): Promise<void>;
}

/** The way from the tap to what was done: messages asked for, seen, sent once. What waits on the device goes on after the face check. */
export function useSeenPress<Wanted, Reply, Trouble>(parts: PressParts<Wanted, Reply, Trouble>): SeenPress<Wanted, Trouble> {
  const { here, identity, purpose, templateIds = [] } = parts;
  const name = pressName(keeper.personKey, parts.what);
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [gone, setGone] = useState(false);
  // On H5 the person comes back from the provider to a page that opens anew; in WeChat to one that is shown again.
  const [seen, setSeen] = useState(() => takeSeen(here));
  useDidShow(() => {
    if (takeSeen(here)) setSeen(true);
  });
  const beSeen = (wanted: Wanted): void => {
    keepPress(device, name, { at: now(), for: JSON.stringify(wanted) });
    go(PATHS.face(here, purpose));
  };
  const submit = async (wanted: Wanted): Promise<void> => {
    setTrouble(null);
    setGone(false);
    // Being seen serves for one submission; a second "be seen" waits for a new check.
    setSeen(false);
    keepPress(device, name, null);
    setSending(true);
    const wish = wishOf(keeper.personKey, parts.wishName(wanted));
    try {
      await parts.onDone(wanted, await sendPatiently(() => parts.send(wanted, wish.keyFor(wanted))), wish);
    } catch (error) {
      const end = parts.endOf(error);
      if (end.kind === 'be-seen') return beSeen(wanted);
      setTrouble(end.trouble);
      await parts.onTrouble?.(end.trouble);
    } finally {
      setSending(false);
    }
  };
  const press = async (wanted: Wanted): Promise<void> => {
    // WeChat opens its panel only as the first thing after a tap.
    const results = await askToSubscribe(templateIds);
    if (Object.keys(results).length > 0) void call('recordSubscriptions', { body: { results } }).catch(() => undefined);
    if (seenLately(identity, now())) await submit(wanted);
    else beSeen(wanted);
  };
  const fresh = seenLately(identity, now());
  const kept = readPress(device, name);
  const waiting = pressCounts(kept, now()) ? (JSON.parse(kept.for) as Wanted) : null;
  const stands = seen && fresh && !sending && waiting !== null ? parts.stands(waiting) : 'later';
  useGoOn(stands === 'yes' || stands === 'gone', async () => {
    if (stands === 'yes' && waiting !== null) return submit(waiting);
    keepPress(device, name, null);
    setSeen(false);
    setGone(true);
  });
  return { fresh, sending, trouble, changed: gone || stands === 'differs', waiting, press };
}

export interface CasePressParts<Trouble> extends PressWay<Trouble> {
  /** The name of the wish: one key for the same wish. */
  readonly wish: string;
  /** All that is wished; null while something is missing. */
  readonly body: unknown;
  send(key: string): Promise<CaseStarted>;
  onDone(reply: CaseStarted): void;
}
export interface CasePress<Trouble> extends PressState<Trouble> {
  /** A press waits for the face check it was made before. */
  readonly waiting: boolean;
  press(): Promise<void>;
}

/** The same for a page with one thing to press for, which begins a case. */
export function useCasePress<Trouble>({ wish: name, body, send, onDone, ...way }: CasePressParts<Trouble>): CasePress<Trouble> {
  const { waiting, press, ...state } = useSeenPress<unknown, CaseStarted, Trouble>({
    ...way,
    what: name,
    stands: (wanted) => (body === null ? 'later' : JSON.stringify(wanted) === JSON.stringify(body) ? 'yes' : 'differs'),
    wishName: () => name,
    send: (_wanted, key) => send(key),
    onDone: (_wanted, reply, wish) => {
      wish.settle(reply.caseId);
      onDone(reply);
    },
  });
  return { ...state, waiting: waiting !== null, press: async () => (body === null ? undefined : press(body)) };
}
