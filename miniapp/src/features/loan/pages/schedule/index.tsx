import { loanRatesOn } from '@anju/shared/policy';
import { chinaDateOf } from '@anju/shared/calendar';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { now } from '../../../../api/api.ts';
import { goReplace, PATHS, Screen } from '../../../../screen/index.ts';
import { rateText, yuanText } from '../../../../texts/format.ts';
import { methodTexts } from '../../../../texts/loan.ts';
import { scheduleTexts } from '../../../../texts/loan-schedule.ts';
import { methodsTexts } from '../../../../texts/loan-calculator.ts';
import { Amount, Card, ChoiceField, Empty, Facts, Footnote, From, originOf, StackedBars } from '../../../../ui/index.ts';
import { PlanYears } from '../../components/plan-years.tsx';
import { planFrom } from '../../schedule.plan.ts';
import type { PlanInput } from '../../schedule.plan.ts';
import { scheduleOf, yearsOf } from '../../schedule.years.ts';
import type { PlanYear } from '../../schedule.years.ts';
import '../../loan.scss';

const METHODS = [{ value: 'equal-instalment' as const, label: methodTexts['equal-instalment'] }, { value: 'equal-principal' as const, label: methodTexts['equal-principal'] }];
const yearsText = (months: number): string => (months % 12 === 0 ? scheduleTexts.years(months / 12) : scheduleTexts.months(months));

/** The plan of a loan by either method, computed on the phone. */
export default function SchedulePage() {
  const plan = planFrom(useRouter().params);
  return (
    <Screen title={scheduleTexts.title}>
      {plan === null ? (
        <Empty drawing="ledger" title={scheduleTexts.badTitle} sentences={[scheduleTexts.badText]} actions={[{ text: scheduleTexts.badAction, onPress: () => goReplace(PATHS.calculator) }]} />
      ) : (
        <Plan given={plan} />
      )}
    </Screen>
  );
}

/** Whether a rate is one of the fund's own of today: then it has a source; else the address brought it. */
function rateOrigin(rate: number): Parameters<typeof From>[0]['source'] {
  const today = loanRatesOn(chinaDateOf(now()));
  return today !== null && Object.values(today.rates).includes(rate) ? originOf(today.source) : 'typed';
}

function YearsChart({ years, label }: { readonly years: readonly PlanYear[]; readonly label: string }) {
  const columns = years.map((year) => ({ below: year.paidFen - year.interestFen, above: year.interestFen }));
  const said = methodsTexts.chart(label, yuanText(years[0]?.paidFen ?? 0), yuanText(years[years.length - 1]?.paidFen ?? 0));
  return <View className="plan-chart"><StackedBars columns={columns} most={Math.max(...years.map((year) => year.paidFen))} label={said} /></View>;
}

function Plan({ given }: { readonly given: PlanInput }) {
  const [method, setMethod] = useState(given.method);
  const { principalFen, rate, months } = given;
  const schedule = useMemo(() => scheduleOf({ principalFen, rate, months, method }), [principalFen, rate, months, method]);
  const years = useMemo(() => yearsOf(schedule.rows), [schedule]);
  const level = method === 'equal-instalment';
  return (
    <From source="computed:schedule">
      <Card>
        <Text className="plan-label">{level ? scheduleTexts.each : scheduleTexts.first}</Text>
        <Amount fen={schedule.firstInstalmentFen} size="hero" unit alwaysShown />
        <View className="plan-head">
          <ChoiceField label={scheduleTexts.method} choices={METHODS} value={method} onChange={(next) => setMethod(next)} />
        </View>
        <YearsChart years={years} label={methodTexts[method]} />
        <Facts
          items={[
            { label: scheduleTexts.principal, value: yuanText(principalFen) },
            { label: scheduleTexts.term, value: yearsText(months) },
            { label: scheduleTexts.rate, value: <From source={rateOrigin(rate)}><Text>{rateText(rate)}</Text></From> },
            { label: scheduleTexts.last, value: yuanText(schedule.lastInstalmentFen) },
            { label: scheduleTexts.interest, value: yuanText(schedule.totalInterestFen), note: scheduleTexts.interestNote },
            { label: scheduleTexts.press, value: yuanText(schedule.pressTotalInterestFen), note: scheduleTexts.pressNote },
          ]}
        />
      </Card>
      <PlanYears key={method} years={years} />
      <Footnote>{scheduleTexts.footer}</Footnote>
    </From>
  );
}
