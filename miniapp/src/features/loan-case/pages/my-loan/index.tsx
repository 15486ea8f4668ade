import type { Loan } from '@anju/shared/contract';
import { Text } from '@tarojs/components';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { FailureState, go, PageState, PATHS, Screen, StaleNotice } from '../../../../screen/index.ts';
import { dayText, momentText } from '../../../../texts/format.ts';
import { myLoanTexts as texts } from '../../../../texts/my-loan.ts';
import { Button, Empty, Footnote, Skeleton } from '../../../../ui/index.ts';
import { Guest } from '../../components/guest.tsx';
import { LoanCard, PaidCard } from '../../components/loan-cards.tsx';
import { PlanCard } from '../../components/plan-card.tsx';
import { isJoint } from '../../loan.plan.ts';
import { repayWay } from '../../repay.way.ts';
import type { RepayWay } from '../../repay.way.ts';
import '../../loan-case.scss';

/** The person's fund loans as the core holds them; one they owe as the co-borrower is not theirs to prepay. */
export default function MyLoanPage() {
  const { session, ended } = useSession();
  const guest = session === null && !ended;
  const query = useQuery('listLoans', {}, { enabled: !guest, keepLast: true });
  const loans = query.value?.loans;
  const owes = loans !== undefined && loans.state !== 'unknown' && loans.value.length > 0;
  const routes = useQuery('listRoutes', {}, { enabled: owes, keepLast: true });
  return (
    <Screen title={texts.title} sensitive foot={owes && (routes.value !== null || routes.state !== 'loading') ? <Withdraw way={repayWay(routes.value)} /> : null}>
      <PageState query={query} skeleton={<><Skeleton shape="card" count={1} /><Skeleton shape="list" count={5} /></>} off={<Guest texts={texts} other={{ text: texts.emptyAction, onPress: () => go(PATHS.calculator) }} />}>
        {({ loans: dated }) => {
          if (dated.state === 'unknown') return <FailureState kind="core-down" retry={query.reload} />;
          return (
            <>
              {dated.state === 'stale' ? <StaleNotice why="core-down" at={dated.asOf} retry={query.reload} /> : null}
              {dated.value.length === 0 ? <NoLoan /> : dated.value.map((loan) => <OneLoan key={loan.loanId} loan={loan} asOf={dated.asOf} />)}
              <Footnote centred>{texts.asOf(momentText(dated.asOf))}</Footnote>
            </>
          );
        }}
      </PageState>
    </Screen>
  );
}

/** A withdrawal for the loan, where there can be one now; else the day, or the way to the reasons. */
function Withdraw({ way }: { readonly way: RepayWay }) {
  const toForm = (): void => go(PATHS.withdrawalForm('repay-fund-loan'));
  switch (way.kind) {
    case 'open':
      return <Button text={texts.withdraw} onPress={toForm} />;
    case 'running':
      return <Button kind="secondary" text={texts.withdrawRunning} onPress={() => go(PATHS.caseOf(way.caseId))} />;
    case 'later':
      return <Text className="loan-foot__next">{texts.withdrawLater(dayText(way.from, true))}</Text>;
    case 'not-now':
      return <Button kind="secondary" text={texts.withdrawNotNow} onPress={toForm} />;
  }
}

function NoLoan() {
  return <Empty drawing="house" title={texts.emptyTitle} sentences={[texts.emptyText]} actions={[{ text: texts.emptyAction, onPress: () => go(PATHS.calculator) }]} />;
}

/** A loan and, by a call of its own, its plan: a plan that does not come takes nothing else away. */
function OneLoan({ loan, asOf }: { readonly loan: Loan; readonly asOf: string }) {
  const { loanId } = loan;
  const plan = useQuery('showLoanPlan', { params: { loanId } }, { keepLast: true });
  return (
    <>
      <LoanCard loan={loan} asOf={asOf} plan={plan.value} />
      {isJoint(loan) ? null : <Button kind="secondary" text={texts.prepay} onPress={() => go(PATHS.prepayment(loanId))} />}
      {plan.value !== null ? (
        <>
          {plan.state === 'stale' ? <StaleNotice why={plan.why} at={plan.at} /> : null}
          <PaidCard plan={plan.value} />
          <PlanCard rows={plan.value.rows} asOf={plan.value.asOf} />
        </>
      ) : plan.state === 'failed' ? (
        <Footnote>{texts.planFailed}</Footnote>
      ) : (
        <Skeleton shape="list" count={4} />
      )}
    </>
  );
}
