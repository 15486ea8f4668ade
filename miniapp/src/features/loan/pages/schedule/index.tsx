import type { RepaymentMethod } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { goReplace, PATHS, Screen } from '../../../../screen/index.ts';
import { rateText, yuanText } from '../../../../texts/format.ts';
import { methodTexts, scheduleTexts } from '../../../../texts/loan.ts';
import { Amount, Card, ChoiceField, Empty, Facts, Footnote } from '../../../../ui/index.ts';
import type { Choice } from '../../../../ui/index.ts';
import { PlanYears } from '../../components/plan-years.tsx';
import { planFrom } from '../../schedule.link.ts';
import type { PlanInput } from '../../schedule.link.ts';
import { scheduleOf, yearsOf } from '../../schedule.years.ts';
import '../../loan.scss';

const METHODS: readonly Choice<RepaymentMethod>[] = [{ value: 'equal-instalment', label: methodTexts['equal-instalment'] }, { value: 'equal-principal', label: methodTexts['equal-principal'] }];
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

function Plan({ given }: { readonly given: PlanInput }) {
  const [method, setMethod] = useState(given.method);
  const { principalFen, rate, months } = given;
  const schedule = useMemo(() => scheduleOf({ principalFen, rate, months, method }), [principalFen, rate, months, method]);
  const years = useMemo(() => yearsOf(schedule.rows), [schedule]);
  const level = method === 'equal-instalment';
  return (
    <>
      <Card>
        <Text className="plan-label">{level ? scheduleTexts.each : scheduleTexts.first}</Text>
        <Amount fen={schedule.firstInstalmentFen} size="large" unit alwaysShown />
        <View className="plan-head">
          <ChoiceField label={scheduleTexts.method} choices={METHODS} value={method} onChange={(next) => setMethod(next)} />
        </View>
        <Facts
          items={[
            { label: scheduleTexts.principal, value: yuanText(principalFen), note: scheduleTexts.terms(yearsText(months), rateText(rate)) },
            { label: scheduleTexts.last, value: yuanText(schedule.lastInstalmentFen) },
            { label: scheduleTexts.interest, value: yuanText(schedule.totalInterestFen), note: scheduleTexts.interestNote },
            { label: scheduleTexts.press, value: yuanText(schedule.pressTotalInterestFen), note: scheduleTexts.pressNote },
          ]}
        />
      </Card>
      <PlanYears key={method} years={years} />
      <Footnote>{scheduleTexts.footer}</Footnote>
    </>
  );
}
