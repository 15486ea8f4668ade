import type { CaseStarted, IdentityReply } from '@anju/shared/contract';
import { useRef, useState } from 'react';
import { device, keeper, now } from '../api/api.ts';
import { call } from '../api/call.ts';
import type { Wish } from '../api/idempotency-key.ts';
import { keepPress, pressName, readPress } from '../api/kept-press.ts';
import { seenLately, sendPatiently } from '../api/patience.ts';
import { keepAbout } from '../api/seen.ts';
import type { SeenFor } from '../api/seen.ts';
import { wishOf } from '../api/use-wish.ts';
import { askToSubscribe } from '../platform/subscribe.ts';
import { askOnline, isOnline } from '../platform/visibility.ts';
import { go, goReplace } from './navigation.ts';
import { PATHS } from './paths.ts';
import { standingOf, stepOf } from './press.step.ts';
import type { Standing } from './press.step.ts';
import { useGoOn } from './use-go-on.ts';
import { useInView } from './use-in-view.ts';
import { useSeen } from './use-seen.ts';

/** What a failed press means for the person; the sentences are the feature's. */
export type PressEnd<Trouble> = { readonly kind: 'be-seen' } | { readonly kind: 'trouble'; readonly trouble: Trouble };

interface PressWay<Trouble> {
  /** This page with its query, to come back to from the face check. */
  readonly here: string;
  /** What the face check is for; a withdrawal when absent. */
  readonly purpose?: SeenFor;
  readonly identity: IdentityReply | null;
  readonly templateIds?: readonly string[];
  endOf(error: unknown): PressEnd<Trouble>;
  onTrouble?(trouble: Trouble): Promise<void> | void;
}
export interface PressParts<Wanted, Reply, Trouble> extends PressWay<Trouble> {
  /** What is pressed for on this page; the press before the face check is kept under it. */
  readonly what: string;
  /** @param pressedAt milliseconds: what was heard before that may have moved on */
  stands(wanted: Wanted, pressedAt: number): Standing;
  /** Business and amount in words, for the page of the face check. */
  about?(wanted: Wanted): string;
  /** The name of the wish: one key for the same wish. */
  wishName(wanted: Wanted): string;
  send(wanted: Wanted, key: string): Promise<Reply>;
  /** It was done; says what becomes of the wish. @param inView opens a page from here; false: the person has left */
  onDone(wanted: Wanted, reply: Reply, wish: Wish, inView: (work: () => void) => boolean): Promise<void> | void;
}
interface PressState<Trouble> {
  /** Seen lately: the press sends at once. */
  readonly fresh: boolean;
  readonly sending: boolean;
  readonly trouble: Trouble | null;
  /** They pressed for something else than what stands here now: it was not sent. */
  readonly changed: boolean;
  /** The phone had no network when it was pressed: nothing was sent, and nothing goes out later. */
  readonly unsent: boolean;
}
export interface SeenPress<Wanted, Trouble> extends PressState<Trouble> {
  /** What waits for the face check it was pressed before. */
  readonly waiting: Wanted | null;
  /** The tap on the button. */
  press(wanted: Wanted): Promise<void>;
  /** What was said of the last press is said no more. */
  hush(): void;
}

/** What is said of the last press. */
function useSaid<Trouble>() {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [changed, setChanged] = useState(false);
  const [unsent, setUnsent] = useState(false);
  const hush = (): void => {
    setTrouble(null);
    setChanged(false);
    setUnsent(false);
  };
  return { trouble, changed, unsent, setTrouble, setChanged, setUnsent, hush };
}

/** The way from the tap to what was done: messages asked for, seen, sent once. What waits on the device goes on after the face check. */
export function useSeenPress<Wanted, Reply, Trouble>(parts: PressParts<Wanted, Reply, Trouble>): SeenPress<Wanted, Trouble> {
  const { here, identity, purpose = 'withdrawal', templateIds = [] } = parts;
  const name = pressName(keeper.personKey, parts.what);
  const [sending, setSending] = useState(false);
  const { trouble, changed, unsent, setTrouble, setChanged, setUnsent, hush } = useSaid<Trouble>();
  const { seen, used } = useSeen(here, purpose);
  const inView = useInView();
  const running = useRef(false);
  const beSeen = (wanted: Wanted, anew: boolean): void => {
    used();
    keepPress(device, name, { at: now(), for: JSON.stringify(wanted) });
    keepAbout(device, here, purpose, parts.about?.(wanted), now());
    go(PATHS.face(here, purpose, anew));
  };
  const submit = async (wanted: Wanted): Promise<void> => {
    // A tap in the moment in which what waited goes out by itself sends nothing more.
    if (running.current) return;
    running.current = true;
    hush();
    used();
    keepPress(device, name, null);
    setSending(true);
    const wish = wishOf(keeper.personKey, parts.wishName(wanted));
    try {
      await parts.onDone(wanted, await sendPatiently(() => parts.send(wanted, wish.keyFor(wanted))), wish, inView);
    } catch (error) {
      const end = parts.endOf(error);
      if (end.kind === 'be-seen') return void inView(() => beSeen(wanted, true));
      setTrouble(end.trouble);
      await parts.onTrouble?.(end.trouble);
    } finally {
      running.current = false;
      setSending(false);
    }
  };
  const press = async (wanted: Wanted): Promise<void> => {
    // WeChat opens its panel only as the first thing after a tap.
    const results = await askToSubscribe(templateIds);
    // What is known may be old: nobody is refused before the phone was asked anew.
    if (!isOnline() && !(await askOnline())) {
      hush();
      return setUnsent(true);
    }
    if (Object.keys(results).length > 0) void call('recordSubscriptions', { body: { results } }).catch(() => undefined);
    if (seen || seenLately(identity, now())) await submit(wanted);
    else beSeen(wanted, false);
  };
  const kept = readPress(device, name, now());
  const waiting = kept === null ? null : (JSON.parse(kept.for) as Wanted);
  // Who comes back from the check was seen, whatever this phone's clock makes of the time: the service has the last word.
  const step = stepOf({ seen, sending, standing: kept === null || waiting === null ? null : parts.stands(waiting, kept.at) });
  useGoOn(step !== 'wait', async () => {
    if (step === 'send' && waiting !== null) return submit(waiting);
    keepPress(device, name, null);
    used();
    setChanged(true);
  });
  return { fresh: seen || seenLately(identity, now()), sending, trouble, changed, unsent, waiting, press, hush };
}

export interface CasePressParts<Trouble> extends PressWay<Trouble> {
  /** The name of the wish: one key for the same wish. */
  readonly wish: string;
  /** Business and amount in words, for the page of the face check. */
  readonly about?: string;
  /** All that is wished; null while something is missing, or while this page comes together. */
  readonly body: unknown;
  send(key: string): Promise<CaseStarted>;
  /** It was done: what the page kept for it is forgotten. */
  onDone(reply: CaseStarted): void;
  /** The page that takes the place of this one then. */
  opens(reply: CaseStarted): string;
}
export interface CasePress<Trouble> extends PressState<Trouble> {
  /** A press waits for the face check it was made before. */
  readonly waiting: boolean;
  press(): Promise<void>;
}

/** The same for a page with one thing to press for, which begins a case. */
export function useCasePress<Trouble>({ wish: name, about, body, send, onDone, opens, ...way }: CasePressParts<Trouble>): CasePress<Trouble> {
  const { fresh, sending, trouble, changed, unsent, waiting, press } = useSeenPress<unknown, CaseStarted, Trouble>({
    ...way,
    what: name,
    ...(about === undefined ? {} : { about: () => about }),
    stands: (wanted) => standingOf(wanted, body),
    wishName: () => name,
    send: (_wanted, key) => send(key),
    onDone: (_wanted, reply, wish, inView) => {
      wish.settle(reply.caseId);
      const goOn = (): void => {
        onDone(reply);
        goReplace(opens(reply));
      };
      if (!inView(goOn)) onDone(reply);
    },
  });
  return { fresh, sending, trouble, changed, unsent, waiting: waiting !== null, press: async () => (body === null ? undefined : press(body)) };
}
