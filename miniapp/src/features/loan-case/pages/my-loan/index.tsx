import type { Loan } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { phone } from '../../../../platform/phone-call.ts';
import { FailureState, go, PageState, PATHS, Screen, StaleNotice } from '../../../../screen/index.ts';
import { dayText, momentText, rateText, yuanText } from '../../../../texts/format.ts';
import { methodTexts } from '../../../../texts/loan.ts';
import { myLoanTexts } from '../../../../texts/my-loan.ts';
import { Amount, Button, Card, Empty, Facts, Footnote, Notice, Skeleton } from '../../../../ui/index.ts';
import { SignInHere } from '../../components/sign-in-here.tsx';
import '../../loan-case.scss';

/** The person's fund loans as the core holds them. */
export default function MyLoanPage() {
  const { session, ended } = useSession();
  const guest = session === null && !ended;
  const query = useQuery('listLoans', {}, { enabled: !guest, keepLast: true });
  const loans = query.value?.loans;
  const some = loans !== undefined && loans.state !== 'unknown' && loans.value.length > 0;
  return (
    <Screen title={myLoanTexts.title} sensitive foot={some ? <Button text={myLoanTexts.withdraw} onPress={() => go(PATHS.withdrawalForm('repay-fund-loan'))} /> : null}>
      <PageState query={query} skeleton={<><Skeleton shape="card" count={1} /><Skeleton shape="list" count={5} /></>} off={<SignInHere />}>
        {(reply) => {
          if (reply.loans.state === 'unknown') return <FailureState kind="core-down" retry={query.reload} />;
          return (
            <>
              {reply.loans.state === 'stale' ? <StaleNotice why="core-down" at={reply.loans.asOf} retry={query.reload} /> : null}
              {reply.loans.value.length === 0 ? <NoLoan /> : reply.loans.value.map((loan) => <LoanCard key={loan.loanId} loan={loan} />)}
              <Footnote centred>{myLoanTexts.asOf(momentText(reply.loans.asOf))}</Footnote>
            </>
          );
        }}
      </PageState>
    </Screen>
  );
}

function NoLoan() {
  return <Empty drawing="house" title={myLoanTexts.emptyTitle} sentences={[myLoanTexts.emptyText]} actions={[{ text: myLoanTexts.emptyAction, onPress: () => go(PATHS.calculator) }]} />;
}

function loanFacts(loan: Loan) {
  return [
    { label: myLoanTexts.next, value: dayText(loan.nextDueOn) },
    { label: myLoanTexts.nextAmount, value: <Amount fen={loan.nextDueFen} unit label={myLoanTexts.nextAmount} /> },
    { label: myLoanTexts.rate, value: rateText(loan.annualRateMillionths) },
    { label: myLoanTexts.method, value: methodTexts[loan.method] },
    { label: myLoanTexts.granted, value: <Amount fen={loan.grantedFen} unit label={myLoanTexts.granted} /> },
    { label: myLoanTexts.grantedOn, value: dayText(loan.grantedOn, true) },
    { label: myLoanTexts.months, value: myLoanTexts.monthsValue(loan.months) },
  ];
}

function LoanCard({ loan }: { readonly loan: Loan }) {
  return (
    <>
      {loan.overduePeriods > 0 ? (
        <Notice tone="stop" title={myLoanTexts.overdueTitle(loan.overduePeriods)} action={{ text: myLoanTexts.call, onPress: () => phone('12329') }}>
          {myLoanTexts.overdue(yuanText(loan.overdueFen))}
        </Notice>
      ) : null}
      <Card>
        <Text className="plan-label">{`${myLoanTexts.balance} · ${myLoanTexts.number(loan.numberTail)}`}</Text>
        <Amount fen={loan.balanceFen} size="hero" unit label={myLoanTexts.balance} />
        <View className="fact-gap">
          <Facts items={loanFacts(loan)} />
        </View>
      </Card>
    </>
  );
}
