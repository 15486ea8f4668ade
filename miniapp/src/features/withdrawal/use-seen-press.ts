import type { IdentityReply, SubmitWithdrawalReply } from '@anju/shared/contract';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { device, keeper, now } from '../../api/api.ts';
import { call } from '../../api/call.ts';
import { keepPress, pressCounts, pressName, readPress } from '../../api/kept-press.ts';
import { seenLately, sendPatiently } from '../../api/patience.ts';
import { useWish } from '../../api/use-wish.ts';
import { askToSubscribe } from '../../platform/subscribe.ts';
import { go, PATHS } from '../../screen/index.ts';
import { takeSeen } from '../../screen/seen.ts';
import { useGoOn } from '../../screen/use-go-on.ts';
import { endOf } from './submission.ts';
import type { SubmitTrouble } from './submission.ts';

export interface PressParts {
  /** The name of the wish: one key for the same wish. */
  readonly wish: string;
  /** This page with its query, to come back to from the face check. */
  readonly here: string;
  /** All that is wished; null while something is missing. */
  readonly body: unknown;
  readonly identity: IdentityReply | null;
  readonly templateIds: readonly string[];
  send(key: string): Promise<SubmitWithdrawalReply>;
  onDone(reply: SubmitWithdrawalReply): void;
  onTrouble?(trouble: SubmitTrouble): Promise<void> | void;
}
export interface SeenPress {
  /** Seen lately: the press sends at once. */
  readonly fresh: boolean;
  readonly sending: boolean;
  readonly trouble: SubmitTrouble | null;
  /** They pressed for something else than what stands here now. */
  readonly changed: boolean;
  /** A press waits for the face check it was made before. */
  readonly waiting: boolean;
  /** The tap on the button. */
  press(): Promise<void>;
}

/** The way from the tap to the case: messages asked for, seen, sent once. */
export function useSeenPress(parts: PressParts): SeenPress {
  const { here, body, identity } = parts;
  const wish = useWish(parts.wish);
  const name = pressName(keeper.personKey, parts.wish);
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<SubmitTrouble | null>(null);
  // On H5 the person comes back from the provider to a page that opens anew; in WeChat to one that is shown again.
  const [seen, setSeen] = useState(() => takeSeen(here));
  const fresh = seenLately(identity, now());
  const wanted = JSON.stringify(body);
  useDidShow(() => {
    if (takeSeen(here)) setSeen(true);
  });
  const beSeen = (): void => {
    keepPress(device, name, { at: now(), for: wanted });
    go(PATHS.face(here));
  };
  const submit = async (): Promise<void> => {
    if (body === null) return;
    setTrouble(null);
    // Being seen serves for one submission; a second "be seen" waits for a new check.
    setSeen(false);
    keepPress(device, name, null);
    setSending(true);
    try {
      const reply = await sendPatiently(() => parts.send(wish.keyFor(body)));
      wish.settle(reply.caseId);
      parts.onDone(reply);
    } catch (error) {
      const end = endOf(error);
      if (end.kind === 'be-seen') return beSeen();
      setTrouble(end.trouble);
      await parts.onTrouble?.(end.trouble);
    } finally {
      setSending(false);
    }
  };
  const press = async (): Promise<void> => {
    // WeChat opens its panel only as the first thing after a tap.
    const results = await askToSubscribe(parts.templateIds);
    if (Object.keys(results).length > 0) void call('recordSubscriptions', { body: { results } }).catch(() => undefined);
    if (fresh) await submit();
    else beSeen();
  };
  const kept = readPress(device, name);
  const counts = seen && fresh && pressCounts(kept, now()) && !sending && body !== null;
  useGoOn(counts && kept.for === wanted, submit);
  return { fresh, sending, trouble, changed: counts && kept.for !== wanted, waiting: pressCounts(kept, now()), press };
}
