import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { yuanText } from '../../../texts/format.ts';
import { scheduleTexts } from '../../../texts/loan.ts';
import { Amount, Card, Icon, Tap } from '../../../ui/index.ts';
import type { PlanYear } from '../schedule.years.ts';

function YearRow({ year, open, onToggle }: { readonly year: PlanYear; readonly open: boolean; onToggle(): void }) {
  return (
    <View className="plan-year">
      <Tap className="plan-year__head" expanded={open} onPress={onToggle}>
        <View className="plan-year__words">
          <Text className="plan-year__title">{scheduleTexts.year(year.year)}</Text>
          <Text className="plan-year__note">{scheduleTexts.yearNote(yuanText(year.paidFen), yuanText(year.interestFen))}</Text>
        </View>
        <Icon name="chevron" size={16} className={open ? 'plan-year__up' : 'plan-year__down'} />
      </Tap>
      {open
        ? year.rows.map((row) => (
            <View key={row.period} className="plan-row">
              <View className="plan-row__line">
                <Text className="plan-row__period">{scheduleTexts.period(row.period)}</Text>
                <Amount fen={row.instalmentFen} alwaysShown strong />
              </View>
              <View className="plan-row__line">
                <Text className="plan-row__note">{scheduleTexts.rowNote(yuanText(row.principalFen), yuanText(row.interestFen))}</Text>
                <Text className="plan-row__note">{scheduleTexts.left(yuanText(row.balanceFen))}</Text>
              </View>
            </View>
          ))
        : null}
    </View>
  );
}

/** A year at a time, so that thirty of them stay light. */
export function PlanYears({ years }: { readonly years: readonly PlanYear[] }) {
  const [open, setOpen] = useState<number | null>(1);
  return (
    <Card title={scheduleTexts.rows}>
      {years.map((year) => <YearRow key={year.year} year={year} open={open === year.year} onToggle={() => setOpen(open === year.year ? null : year.year)} />)}
    </Card>
  );
}
