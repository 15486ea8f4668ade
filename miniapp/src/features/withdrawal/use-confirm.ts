import type { BankCard, FormReply, IdentityReply } from '@anju/shared/contract';
import { useEffect, useState } from 'react';
import { call } from '../../api/call.ts';
import { caseWish } from '../../api/use-wish.ts';
import { useCasePress } from '../../screen/index.ts';
import type { CasePress } from '../../screen/index.ts';
import { yuanText } from '../../texts/format.ts';
import { caseTitle } from '../../texts/routes.ts';
import { seenForTexts } from '../../texts/seen.ts';
import { confirmTexts } from '../../texts/withdrawal.ts';
import { bodyOf, cardOf, startAmount } from './confirm.facts.ts';
import type { DraftContent } from './draft.content.ts';
import { formFaults } from './field.faults.ts';
import { endOf } from './submission.ts';
import type { SubmitTrouble } from './submission.ts';
import { todayOf } from './today.ts';
import { useDraft } from './use-draft.ts';
import { confirmUrl, resultUrl } from './withdrawal.paths.ts';

export interface ConfirmParts {
  readonly form: FormReply;
  readonly identity: IdentityReply | null;
  readonly templateIds: readonly string[];
  /** Asks for the form again: the account has changed. */
  reload(): Promise<void>;
}
export interface ConfirmState {
  readonly amountFen: number;
  readonly content: DraftContent;
  readonly card: BankCard | null;
  /** Everything the form asks for is there; null until the draft is in. */
  readonly complete: boolean | null;
  readonly fresh: boolean;
  readonly sending: boolean;
  /** Pressed without a network: nothing was sent. */
  readonly unsent: boolean;
  readonly trouble: SubmitTrouble | null;
  /** Something is missing that only this page can give: a card, an amount. */
  readonly blocked: boolean;
  /** A closing withdrawal is agreed to by a tick. */
  readonly ticked: boolean;
  readonly tickFault: boolean;
  tick(on: boolean): void;
  setAmount(fen: number): void;
  setCard(bankCardId: string): void;
  /** The tap on the button. */
  press(): Promise<void>;
}

/** The tick of a closing withdrawal: a press that waits for the face check was made with it; what is others now is agreed to anew. */
function useTick({ changed, waiting, trouble }: CasePress<SubmitTrouble>) {
  const [ticked, tick] = useState(false);
  const [missed, setMissed] = useState(false);
  const anew = changed || trouble?.kind === 'changed';
  useEffect(() => {
    if (anew) tick(false);
    else if (waiting) tick(true);
  }, [anew, waiting]);
  return { ticked, tick, tickFault: missed && !ticked, missTick: () => setMissed(true) };
}

/** The page before the money moves: what will be sent, and the way from the tap to the case. */
export function useConfirm({ form, identity, templateIds, reload }: ConfirmParts): ConfirmState {
  const { route } = form;
  const { view, keeper } = useDraft(route);
  const [opened, setOpened] = useState(false);
  // Once it is sent its draft is gone, and this page only waits for the next.
  const [sent, setSent] = useState(false);
  useEffect(() => {
    keeper.open(form.missing, form.draft);
    setOpened(true);
  }, [form, keeper]);
  const { content } = view.held;
  const amountFen = startAmount(form, content);
  const card = form.escrow === undefined ? cardOf(form, content) : null;
  // Until the draft is in, nothing stands here yet.
  const body = !opened || (card === null && form.escrow === undefined) || amountFen === 0 ? null : bodyOf(form, amountFen, content);
  const way = useCasePress({
    endOf,
    wish: caseWish(route),
    about: seenForTexts.business(caseTitle({ route }), yuanText(amountFen)),
    here: confirmUrl(route),
    body,
    identity,
    templateIds,
    send: async (key) => {
      await keeper.flush();
      return call('submitWithdrawal', { body: bodyOf(form, amountFen, content) }, { key, timeoutMs: 15_000 });
    },
    onDone: () => {
      setSent(true);
      keeper.forget();
    },
    opens: (reply) => resultUrl(reply, route),
    onTrouble: async (trouble) => {
      // What the service no longer has is asked for again.
      if (trouble.kind === 'materials') keeper.change({ files: [] });
      if (trouble.kind === 'changed') await reload();
    },
  });
  const { ticked, tick, tickFault, missTick } = useTick(way);
  const press = async (): Promise<void> => {
    if (form.closing !== undefined && !ticked) return missTick();
    await way.press();
  };
  const changed: SubmitTrouble | null = way.changed ? { kind: 'changed', text: confirmTexts.changed } : null;
  return {
    amountFen,
    content,
    card,
    complete: sent ? true : opened ? Object.keys(formFaults(form.missing, content, todayOf(form.asOf))).length === 0 : null,
    blocked: body === null,
    fresh: way.fresh,
    sending: way.sending,
    unsent: way.unsent,
    trouble: way.trouble ?? changed,
    ticked,
    tickFault,
    tick,
    setAmount: (fen) => keeper.change({ amountFen: fen }),
    setCard: (bankCardId) => keeper.change({ bankCardId }),
    press,
  };
}
