import type { Loan, LoanPlanReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { phone } from '../../../platform/phone-call.ts';
import { go, PATHS } from '../../../screen/index.ts';
import { dayText, rateText } from '../../../texts/format.ts';
import { methodTexts } from '../../../texts/loan.ts';
import { myLoanTexts as texts } from '../../../texts/my-loan.ts';
import { Amount, Card, Facts, From, Notice, Row, useYuan } from '../../../ui/index.ts';
import { isJoint, usualAfterNext } from '../loan.plan.ts';

const money = (label: string, fen: number) => ({ label, value: <Amount fen={fen} unit label={label} /> });

function loanFacts(loan: Loan, usual: string | null) {
  return [
    { label: texts.next, value: dayText(loan.nextDueOn) },
    { ...money(texts.nextAmount, loan.nextDueFen), ...(usual === null ? {} : { note: texts.nextAmountLess(usual) }) },
    { label: texts.rate, value: rateText(loan.annualRateMillionths) },
    { label: texts.method, value: methodTexts[loan.method] },
    money(texts.granted, loan.grantedFen),
    { label: texts.grantedOn, value: dayText(loan.grantedOn, true) },
    { label: texts.months, value: texts.monthsValue(loan.months) },
  ];
}

/** What is left, what comes next, and whether the account pays it. */
export function LoanCard({ loan, asOf, plan }: { readonly loan: Loan; readonly asOf: string; readonly plan: LoanPlanReply | null }) {
  const yuan = useYuan();
  const usualFen = plan === null ? null : usualAfterNext(plan.rows, plan.paid.prepaidFen);
  return (
    <From source={`core@${asOf}`}>
      {isJoint(loan) ? <Notice tone="info" title={texts.joint}>{texts.jointText}</Notice> : null}
      {loan.overduePeriods > 0 ? (
        <Notice tone="stop" title={texts.overdueTitle(loan.overduePeriods)} action={{ text: texts.call, onPress: () => phone('12329') }}>
          {texts.overdue(yuan(loan.overdueFen))}
        </Notice>
      ) : null}
      <Card>
        <Text className="plan-label">{`${texts.balance} · ${texts.number(loan.numberTail)}`}</Text>
        <Amount fen={loan.balanceFen} size="hero" unit label={texts.balance} />
        <View className="fact-gap">
          <Facts items={loanFacts(loan, usualFen === null ? null : yuan(usualFen))} />
        </View>
      </Card>
      {isJoint(loan) ? null : (
        <Card>
          <Row
            title={texts.offset}
            note={loan.offset.state === 'signed' ? texts.offsetSigned(dayText(loan.offset.since, true)) : texts.offsetNone}
            value={<Text className="loan-offset__way">{loan.offset.state === 'signed' ? texts.offsetSee : texts.offsetSign}</Text>}
            onPress={() => go(loan.offset.state === 'signed' ? PATHS.standingOrders : PATHS.standingSign('offset'))}
          />
        </Card>
      )}
    </From>
  );
}

/** What was paid so far, and what still lies ahead. */
export function PaidCard({ plan }: { readonly plan: LoanPlanReply }) {
  const { paid, ahead } = plan;
  return (
    <From source={`core@${plan.asOf}`}>
      <Card title={texts.paidTitle}>
        <Facts
          items={[
            { label: texts.paidPeriods, value: texts.monthsValue(paid.periods) },
            money(texts.paidPrincipal, paid.principalFen),
            money(texts.paidInterest, paid.interestFen),
            ...(paid.prepaidFen === 0 ? [] : [money(texts.prepaid, paid.prepaidFen)]),
            { label: texts.aheadPeriods, value: texts.monthsValue(ahead.periods) },
            money(texts.aheadInterest, ahead.interestFen),
            { label: texts.lastDue, value: dayText(ahead.lastDueOn, true) },
          ]}
        />
      </Card>
    </From>
  );
}
