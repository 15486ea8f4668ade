import type { BankCard, IdentityReply, PrepaymentBody, PrepaymentQuoteReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../../api/call.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { caseWish } from '../../../../api/use-wish.ts';
import { FailureState, go, goReplace, nextStepText, PageState, PATHS, pathOf, Screen, useCasePress } from '../../../../screen/index.ts';
import { dayText, yuanText } from '../../../../texts/format.ts';
import { prepayConfirmTexts as texts, prepaymentTexts } from '../../../../texts/my-loan.ts';
import { caseTitle } from '../../../../texts/routes.ts';
import { seenForTexts } from '../../../../texts/seen.ts';
import { Amount, Button, Card, Empty, Facts, Footnote, From, Notice, Skeleton } from '../../../../ui/index.ts';
import { CardSheet } from '../../components/card-sheet.tsx';
import { Guest } from '../../components/guest.tsx';
import { PressTrouble } from '../../components/press-trouble.tsx';
import { chosenOption } from '../../prepayment.view.ts';
import { endOf } from '../../submission.ts';
import { useQuote } from '../../use-quote.ts';
import type { QuoteState } from '../../use-quote.ts';
import '../../loan-case.scss';

const SHAPE = <><Skeleton shape="card" count={1} /><Skeleton shape="list" count={5} /></>;
const pageOf = (loanId: string): string => pathOf('/features/loan-case/pages/prepay-confirm/index', { loanId });

/** The one page before the money moves: from which card, how much, what it does to the loan. */
export default function PrepayConfirmPage() {
  const loanId = decodeURIComponent(useRouter().params['loanId'] ?? '');
  const state = useQuote(loanId);
  const ready = state.loan !== null;
  const cards = useQuery('listBankCards', {}, { enabled: ready });
  const identity = useQuery('showIdentity', {}, { enabled: ready });
  if (state.current !== null && cards.value !== null && identity.value !== null) {
    return <Ready loanId={loanId} state={state} quote={state.current} cards={cards.value.items.filter((card) => card.usable)} identity={identity.value} />;
  }
  const back = <Empty drawing="ledger" title={prepaymentTexts.noLoanTitle} sentences={[prepaymentTexts.noLoanText]} actions={[{ text: prepaymentTexts.noLoanAction, onPress: () => goReplace(PATHS.myLoan) }]} />;
  return (
    <Screen title={texts.title} sensitive>
      <PageState query={state.loans} skeleton={SHAPE} off={loanId === '' ? back : <Guest texts={texts} />}>
        {() => <NotReady state={state} loanId={loanId} gone={back} failed={[cards, identity].find((one) => one.state === 'failed')?.why ?? null} />}
      </PageState>
    </Screen>
  );
}

function NotReady({ state, loanId, gone, failed }: { readonly state: QuoteState; readonly loanId: string; readonly gone: JSX.Element; readonly failed: Parameters<typeof FailureState>[0]['kind'] | null }) {
  if (state.gone) return gone;
  if (state.loan === null) return <FailureState kind="core-down" retry={state.loans.reload} />;
  const why = failed ?? (state.quote.state === 'failed' ? state.quote.why : null);
  if (why !== null) return <FailureState kind={why} retry={state.quote.reload} />;
  // Without a fit amount there is nothing to confirm.
  if ('error' in state.asked) return <Empty drawing="ledger" title={prepaymentTexts.waiting} actions={[{ text: texts.back, onPress: () => goReplace(PATHS.prepayment(loanId)) }]} />;
  return SHAPE;
}

interface ReadyProps {
  readonly loanId: string;
  readonly state: QuoteState;
  readonly quote: PrepaymentQuoteReply;
  readonly cards: readonly BankCard[];
  readonly identity: IdentityReply;
}

function Ready({ loanId, state, quote, cards, identity }: ReadyProps) {
  const { draft, change, forget } = state.kept;
  const [open, setOpen] = useState(false);
  const templates = useQuery('listTemplates', {});
  const card = cards.find((one) => one.bankCardId === draft.bankCardId) ?? cards[0] ?? null;
  const option = chosenOption(quote, draft.keep);
  const body: PrepaymentBody | null = card === null || option === null ? null : { ...(option.keep === 'whole' ? {} : { amountFen: quote.amountFen }), keep: option.keep, bankCardId: card.bankCardId };
  const press = useCasePress({
    endOf,
    wish: caseWish('loan-prepayment'),
    about: seenForTexts.business(caseTitle({ route: 'loan-prepayment' }), yuanText(quote.toPayFen)),
    purpose: 'loan',
    here: pageOf(loanId),
    // What is to be paid on that day belongs to the wish: another day is another amount.
    body: body === null ? null : { loanId, ...body, toPayFen: quote.toPayFen },
    identity,
    templateIds: templates.value?.items.map((item) => item.templateId) ?? [],
    send: (key) => {
      if (body === null) throw new Error('nothing to repay');
      return call('prepay', { params: { loanId }, body }, { key, timeoutMs: 15_000 });
    },
    onDone: forget,
    opens: ({ caseId, number, state: stage }) => pathOf('/features/loan-case/pages/result/index', { caseId, number, state: stage, matter: 'loan-prepayment' }),
    // The figures are others now.
    onTrouble: ({ kind }) => (kind === 'changed' ? state.quote.reload() : undefined),
  });
  const foot = (
    <View className="loan-foot">
      <Button text={texts.button(yuanText(quote.toPayFen))} loading={press.sending} loadingText={texts.sending} disabled={body === null} onPress={press.press} />
      <Text className="loan-foot__next">{nextStepText(identity, press.fresh, press.unsent)}</Text>
    </View>
  );
  return (
    <Screen title={texts.title} sensitive foot={foot}>
      <PressTrouble state={press} texts={texts} />
      {card === null ? <Notice tone="stop" action={{ text: texts.noCardAction, onPress: () => go(PATHS.guide('bank-card')) }}>{texts.noCardText}</Notice> : null}
      <Summary quote={quote} keep={option?.keep ?? draft.keep} card={card} />
      {cards.length > 1 ? <Button kind="quiet" text={texts.otherCard} onPress={() => setOpen(true)} /> : null}
      <Footnote>{texts.statement}</Footnote>
      {open && card !== null ? <CardSheet cards={cards} chosen={card.bankCardId} onClose={() => setOpen(false)} onChosen={(bankCardId) => { change({ bankCardId }); setOpen(false); }} /> : null}
    </Screen>
  );
}

function Summary({ quote, keep, card }: { readonly quote: PrepaymentQuoteReply; readonly keep: 'instalment' | 'term' | 'whole'; readonly card: BankCard | null }) {
  const option = chosenOption(quote, keep);
  const whole = keep === 'whole';
  return (
    <From source={`core@${quote.asOf}`}>
      <Card>
        <Text className="plan-label">{texts.amount}</Text>
        <Amount fen={quote.toPayFen} size="hero" unit alwaysShown label={texts.amount} />
      </Card>
      <Card>
        <Facts
          items={[
            { label: texts.card, value: card === null ? texts.noCard : texts.ownCard(card.bank, card.tail), note: texts.cardNote },
            { label: texts.principal, value: yuanText(quote.amountFen) },
            { label: texts.interest, value: yuanText(quote.accruedInterestFen) },
            { label: texts.how, value: prepaymentTexts.keep[keep], note: prepaymentTexts.keepNote[keep] },
            { label: texts.after, value: yuanText(quote.balanceAfterFen) },
            ...(option === null ? [] : [{ label: texts.saved, value: yuanText(option.savedInterestFen) }]),
            ...(option === null || whole ? [] : [{ label: texts.newInstalment, value: yuanText(option.instalmentFen) }, { label: texts.lastDue, value: dayText(option.lastDueOn, true) }]),
          ]}
        />
      </Card>
    </From>
  );
}
