import type { RepaymentMethod, ScheduleSummary } from '@anju/shared/loan';
import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { formatYuan } from '@anju/shared/money';
import { wanText, yuanText } from '../../../texts/format.ts';
import { methodTexts } from '../../../texts/loan.ts';
import { methodsTexts } from '../../../texts/loan-calculator.ts';
import { Amount, Button, Card, From, StackedBars } from '../../../ui/index.ts';
import { CompareTable } from './compare-table.tsx';
import { openSchedule } from '../schedule.link.ts';
import { scheduleOf, yearsOf } from '../schedule.years.ts';
import type { PlanYear } from '../schedule.years.ts';

const METHODS: readonly RepaymentMethod[] = ['equal-instalment', 'equal-principal'];

export interface MethodsProps {
  readonly principalFen: number;
  readonly rate: number;
  readonly months: number;
  /** The principal is only the most it can be. */
  readonly open: boolean;
}
interface Drawn {
  readonly method: RepaymentMethod;
  readonly summary: ScheduleSummary;
  readonly years: readonly PlanYear[];
}

const paidOf = (year: PlanYear | undefined): string => yuanText(year?.paidFen ?? 0);

function Chart({ drawn, most }: { readonly drawn: Drawn; readonly most: number }) {
  const columns = drawn.years.map((year) => ({ below: year.paidFen - year.interestFen, above: year.interestFen }));
  return <StackedBars columns={columns} most={most} label={methodsTexts.chart(methodTexts[drawn.method], paidOf(drawn.years[0]), paidOf(drawn.years[drawn.years.length - 1]))} />;
}

/** What the month falls by: half-up to the fen, as the last months tell it. */
function fallOf({ summary, method }: Drawn): string {
  if (method === 'equal-instalment') return methodsTexts.same;
  const steps = Math.max(1, summary.periods - 1);
  return methodsTexts.falls(yuanText(Math.round((summary.firstInstalmentFen - summary.lastInstalmentFen) / steps)));
}

/** Both ways of repaying side by side: what each month costs, how it goes over the years, and both conventions of total interest. */
export function Methods({ principalFen, rate, months, open }: MethodsProps) {
  const drawn = useMemo<readonly Drawn[]>(
    () =>
      METHODS.map((method) => {
        const { rows, ...summary } = scheduleOf({ principalFen, rate, months, method });
        return { method, summary, years: yearsOf(rows) };
      }),
    [principalFen, rate, months],
  );
  const most = Math.max(...drawn.flatMap(({ years }) => years.map((year) => year.paidFen)));
  const figures = (pick: (summary: ScheduleSummary) => number): readonly string[] => drawn.map(({ summary }) => formatYuan(pick(summary)));
  return (
    <Card title={methodsTexts.title} aside={<View className="key"><View className="key__below" /><Text>{methodsTexts.principal}</Text><View className="key__above" /><Text>{methodsTexts.interest}</Text></View>}>
      <From source="computed:schedule">
        {open ? <Text className="method__open">{methodsTexts.atMost(wanText(principalFen))}</Text> : null}
        <View className="a-pair">
          {drawn.map((one) => (
            <View key={one.method} className="method">
              <Text className="method__name">{methodsTexts.named(methodTexts[one.method], one.method === 'equal-instalment')}</Text>
              <Amount fen={one.summary.firstInstalmentFen} size="medium" alwaysShown label={methodTexts[one.method]} />
              <Text className="method__note">{fallOf(one)}</Text>
              <Chart drawn={one} most={most} />
            </View>
          ))}
        </View>
        <CompareTable
          heads={METHODS.map((method) => methodTexts[method])}
          rows={[
            { label: methodsTexts.rows.last, figures: figures((one) => one.lastInstalmentFen) },
            { label: methodsTexts.rows.interest, figures: figures((one) => one.totalInterestFen) },
            { label: methodsTexts.rows.press, figures: figures((one) => one.pressTotalInterestFen) },
          ]}
        />
        <Text className="a-small">{methodsTexts.conventions}</Text>
        <View className="method__on">
          <Button text={methodsTexts.schedule} kind="secondary" onPress={() => openSchedule({ principalFen, rate, months, method: 'equal-instalment' })} />
        </View>
      </From>
    </Card>
  );
}
