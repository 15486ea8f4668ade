import type { Loan, LoansReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { messageOf } from '../../../../api/problem-message.ts';
import { FailureState, go, goReplace, PageState, PATHS, pathOf, Screen, StaleNotice } from '../../../../screen/index.ts';
import { dayText, yuanText } from '../../../../texts/format.ts';
import { prepaymentTexts as texts } from '../../../../texts/my-loan.ts';
import { loanReasonSentence } from '../../../../texts/loan-case-reasons.ts';
import { Amount, Button, Card, ChoiceField, Empty, Footnote, From, Notice, Skeleton, TextField, useYuan } from '../../../../ui/index.ts';
import { Guest } from '../../components/guest.tsx';
import { OptionPair } from '../../components/option-pair.tsx';
import { chosenOption, leastOf } from '../../prepayment.view.ts';
import { useQuote } from '../../use-quote.ts';
import type { QuoteState } from '../../use-quote.ts';
import '../../loan-case.scss';

const KINDS = [{ value: 'part' as const, label: texts.kinds.part }, { value: 'whole' as const, label: texts.kinds.whole }];

/** What an earlier repayment would bring: both ways side by side, from the loan as it really stands. */
export default function PrepaymentPage() {
  const loanId = decodeURIComponent(useRouter().params['loanId'] ?? '');
  const state = useQuote(loanId);
  const { current, loan } = state;
  const onward = (): void => go(pathOf('/features/loan-case/pages/prepay-confirm/index', { loanId }));
  return (
    <Screen title={texts.title} sensitive foot={loan === null ? null : <Button text={texts.next} disabled={current === null} onPress={onward} />}>
      <PageState query={state.loans} skeleton={<><Skeleton shape="card" count={1} /><Skeleton shape="form" count={2} /></>} off={loanId === '' ? <Gone /> : <Guest texts={texts} />}>
        {({ loans: dated }) => (loan !== null ? <><StaleLoans dated={dated} retry={state.loans.reload} /><From source={`core@${momentOf(dated)}`}><Quote loan={loan} state={state} /></From></> : state.gone ? <Gone /> : <FailureState kind="core-down" retry={state.loans.reload} />)}
      </PageState>
    </Screen>
  );
}

const momentOf = (dated: LoansReply['loans']): string => (dated.state === 'unknown' ? '' : dated.asOf);

function StaleLoans({ dated, retry }: { readonly dated: LoansReply['loans']; retry(): Promise<void> }) {
  return dated.state === 'stale' ? <StaleNotice why="core-down" at={dated.asOf} retry={retry} /> : null;
}

function Gone() {
  return <Empty drawing="lens" title={texts.noLoanTitle} sentences={[texts.noLoanText]} actions={[{ text: texts.noLoanAction, onPress: () => goReplace(PATHS.myLoan) }]} />;
}

function Quote({ loan, state }: { readonly loan: Loan; readonly state: QuoteState }) {
  const { kept, asked, quote, current } = state;
  const yuan = useYuan();
  const { draft, change } = kept;
  const whole = draft.keep === 'whole';
  const error = 'error' in asked ? asked.error : null;
  const help = texts.amountHelp(yuan(leastOf(loan.balanceFen)), yuan(loan.balanceFen));
  return (
    <>
      <Card>
        <Text className="a-second">{texts.lead(yuan(loan.balanceFen))}</Text>
        <View className="a-stack fact-gap">
          <ChoiceField label={texts.kind} choices={KINDS} value={whole ? 'whole' : 'part'} onChange={(kind) => change({ keep: kind === 'whole' ? 'whole' : 'instalment' })} />
          {whole ? null : <TextField asTyped label={texts.amount} kind="money" value={draft.amount} suffix={texts.yuan} maxLength={16} onChange={(amount) => change({ amount })} help={help} {...(error === null ? {} : { error })} />}
        </View>
      </Card>
      <Answer state={state} />
      {quote.problem === null || current !== null ? null : <Notice tone="attention">{[messageOf(quote.problem), ...quote.problem.reasons.map(loanReasonSentence)].join('')}</Notice>}
      <Footnote>{texts.rule}</Footnote>
    </>
  );
}

function Answer({ state }: { readonly state: QuoteState }) {
  const { current, quote, asked, kept } = state;
  if (current === null) {
    if ('error' in asked) return asked.error === null ? <Text className="a-second">{texts.waiting}</Text> : null;
    if (quote.state === 'failed') return quote.problem === null && quote.why !== null ? <FailureState kind={quote.why} retry={quote.reload} /> : null;
    return <Skeleton shape="card" count={1} />;
  }
  const chosen = chosenOption(current, kept.draft.keep);
  return (
    <>
      <From source={`core@${current.asOf}`}>
        <Card>
          <Text className="plan-label">{`${texts.toPay} · ${texts.on(dayText(current.onDay, true))}`}</Text>
          <Amount fen={current.toPayFen} size="large" unit alwaysShown label={texts.toPay} />
          <Text className="a-second plan-label">{texts.toPayNote(yuanText(current.amountFen), yuanText(current.accruedInterestFen))}</Text>
        </Card>
      </From>
      {chosen === null ? null : <OptionPair options={current.options} chosen={chosen.keep} onChosen={(keep) => kept.change({ keep })} />}
    </>
  );
}
