import { formatYuan } from '@anju/shared/money';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { yuanText } from '../../../texts/format.ts';
import { scheduleTexts } from '../../../texts/loan-schedule.ts';
import { Card, Fold } from '../../../ui/index.ts';
import type { PlanYear } from '../schedule.years.ts';

const HEADS = [scheduleTexts.heads.period, scheduleTexts.heads.instalment, scheduleTexts.heads.principal, scheduleTexts.heads.interest, scheduleTexts.heads.balance];

function Months({ year }: { readonly year: PlanYear }) {
  return (
    <View className="plan-months">
      <View className="plan-months__line plan-months__line--head">
        {HEADS.map((head) => <Text key={head} className="plan-months__cell">{head}</Text>)}
      </View>
      {year.rows.map((row) => (
        <View key={row.period} className="plan-months__line">
          <Text className="plan-months__cell">{String(row.period)}</Text>
          {[row.instalmentFen, row.principalFen, row.interestFen, row.balanceFen].map((fen, at) => (
            <Text key={at} className={at === 0 ? 'plan-months__cell plan-months__cell--strong' : 'plan-months__cell'}>{formatYuan(fen)}</Text>
          ))}
        </View>
      ))}
    </View>
  );
}

function YearRow({ year, open, onToggle }: { readonly year: PlanYear; readonly open: boolean; onToggle(): void }) {
  return (
    <Fold
      open={open}
      onToggle={onToggle}
      head={
        <>
          <View className="plan-year__line">
            <Text className="plan-year__title">{scheduleTexts.year(year.year)}</Text>
            <Text className="plan-year__paid">{scheduleTexts.yearPaid(yuanText(year.paidFen))}</Text>
          </View>
          <Text className="plan-year__note">{year.balanceFen === 0 ? scheduleTexts.yearLast(yuanText(year.interestFen)) : scheduleTexts.yearNote(yuanText(year.interestFen), yuanText(year.balanceFen))}</Text>
        </>
      }
    >
      <Months year={year} />
    </Fold>
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
