import type { Estimate } from '@anju/shared/loan';
import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { go, PATHS, Screen } from '../../../../screen/index.ts';
import { rateText, yuanText } from '../../../../texts/format.ts';
import { methodTexts } from '../../../../texts/loan.ts';
import { calculatorTexts, typedTexts } from '../../../../texts/loan-calculator.ts';
import { combinedTexts } from '../../../../texts/loan-ways.ts';
import { Amount, Card, ChoiceField, Empty, Facts, Footnote, From, Notice, originOf, TextField } from '../../../../ui/index.ts';
import { headlineOf } from '../../calculator.result.ts';
import { combinedOf, downFenOf, splitOf } from '../../combined.plan.ts';
import type { Split } from '../../combined.plan.ts';
import { withError } from '../../components/person-fields.tsx';
import { faultOf, rateTyped, valueOf, wanTyped } from '../../../../texts/typed.ts';
import { useCalculator } from '../../use-calculator.ts';
import { useKept } from '../../use-kept.ts';
import '../../loan.scss';

const METHODS = (['equal-instalment', 'equal-principal'] as const).map((value) => ({ value, label: methodTexts[value] }));
const EMPTY = { down: '', rate: '', method: 'equal-instalment' as 'equal-instalment' | 'equal-principal' };

/** The fund's loan up to the quota, the bank's for the rest, and what both cost a month. */
export default function CombinedPage() {
  const { shown, form } = useCalculator();
  const priceFen = valueOf(wanTyped(form.price));
  const ready = shown !== null && !shown.earlier && priceFen !== null && headlineOf(shown.estimate).fen !== null && shown.estimate.termMonths > 0;
  return (
    <Screen title={combinedTexts.title}>
      {ready ? (
        <Combined estimate={shown.estimate} priceFen={priceFen} />
      ) : (
        <Empty drawing="house" title={combinedTexts.noQuota} sentences={[combinedTexts.noQuotaText]} actions={[{ text: combinedTexts.toCalculator, onPress: () => go(PATHS.calculator) }]} />
      )}
    </Screen>
  );
}

interface Typed {
  readonly downFen: number;
  readonly downFault: string | undefined;
  readonly commercialRate: number | null;
  readonly rateFault: string | undefined;
}

/** What is typed, the least down payment standing in for an empty one. */
function read(typed: typeof EMPTY, priceFen: number, leastFen: number | null): Typed {
  const down = wanTyped(typed.down, leastFen === null ? typedTexts.noAmount : combinedTexts.downTooLittle(yuanText(leastFen)));
  const rate = rateTyped(typed.rate);
  const downFen = valueOf(down) ?? leastFen ?? 0;
  const tooLittle = leastFen !== null && downFen < leastFen ? combinedTexts.downTooLittle(yuanText(leastFen)) : undefined;
  return { downFen, downFault: faultOf(down) ?? tooLittle ?? (downFen >= priceFen ? combinedTexts.downTooMuch : undefined), commercialRate: valueOf(rate), rateFault: faultOf(rate) };
}

function Combined({ estimate, priceFen }: { readonly estimate: Estimate; readonly priceFen: number }) {
  const [typed, change] = useKept('combined', EMPTY);
  const least = estimate.downPayment;
  const leastFen = least === null ? null : downFenOf(priceFen, least.shareMillionths);
  const { downFen, downFault, commercialRate, rateFault } = read(typed, priceFen, leastFen);
  const { fen, open } = headlineOf(estimate);
  const split = splitOf(priceFen, downFen, fen ?? 0);
  const help = least === null || leastFen === null ? combinedTexts.downUnknown : combinedTexts.downHelp(yuanText(leastFen), rateText(least.shareMillionths).replace(/\.?0+%$/, combinedTexts.percent));
  return (
    <>
      <Text className="a-second">{combinedTexts.lead}</Text>
      {open ? <Notice tone="attention">{combinedTexts.open}</Notice> : null}
      {downFault === undefined ? <Both estimate={estimate} split={split} commercialRate={commercialRate} method={typed.method} /> : null}
      <Card>
        <From source={least === null ? 'typed' : originOf(least.source)}>
          <TextField asTyped label={combinedTexts.down} kind="money" value={typed.down} suffix={combinedTexts.wan} maxLength={12} help={help} placeholder={leastFen === null ? '' : String(leastFen / 1_000_000)} {...withError(downFault)} onChange={(down) => change({ down })} />
        </From>
        <From source="typed">
          <TextField asTyped label={combinedTexts.rate} kind="money" value={typed.rate} suffix={combinedTexts.percent} maxLength={8} placeholder={combinedTexts.ratePlaceholder} help={combinedTexts.rateHelp} {...withError(rateFault)} onChange={(rate) => change({ rate })} />
          <ChoiceField label={calculatorTexts.method} choices={METHODS} value={typed.method} onChange={(method) => change({ method })} />
        </From>
      </Card>
      <Footnote>{combinedTexts.footer}</Footnote>
    </>
  );
}

interface BothProps {
  readonly estimate: Estimate;
  readonly split: Split;
  readonly commercialRate: number | null;
  readonly method: 'equal-instalment' | 'equal-principal';
}

function Both({ estimate, split, commercialRate, method }: BothProps) {
  const { annualRateMillionths: fundRate, termMonths: months } = estimate;
  const { fundFen, commercialFen } = split;
  const both = useMemo(
    () => (commercialRate === null ? null : combinedOf({ fundFen, commercialFen, fundRate, commercialRate, months, method })),
    [fundFen, commercialFen, fundRate, commercialRate, months, method],
  );
  if (commercialFen <= 0) return <Notice tone="brand" icon="check" title={combinedTexts.enoughTitle}>{combinedTexts.enough}</Notice>;
  const level = method === 'equal-instalment';
  const label = level ? combinedTexts.each : combinedTexts.firstMonth;
  return (
    <Card>
      <From source="computed:schedule">
        <Text className="plan-label">{level ? combinedTexts.total : combinedTexts.totalFirst}</Text>
        {both === null ? <Text className="a-text">{combinedTexts.rateMissing}</Text> : <Amount fen={both.firstInstalmentFen} size="hero" unit alwaysShown />}
        {both === null ? null : <Text className="plan-note">{`${combinedTexts.interest} ${yuanText(both.totalInterestFen)}`}</Text>}
        <View className="split">
          <View className="split__fund" style={{ flexGrow: fundFen }} />
          <View className="split__bank" style={{ flexGrow: commercialFen }} />
        </View>
      </From>
      <Part title={combinedTexts.fund} fen={fundFen} rate={fundRate} rateFrom={originOf(estimate.rateSource)} monthly={both?.fund.firstInstalmentFen ?? null} label={label} />
      <Part title={combinedTexts.commercial} fen={commercialFen} rate={commercialRate} rateFrom="typed" monthly={both?.commercial.firstInstalmentFen ?? null} label={label} />
    </Card>
  );
}

interface PartProps {
  readonly title: string;
  readonly fen: number;
  readonly rate: number | null;
  readonly rateFrom: React.ComponentProps<typeof From>['source'];
  readonly monthly: number | null;
  readonly label: string;
}

function Part({ title, fen, rate, rateFrom, monthly, label }: PartProps) {
  const items = [
    { label: combinedTexts.amount, value: <From source="computed:limit"><Text>{yuanText(fen)}</Text></From> },
    ...(rate === null ? [] : [{ label: calculatorTexts.rate, value: <From source={rateFrom}><Text>{rateText(rate)}</Text></From> }]),
    ...(monthly === null ? [] : [{ label, value: <From source="computed:schedule"><Text>{yuanText(monthly)}</Text></From> }]),
  ];
  return (
    <View className="split__part">
      <Text className="split__title">{title}</Text>
      <Facts items={items} />
    </View>
  );
}
