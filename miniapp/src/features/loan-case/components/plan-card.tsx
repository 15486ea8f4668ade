import type { PlanRow } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { dayText } from '../../../texts/format.ts';
import { myLoanTexts as texts } from '../../../texts/my-loan.ts';
import { Amount, Button, Card, Fold, From, Tag, useYuan } from '../../../ui/index.ts';
import { openYear, planYears, yearsAround } from '../loan.plan.ts';
import type { PlanYear } from '../loan.plan.ts';

const YEAR_TONE = { paid: 'plain', part: 'brand', ahead: 'plain', overdue: 'stop' } as const;
const ROW_TONE = { paid: 'plain', overdue: 'stop', ahead: 'info' } as const;

function Month({ row }: { readonly row: PlanRow }) {
  const yuan = useYuan();
  return (
    <View className="plan-row">
      <View className="plan-row__line">
        <View className="plan-row__when">
          <Text className="plan-row__period">{dayText(row.dueOn)}</Text>
          {row.state === 'ahead' ? null : <Tag tone={ROW_TONE[row.state]}>{texts.rowState[row.state]}</Tag>}
        </View>
        <Amount fen={row.instalmentFen} strong label={texts.period(row.period)} />
      </View>
      <View className="plan-row__line">
        <Text className="plan-row__note">{texts.principal(yuan(row.principalFen))}</Text>
        <Text className="plan-row__note">{texts.interest(yuan(row.interestFen))}</Text>
        <Text className="plan-row__note">{texts.left(yuan(row.balanceFen))}</Text>
      </View>
    </View>
  );
}

function Year({ year, open, onToggle }: { readonly year: PlanYear; readonly open: boolean; onToggle(): void }) {
  const yuan = useYuan();
  return (
    <Fold
      open={open}
      onToggle={onToggle}
      head={
        <>
          <View className="plan-row__when">
            <Text className="plan-year__title">{texts.year(year.year)}</Text>
            <Tag tone={YEAR_TONE[year.state]}>{texts.yearState[year.state]}</Tag>
          </View>
          <Text className="plan-year__note">{texts.yearNote(yuan(year.totalFen), yuan(year.interestFen))}</Text>
        </>
      }
    >
      {year.rows.map((row) => <Month key={row.period} row={row} />)}
    </Fold>
  );
}

/** The plan by calendar year, then by month; one year at a time, so that thirty of them stay light. */
export function PlanCard({ rows, asOf }: { readonly rows: readonly PlanRow[]; readonly asOf: string }) {
  const years = planYears(rows);
  const [first] = useState(() => openYear(years));
  const [open, setOpen] = useState(first);
  const [all, setAll] = useState(false);
  const near = yearsAround(years, first);
  const shown = all ? years : near;
  return (
    <Card title={texts.planTitle}>
      <From source={`core@${asOf}`}>
        {shown.map((year) => <Year key={year.year} year={year} open={open === year.year} onToggle={() => setOpen(open === year.year ? null : year.year)} />)}
      </From>
      {shown.length === years.length ? null : <Button kind="quiet" text={texts.allYears(years.length)} onPress={() => setAll(true)} />}
    </Card>
  );
}
