import type { CaseStarted, IdentityReply, LoanMatter } from '@anju/shared/contract';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { now } from '../../api/api.ts';
import { call } from '../../api/call.ts';
import { seenLately, sendPatiently } from '../../api/patience.ts';
import { caseWish, useWish } from '../../api/use-wish.ts';
import { askToSubscribe } from '../../platform/subscribe.ts';
import { go, PATHS } from '../../screen/index.ts';
import { takeSeen } from '../../screen/seen.ts';
import { useGoOn } from '../../screen/use-go-on.ts';
import { pressCounts } from './loan.draft.ts';
import { endOf } from './submission.ts';
import type { SubmitTrouble } from './submission.ts';

export interface PressParts {
  readonly matter: LoanMatter;
  /** This page with its query, to come back to from the face check. */
  readonly here: string;
  /** All that is wished, for its one key; null while something is missing. */
  readonly body: unknown;
  readonly identity: IdentityReply | null;
  readonly templateIds: readonly string[];
  /** The press that was made before the face check, as the draft keeps it. */
  readonly pressed: { readonly at: number | null; readonly for: string };
  keepPress(pressed: { readonly pressedAt: number | null; readonly pressedFor?: string }): void;
  send(key: string): Promise<CaseStarted>;
  onDone(reply: CaseStarted): void;
  /** The figures are others now: asks for them again. */
  reload(): Promise<void>;
}
export interface SeenPress {
  readonly fresh: boolean;
  readonly sending: boolean;
  readonly trouble: SubmitTrouble | null;
  /** They pressed for something else than what stands here now. */
  readonly changed: boolean;
  /** The tap on the button. */
  press(): Promise<void>;
}

/** The way from the tap to the case: messages asked for, seen, sent once. */
export function useSeenPress(parts: PressParts): SeenPress {
  const { here, body, identity, pressed, keepPress } = parts;
  const wish = useWish(caseWish(parts.matter));
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
    keepPress({ pressedAt: now(), pressedFor: wanted });
    go(PATHS.face(here, 'loan'));
  };
  const submit = async (): Promise<void> => {
    setTrouble(null);
    // Being seen serves for one submission; a second "be seen" waits for a new check.
    setSeen(false);
    keepPress({ pressedAt: null });
    setSending(true);
    try {
      const reply = await sendPatiently(() => parts.send(wish.keyFor(body)));
      wish.settle(reply.caseId);
      parts.onDone(reply);
    } catch (error) {
      const end = endOf(error);
      if (end.kind === 'be-seen') return beSeen();
      if (end.kind === 'trouble') {
        setTrouble(end.trouble);
        if (end.trouble.kind === 'changed') await parts.reload();
      }
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
  const counts = seen && fresh && pressCounts(pressed.at, now()) && !sending && body !== null;
  useGoOn(counts && pressed.for === wanted, submit);
  return { fresh, sending, trouble, changed: counts && pressed.for !== wanted, press };
}
