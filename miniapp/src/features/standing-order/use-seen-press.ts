import type { IdentityReply } from '@anju/shared/contract';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { device, keeper, now } from '../../api/api.ts';
import { call } from '../../api/call.ts';
import type { Wish } from '../../api/idempotency-key.ts';
import { keepPress, pressCounts, pressName, readPress } from '../../api/kept-press.ts';
import { seenLately, sendPatiently } from '../../api/patience.ts';
import { wishOf } from '../../api/use-wish.ts';
import { askToSubscribe } from '../../platform/subscribe.ts';
import { go, PATHS } from '../../screen/index.ts';
import { takeSeen } from '../../screen/seen.ts';
import { useGoOn } from '../../screen/use-go-on.ts';
import { endOf } from './submission.ts';
import type { Trouble } from './submission.ts';

export interface PressParts<Wanted, Reply> {
  /** What is pressed for on this page; the press before the face check is kept under it. */
  readonly what: string;
  /** This page with its query, to come back to from the face check. */
  readonly here: string;
  readonly identity: IdentityReply | null;
  readonly templateIds?: readonly string[];
  /** Whether it can still be done after the face check; null while that is not known yet. */
  stands(wanted: Wanted): boolean | null;
  /** The name of the wish: one key for the same wish. */
  wishName(wanted: Wanted): string;
  send(wanted: Wanted, key: string): Promise<Reply>;
  /** It was done; says what becomes of the wish. */
  onDone(wanted: Wanted, reply: Reply, wish: Wish): Promise<void> | void;
  onTrouble?(trouble: Trouble): Promise<void> | void;
}
export interface SeenPress<Wanted> {
  /** Seen lately: the press sends at once. */
  readonly fresh: boolean;
  readonly sending: boolean;
  readonly trouble: Trouble | null;
  /** What they pressed for, before the face check, cannot be done any more as it was. */
  readonly changed: boolean;
  /** What waits for the face check it was pressed before. */
  readonly waiting: Wanted | null;
  press(wanted: Wanted): Promise<void>;
}

/** The way from the tap to what was done: messages asked for, seen, sent once. What waits on the device goes on after the face check. */
export function useSeenPress<Wanted, Reply>(parts: PressParts<Wanted, Reply>): SeenPress<Wanted> {
  const { here, identity, templateIds = [] } = parts;
  const name = pressName(keeper.personKey, parts.what);
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [changed, setChanged] = useState(false);
  // On H5 the person comes back from the provider to a page that opens anew; in WeChat to one that is shown again.
  const [seen, setSeen] = useState(() => takeSeen(here));
  useDidShow(() => {
    if (takeSeen(here)) setSeen(true);
  });
  const fresh = seenLately(identity, now());
  const beSeen = (wanted: Wanted): void => {
    keepPress(device, name, { at: now(), for: JSON.stringify(wanted) });
    go(PATHS.face(here));
  };
  const submit = async (wanted: Wanted): Promise<void> => {
    setTrouble(null);
    setChanged(false);
    // Being seen serves for one submission; a second "be seen" waits for a new check.
    setSeen(false);
    keepPress(device, name, null);
    setSending(true);
    const wish = wishOf(keeper.personKey, parts.wishName(wanted));
    try {
      await parts.onDone(wanted, await sendPatiently(() => parts.send(wanted, wish.keyFor(wanted))), wish);
    } catch (error) {
      const end = endOf(error);
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
  const kept = readPress(device, name);
  const waiting = pressCounts(kept, now()) ? (JSON.parse(kept.for) as Wanted) : null;
  const stands = seen && fresh && !sending && waiting !== null ? parts.stands(waiting) : null;
  useGoOn(stands !== null, async () => {
    if (stands === true && waiting !== null) return submit(waiting);
    keepPress(device, name, null);
    setSeen(false);
    setChanged(true);
  });
  return { fresh, sending, trouble, changed, waiting, press };
}
