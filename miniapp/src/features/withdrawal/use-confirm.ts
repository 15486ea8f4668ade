import type { FormReply, IdentityReply } from '@anju/shared/contract';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { now } from '../../api/api.ts';
import { call } from '../../api/call.ts';
import { askToSubscribe } from '../../platform/subscribe.ts';
import { go, goReplace, PATHS, pathOf } from '../../screen/index.ts';
import { takeSeen } from '../../screen/seen.ts';
import { useGoOn } from '../../screen/use-go-on.ts';
import { confirmTexts } from '../../texts/withdrawal.ts';
import { startAmount } from './confirm.facts.ts';
import { useDraft } from './use-draft.ts';
import { useSubmit } from './use-submit.ts';
import type { SubmitTrouble } from './submission.ts';
import { bodyOf, pressCounts, pressedFor } from './withdrawal.draft.ts';
import type { WithdrawalDraft } from './withdrawal.draft.ts';

/** A face check that ends sooner than this would run out on the way. */
const FACE_MARGIN_MS = 10_000;

export const confirmUrl = (route: string): string => pathOf('/features/withdrawal/pages/confirm/index', { route });

/** Whether the person was seen lately enough for a write. */
export function seenLately(identity: IdentityReply | null, nowMs: number): boolean {
  const until = identity?.faceUntil;
  return until !== undefined && Date.parse(until) - FACE_MARGIN_MS > nowMs;
}

export interface ConfirmParts {
  readonly form: FormReply;
  readonly identity: IdentityReply | null;
  readonly templateIds: readonly string[];
  /** Asks for the form again: the account has changed. */
  reload(): Promise<void>;
}
export interface ConfirmState {
  readonly amountFen: number;
  readonly draft: WithdrawalDraft;
  readonly fresh: boolean;
  readonly sending: boolean;
  readonly trouble: SubmitTrouble | null;
  setAmount(fen: number): void;
  /** The tap on the button. */
  press(): Promise<void>;
}

/** The way from the tap to the case: messages asked for, seen, sent once. */
export function useConfirm({ form, identity, templateIds, reload }: ConfirmParts): ConfirmState {
  const { route } = form;
  const { draft, change, refresh, forget } = useDraft(route);
  const { sending, send } = useSubmit(route);
  const [trouble, setTrouble] = useState<SubmitTrouble | null>(null);
  // On H5 the person comes back from the provider to a page that opens anew; in WeChat to one that is shown again.
  const [seen, setSeen] = useState(() => takeSeen(confirmUrl(route)));
  const amountFen = startAmount(form, draft);
  const fresh = seenLately(identity, now());
  const wanted = pressedFor(amountFen, form.card?.bankCardId ?? '');
  useDidShow(() => {
    refresh();
    if (takeSeen(confirmUrl(route))) setSeen(true);
  });

  const beSeen = (): void => {
    change({ pressedAt: now(), pressedFor: wanted });
    go(PATHS.face(confirmUrl(route)));
  };
  const submit = async (): Promise<void> => {
    if (form.card === null) return;
    setTrouble(null);
    // Being seen serves for one submission; a second "be seen" waits for a new check.
    setSeen(false);
    change({ pressedAt: null });
    const end = await send(bodyOf(route, amountFen, form.card.bankCardId, draft));
    if (end.kind === 'be-seen') return beSeen();
    if (end.kind === 'trouble') {
      setTrouble(end.trouble);
      if (end.trouble.kind === 'materials') change({ files: [] });
      if (end.trouble.kind === 'changed') await reload();
      return;
    }
    forget();
    const { caseId, number, state } = end.reply;
    goReplace(pathOf('/features/withdrawal/pages/result/index', { caseId, number, state, route }));
  };
  const press = async (): Promise<void> => {
    // WeChat opens its panel only as the first thing after a tap.
    const results = await askToSubscribe(templateIds);
    if (Object.keys(results).length > 0) void call('recordSubscriptions', { body: { results } }).catch(() => undefined);
    if (fresh) await submit();
    else beSeen();
  };
  const pressed = seen && fresh && pressCounts(draft, now()) && !sending;
  useGoOn(pressed && draft.pressedFor === wanted, submit);
  const changed: SubmitTrouble | null = pressed && draft.pressedFor !== wanted ? { kind: 'changed', text: confirmTexts.changed } : null;
  return { amountFen, draft, fresh, sending, trouble: trouble ?? changed, setAmount: (fen) => change({ amountFen: fen, pressedAt: null }), press };
}
