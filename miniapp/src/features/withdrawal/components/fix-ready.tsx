import type { BankCard, BankCardsReply, CaseReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useQuery } from '../../../api/use-query.ts';
import type { Query } from '../../../api/use-query.ts';
import { FailureState, go, nextStepText, PATHS, Screen, useCasePress } from '../../../screen/index.ts';
import type { CasePress } from '../../../screen/index.ts';
import { yuanText } from '../../../texts/format.ts';
import { caseTitle } from '../../../texts/routes.ts';
import { seenForTexts } from '../../../texts/seen.ts';
import { confirmTexts, routesTexts } from '../../../texts/withdrawal.ts';
import { cardTexts } from '../../../texts/withdrawal-cards.ts';
import { fixItems, fixTexts as texts, fixWhat } from '../../../texts/withdrawal-fix.ts';
import { reasonSentence } from '../../../texts/withdrawal-reasons.ts';
import { Amount, Button, Card, ChoiceField, Notice, Sheet, Skeleton, TextField } from '../../../ui/index.ts';
import { amountAgain, fixBody, fixFault, withOnlyCard } from '../fix.content.ts';
import type { Asked } from '../fix.content.ts';
import { endOf } from '../submission.ts';
import type { SubmitTrouble } from '../submission.ts';
import { todayOf } from '../today.ts';
import { useFixContent } from '../use-fix.ts';
import type { FixKeeper } from '../use-fix.ts';
import { resultUrl } from '../withdrawal.paths.ts';
import { AddCard } from './add-card.tsx';
import { NextStep } from './next-step.tsx';
import { Question } from './question.tsx';

interface FixReadyProps {
  readonly reply: CaseReply;
  readonly asked: Asked;
  /** Asks for the case again: it has moved on. */
  reload(): Promise<void>;
}

const usableOf = (cards: Query<BankCardsReply>): readonly BankCard[] => (cards.value?.items ?? []).filter((card) => card.usable);

/** What was wrong, the one field for it, and the button that hands it in again. */
export function FixReady({ reply, asked, reload }: FixReadyProps) {
  const { caseId, route } = reply;
  const kept = useFixContent(caseId);
  const identity = useQuery('showIdentity', {});
  const templates = useQuery('listTemplates', {});
  const cards = useQuery('listBankCards', {}, { enabled: asked.item === 'card' });
  const [tried, setTried] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const usable = usableOf(cards);
  const content = withOnlyCard(kept.content, usable, reply.payee);
  const fault = waiting ? texts.waitPaper : fixFault(asked, content, usable, todayOf(reply.now));
  const body = fixBody(asked, content);
  const again = amountAgain(reply, asked, content);
  const way = useCasePress({
    endOf,
    wish: `resubmit:${caseId}`,
    about: seenForTexts.business(caseTitle(reply), yuanText(again ?? reply.amountFen)),
    here: PATHS.putRight(caseId),
    body: fault === null ? body : null,
    identity: identity.value,
    templateIds: templates.value?.items.map((item) => item.templateId) ?? [],
    send: (key) => call('resubmitCase', { params: { caseId }, body }, { key, timeoutMs: 15_000 }),
    onDone: kept.forget,
    opens: (done) => resultUrl(done, route),
    onTrouble: async ({ kind }) => {
      // What the service no longer has is asked for again.
      if (kind === 'materials') kept.change(() => ({ files: [] }));
      if (kind === 'changed') await cards.reload();
      if (kind !== 'unsure') await reload();
    },
  });
  const press = async (): Promise<void> => {
    setTried(true);
    if (fault === null) await way.press();
  };
  const foot = (
    <View className="confirm-foot">
      <Button text={texts.again(again === null ? null : yuanText(again))} loading={way.sending} loadingText={texts.sending} disabled={identity.state === 'loading'} onPress={press} />
      <NextStep text={nextStepText(identity.value, way.fresh, way.unsent)} unsent={way.unsent} />
    </View>
  );
  return (
    <Screen title={texts.title} sensitive foot={foot}>
      <View className="a-stack">
        <Why reply={reply} amountShown={asked.item !== 'amount'} />
        <Trouble way={way} />
        <OneThing reply={reply} asked={asked} kept={{ ...kept, content }} cards={cards} fault={tried ? fault : null} onWaiting={setWaiting} />
        <Text className="a-second">{asked.item === 'elsewhere' ? texts.keptAll : texts.kept}</Text>
      </View>
    </Screen>
  );
}

/** What it is about, the reason, and what to do about it. @param amountShown false where the amount is what is asked again */
function Why({ reply, amountShown }: { readonly reply: CaseReply; readonly amountShown: boolean }) {
  const fix = reply.fix ?? { item: 'nothing', resubmit: false };
  return (
    <Card>
      <Text className="confirm__what">{texts.case(caseTitle(reply), reply.number)}</Text>
      {amountShown ? <Amount fen={reply.amountFen} size="large" unit alwaysShown label={confirmTexts.editTitle} /> : null}
      <View className="fix-why">
        {reply.refusal === undefined ? null : <Notice tone="stop">{reasonSentence(reply.refusal)}</Notice>}
        <Text className="a-text">{fixItems[fix.item].first ?? fixWhat(fix)}</Text>
      </View>
    </Card>
  );
}

function Trouble({ way: { trouble, changed } }: { readonly way: CasePress<SubmitTrouble> }) {
  if (trouble === null) return changed ? <Notice tone="attention">{texts.changed}</Notice> : null;
  const { caseId } = trouble;
  return (
    <Notice tone={trouble.kind === 'refused' ? 'stop' : 'attention'} {...(trouble.kind === 'running' ? { action: { text: routesTexts.openCase, onPress: () => go(caseId === undefined ? PATHS.progress : PATHS.caseOf(caseId)) } } : {})}>
      {trouble.kind === 'unsure' ? texts.unsure : trouble.kind === 'materials' ? texts.papersGone : trouble.text}
    </Notice>
  );
}

interface OneThingProps {
  readonly reply: CaseReply;
  readonly asked: Asked;
  readonly kept: FixKeeper;
  readonly cards: Query<BankCardsReply>;
  readonly fault: string | null;
  onWaiting(waiting: boolean): void;
}

function OneThing({ reply, asked, kept, cards, fault, onWaiting }: OneThingProps) {
  const { content, change } = kept;
  const error = fault === null ? {} : { error: fault };
  if (asked.item === 'elsewhere') return null;
  if (asked.item === 'card') {
    if (cards.value === null) return cards.state === 'failed' ? <FailureState kind={cards.why ?? 'error'} retry={cards.reload} /> : <Skeleton shape="list" count={2} />;
    return <OtherCard reply={reply} kept={kept} cards={usableOf(cards)} reload={cards.reload} fault={fault} />;
  }
  if (asked.item === 'amount') {
    return (
      <Card>
        <TextField
          label={texts.amount}
          kind="money"
          value={content.amount ?? asked.start}
          suffix={confirmTexts.yuan}
          maxLength={14}
          help={confirmTexts.amountHelp(yuanText(asked.leastFen), yuanText(asked.mostFen))}
          onChange={(amount) => change(() => ({ amount }))}
          {...error}
        />
      </Card>
    );
  }
  const { field } = asked;
  return (
    <Question
      field={field}
      content={content}
      fault={fault}
      onWaiting={onWaiting}
      onAnswer={(value) => change(({ answers: { [field.name]: _before, ...rest } }) => ({ answers: value === undefined ? rest : { ...rest, [field.name]: value } }))}
      onFiles={(make) => change(({ files }) => ({ files: make(files) }))}
    />
  );
}

function OtherCard({ reply, kept, cards, reload, fault }: { readonly reply: CaseReply; readonly kept: FixKeeper; readonly cards: readonly BankCard[]; reload(): Promise<void>; readonly fault: string | null }) {
  const [adding, setAdding] = useState(false);
  const { payee } = reply;
  const choose = (bankCardId: string): void => kept.change(() => ({ bankCardId }));
  const added = async (card: BankCard): Promise<void> => {
    setAdding(false);
    choose(card.bankCardId);
    await reload();
  };
  const help = cards.length === 0 ? texts.noCard : payee === null ? undefined : texts.cardBefore(cardTexts.own(payee.bank, payee.tail));
  return (
    <Card>
      <ChoiceField look="list" label={texts.card} choices={cards.map((card) => ({ value: card.bankCardId, label: cardTexts.own(card.bank, card.tail) }))} value={kept.content.bankCardId} onChange={choose} {...(help === undefined ? {} : { help })} {...(fault === null ? {} : { error: fault })} />
      <Button kind="secondary" text={cardTexts.add} onPress={() => setAdding(true)} />
      <Sheet open={adding} title={cardTexts.add} onClose={() => setAdding(false)}>{adding ? <AddCard onAdded={added} /> : null}</Sheet>
    </Card>
  );
}
