import type { EstimateReply, PrequalificationReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../../api/session.ts';
import { rateText, yuanText } from '../../../texts/format.ts';
import { preApplicationTexts as texts } from '../../../texts/loan-case.ts';
import { Amount, Card, ChoiceField, Facts, From, Masked, originOf, Tap } from '../../../ui/index.ts';
import type { LoanDraft } from '../loan.draft.ts';
import { firstInstalmentFen } from '../pre-application.view.ts';
import { termText } from '../prequalification.view.ts';
import { LoanAmountSheet, TermSheet } from './apply-sheets.tsx';

export interface ApplySummaryProps {
  readonly draft: LoanDraft;
  readonly estimate: EstimateReply;
  readonly partner: PrequalificationReply['partner'];
  readonly amountFen: number;
  readonly mostFen: number;
  readonly priceFen: number;
  change(part: Partial<LoanDraft>): void;
}

const METHODS = (['equal-instalment', 'equal-principal'] as const).map((value) => ({ value, label: texts.methods[value], note: texts.methodNotes[value] }));

/** Everything the person applies for, prefilled; amount, term and method can be changed. */
export function ApplySummary(props: ApplySummaryProps) {
  const { draft, estimate, amountFen, mostFen, change } = props;
  const [open, setOpen] = useState<'amount' | 'term' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <Card>
        <Text className="plan-label">{texts.amount}</Text>
        <From source="computed:limit"><Amount fen={amountFen} size="hero" unit alwaysShown label={texts.amount} /></From>
        <View className="loan-head__wish">
          <Text>{amountFen === mostFen ? texts.amountMost : texts.amountLess(yuanText(mostFen))}</Text>
          <Tap className="a-link loan-head__change" label={`${texts.edit}${texts.editTitle}`} onPress={() => setOpen('amount')}><Text>{texts.edit}</Text></Tap>
        </View>
      </Card>
      <Card title={texts.summary}>
        <ChoiceField label={texts.method} choices={METHODS} value={draft.method} onChange={(method) => change({ method })} />
        <View className="fact-gap"><SummaryFacts {...props} onTerm={() => setOpen('term')} /></View>
      </Card>
      {open === 'amount' ? <LoanAmountSheet amountFen={amountFen} mostFen={mostFen} onClose={close} onChosen={(fen) => { change({ amountFen: fen }); close(); }} /> : null}
      {open === 'term' ? <TermSheet years={Math.floor(estimate.termMonths / 12)} onClose={close} onChosen={(years) => { change({ wish: { ...draft.wish, term: String(years) }, amountFen: null }); close(); }} /> : null}
    </>
  );
}

function SummaryFacts({ draft, estimate, partner, amountFen, priceFen, onTerm }: ApplySummaryProps & { onTerm(): void }) {
  const { session } = useSession();
  const instalment = firstInstalmentFen(amountFen, estimate, draft.method);
  const own = session?.person?.name;
  const term = (
    <View className="apply-term">
      <Text>{termText(estimate.termMonths)}</Text>
      <Tap className="a-link a-link--inline" label={`${texts.edit}${texts.termLabel}`} onPress={onTerm}><Text>{texts.edit}</Text></Tap>
    </View>
  );
  return (
    <From source="computed:schedule">
      <Facts
        items={[
          ...(own === undefined ? [] : [{ label: texts.borrower, value: <Masked text={own} label={texts.borrower} /> }]),
          ...(partner === null ? [] : [{ label: texts.spouse, value: <Masked text={partner.maskedName} label={texts.spouse} /> }]),
          { label: texts.term, value: term },
          ...(instalment === null ? [] : [{ label: draft.method === 'equal-instalment' ? texts.monthly : texts.firstMonth, value: yuanText(instalment) }]),
          { label: texts.rate, value: <From source={originOf(estimate.rateSource)}><Text>{rateText(estimate.annualRateMillionths)}</Text></From> },
          { label: texts.down, value: yuanText(Math.max(0, priceFen - amountFen)) },
        ]}
      />
    </From>
  );
}
