import type { FormReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../api/api.ts';
import { go, goReplace, PATHS } from '../../../screen/index.ts';
import { momentText, yuanText } from '../../../texts/format.ts';
import { routeTitle } from '../../../texts/routes.ts';
import { confirmTexts, routesTexts } from '../../../texts/withdrawal.ts';
import { cardTexts } from '../../../texts/withdrawal-cards.ts';
import { stepTexts } from '../../../texts/withdrawal-form.ts';
import { Amount, Bar, Card, Facts, Footnote, Icon, Notice, Tap } from '../../../ui/index.ts';
import { cardsOf, confirmFacts, isOld, statementOf } from '../confirm.facts.ts';
import type { ConfirmState } from '../use-confirm.ts';
import { backUrl } from '../withdrawal.paths.ts';
import { AmountSheet } from './amount-sheet.tsx';
import { AnswersCard } from './answers-card.tsx';
import { BasisSheet } from './basis-sheet.tsx';
import { CardSheet } from './card-sheet.tsx';
import { Closing, LoanEffect } from './closing.tsx';

type Open = 'amount' | 'basis' | 'card' | null;

/** Everything the person agrees to, on one page. */
export function ConfirmBody({ form, state, reload }: { readonly form: FormReply; readonly state: ConfirmState; reload(): Promise<void> }) {
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const { amountFen, content, card } = state;
  const old = isOld(form);
  const asOf = momentText(form.asOf, now());
  const lines = confirmFacts(form, amountFen, content, old);
  const [to, ...others] = lines;
  const facts = to === undefined || form.escrow !== undefined || card === null ? lines : [{ ...to, value: <ToCard text={to.value} form={form} onChange={() => setOpen('card')} /> }, ...others];
  return (
    <View className="a-stack">
      <LastStep form={form} />
      {old ? <Notice tone="attention">{confirmTexts.old(asOf)}</Notice> : null}
      <AmountCard form={form} amountFen={amountFen} onEdit={() => setOpen('amount')} />
      <Trouble form={form} state={state} />
      {form.closing === undefined ? null : <Closing terms={form.closing} ticked={state.ticked} fault={state.tickFault} onTick={state.tick} />}
      {form.escrow === undefined && card === null ? (
        <Notice tone="stop" title={confirmTexts.cardMissingTitle} action={{ text: cardTexts.add, onPress: () => setOpen('card') }}>{confirmTexts.cardMissing}</Notice>
      ) : null}
      <Card><Facts items={facts} /></Card>
      <AnswersCard form={form} content={content} />
      <LoanEffect form={form} />
      {form.basis.length === 0 ? null : (
        <Tap className="confirm__basis" label={confirmTexts.basisTitle} onPress={() => setOpen('basis')}>
          <Text>{confirmTexts.basisTitle}</Text>
          <Icon name="chevron" size={16} />
        </Tap>
      )}
      <Footnote>{`${confirmTexts.asOf(asOf)}${statementOf(form.route)}`}</Footnote>
      {open === 'amount' ? <AmountSheet form={form} amountFen={amountFen} onChosen={(fen) => { state.setAmount(fen); close(); }} onClose={close} /> : null}
      <BasisSheet form={form} open={open === 'basis'} onClose={close} />
      {open === 'card' ? <CardSheet cards={cardsOf(form)} chosen={card?.bankCardId ?? null} reload={reload} onChosen={(id) => { state.setCard(id); close(); }} onClose={close} /> : null}
    </View>
  );
}

/** The card the money goes to, with the way to another. */
function ToCard({ text, form, onChange }: { readonly text: string; readonly form: FormReply; onChange(): void }) {
  return (
    <View className="to-card">
      <Text>{text}</Text>
      <Tap className="to-card__change" onPress={onChange}><Text>{cardsOf(form).length > 1 ? cardTexts.change : cardTexts.add}</Text></Tap>
    </View>
  );
}

/** With questions before it, this is the last of the steps. */
function LastStep({ form }: { readonly form: FormReply }) {
  const total = form.missing.length + 1;
  if (total === 1) return null;
  return (
    <View className="step-head">
      <View className="step-head__line"><Text>{stepTexts.where(total, total)}</Text></View>
      <Bar share={1} label={stepTexts.where(total, total)} />
    </View>
  );
}

function AmountCard({ form, amountFen, onEdit }: { readonly form: FormReply; readonly amountFen: number; onEdit(): void }) {
  const most = form.prefilledFen;
  const words = most === null ? confirmTexts.mostLater : amountFen === most ? confirmTexts.most : confirmTexts.less(yuanText(most));
  return (
    <Card>
      <Text className="confirm__what">{routeTitle(form.route)}</Text>
      <Amount fen={amountFen === 0 ? null : amountFen} size="hero" unit alwaysShown unknownText={confirmTexts.amountEmpty} label={confirmTexts.editTitle} />
      {form.closing !== undefined ? (
        <Text className="confirm__most">{confirmTexts.whole}</Text>
      ) : (
        <View className="confirm__most">
          <Text>{words}</Text>
          <Tap className="confirm__edit" label={`${confirmTexts.edit}${confirmTexts.editTitle}`} onPress={onEdit}><Text>{amountFen === 0 ? confirmTexts.fill : confirmTexts.edit}</Text></Tap>
        </View>
      )}
    </Card>
  );
}

function Trouble({ form, state: { trouble } }: { readonly form: FormReply; readonly state: ConfirmState }) {
  if (trouble === null) return null;
  return (
    <Notice
      tone={trouble.kind === 'refused' ? 'stop' : 'attention'}
      {...(trouble.kind === 'changed' ? { title: confirmTexts.changedTitle } : {})}
      {...(trouble.kind === 'materials' ? { action: { text: confirmTexts.uploadAgain, onPress: () => goReplace(backUrl(form.route, 'papers')) } } : {})}
      {...(trouble.kind === 'running' ? { action: { text: routesTexts.openCase, onPress: () => go(trouble.caseId === undefined ? PATHS.progress : PATHS.caseOf(trouble.caseId)) } } : {})}
    >
      {trouble.text}
    </Notice>
  );
}
