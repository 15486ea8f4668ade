import { chinaDateOf } from '@anju/shared/calendar';
import { loanRatesOn } from '@anju/shared/policy';
import { formatYuan } from '@anju/shared/money';
import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { now } from '../../../../api/api.ts';
import { Screen } from '../../../../screen/index.ts';
import { rateText, wanText, yuanText } from '../../../../texts/format.ts';
import { methodTexts } from '../../../../texts/loan.ts';
import { calculatorFields, calculatorTexts } from '../../../../texts/loan-calculator.ts';
import { conversionTexts } from '../../../../texts/loan-ways.ts';
import { Amount, Card, ChoiceField, Footnote, From, Notice, originOf, TextField } from '../../../../ui/index.ts';
import { headlineOf } from '../../calculator.result.ts';
import { withError } from '../../components/person-fields.tsx';
import { CompareTable } from '../../components/compare-table.tsx';
import { convert, NO_CONVERSION } from '../../conversion.plan.ts';
import type { ConversionAnswer, ConversionForm, ConversionOutcome } from '../../conversion.plan.ts';
import { useCalculator } from '../../use-calculator.ts';
import { useKept } from '../../use-kept.ts';
import '../../loan.scss';

const METHODS = (['equal-instalment', 'equal-principal'] as const).map((value) => ({ value, label: methodTexts[value] }));
const ORDERS = (['first', 'second'] as const).map((value) => ({ value, label: calculatorFields.orders[value] }));

/** A commercial loan turned into a fund loan: what it saves, both conventions of interest, costs taken off. */
export default function ConversionPage() {
  const { shown } = useCalculator();
  const [form, change] = useKept('conversion', NO_CONVERSION);
  const today = chinaDateOf(now());
  const head = shown === null || shown.earlier ? null : headlineOf(shown.estimate);
  const quotaFen = head?.fen ?? null;
  const outcome = useMemo(() => convert(form, quotaFen, today), [form, quotaFen, today]);
  return (
    <Screen title={conversionTexts.title}>
      <Text className="a-second">{conversionTexts.lead}</Text>
      <Answer outcome={outcome} today={today} />
      <Fields form={form} outcome={outcome} quotaFen={quotaFen} onChange={change} />
      <Notice tone="attention">{conversionTexts.offered}</Notice>
      <Footnote>{conversionTexts.footer}</Footnote>
    </Screen>
  );
}

interface FieldsProps {
  readonly form: ConversionForm;
  readonly outcome: ConversionOutcome;
  readonly quotaFen: number | null;
  onChange(part: Partial<ConversionForm>): void;
}

function Fields({ form, outcome, quotaFen, onChange }: FieldsProps) {
  const faults = outcome.kind === 'wrong' ? outcome.faults : {};
  const quotaHelp = quotaFen === null ? conversionTexts.quotaNone : conversionTexts.quotaHelp(wanText(quotaFen));
  return (
    <Card>
      <From source="typed">
        <View className="calc-pair">
          <TextField asTyped label={conversionTexts.balance} kind="money" value={form.balance} suffix={conversionTexts.wan} maxLength={12} {...withError(faults.balance)} onChange={(balance) => onChange({ balance })} />
          <TextField asTyped label={conversionTexts.monthsLeft} kind="digits" value={form.monthsLeft} suffix={conversionTexts.monthsUnit} maxLength={6} {...withError(faults.monthsLeft)} onChange={(monthsLeft) => onChange({ monthsLeft })} />
        </View>
        <TextField asTyped label={conversionTexts.rate} kind="money" value={form.rate} suffix="%" maxLength={8} placeholder={conversionTexts.ratePlaceholder} help={conversionTexts.rateHelp} {...withError(faults.rate)} onChange={(rate) => onChange({ rate })} />
      </From>
      <From source="computed:limit">
        <TextField asTyped label={conversionTexts.quota} kind="money" value={form.quota} suffix={conversionTexts.wan} maxLength={12} help={quotaHelp} {...withError(faults.quota)} onChange={(quota) => onChange({ quota })} />
      </From>
      <From source="typed">
        <TextField asTyped label={conversionTexts.costs} kind="money" value={form.costs} suffix={calculatorFields.yuan} maxLength={16} help={conversionTexts.costsHelp} {...withError(faults.costs)} onChange={(costs) => onChange({ costs })} />
        <ChoiceField label={calculatorFields.order} choices={ORDERS} value={form.order} onChange={(order) => onChange({ order })} />
        <ChoiceField label={conversionTexts.method} choices={METHODS} value={form.method} onChange={(method) => onChange({ method })} />
      </From>
    </Card>
  );
}

function Answer({ outcome, today }: { readonly outcome: ConversionOutcome; readonly today: string }) {
  if (outcome.kind === 'answer') return <Gain answer={outcome.answer} today={today} />;
  const sentence = outcome.kind === 'missing' ? conversionTexts.missing(outcome.fields.join('、')) : calculatorTexts.mend;
  return <Card tone="soft"><Text className="a-text">{sentence}</Text></Card>;
}

function Gain({ answer, today }: { readonly answer: ConversionAnswer; readonly today: string }) {
  const { gain, fundRate } = answer;
  const { before, after } = gain;
  const rateFrom = loanRatesOn(today)?.source;
  const saves = gain.savedInterestFen >= 0;
  const costly = gain.gainFen !== gain.savedInterestFen;
  return (
    <Card>
      <From source="computed:schedule">
        <Text className="plan-label">{saves ? conversionTexts.saves : conversionTexts.costsMore}</Text>
        <Amount fen={Math.abs(gain.savedInterestFen)} size="hero" unit alwaysShown />
        {costly ? <Text className="a-text">{gain.gainFen < 0 ? conversionTexts.netLess : `${conversionTexts.net} ${yuanText(gain.gainFen)}`}</Text> : null}
        <CompareTable
          heads={[conversionTexts.before, conversionTexts.after]}
          rows={[
            { label: conversionTexts.monthly, figures: [formatYuan(before.firstInstalmentFen), formatYuan(after.firstInstalmentFen)] },
            { label: conversionTexts.interest, figures: [formatYuan(before.totalInterestFen), formatYuan(after.totalInterestFen)] },
            { label: conversionTexts.press, figures: [formatYuan(before.pressTotalInterestFen), formatYuan(after.pressTotalInterestFen)] },
          ]}
        />
        {after.keptCommercialFen > 0 ? <Text className="plan-note">{conversionTexts.kept(yuanText(after.keptCommercialFen))}</Text> : null}
      </From>
      {rateFrom === undefined ? null : <From source={originOf(rateFrom)}><Text className="plan-note">{`${conversionTexts.fundRate} ${rateText(fundRate)}`}</Text></From>}
    </Card>
  );
}
