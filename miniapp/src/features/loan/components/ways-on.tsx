import type { Estimate } from '@anju/shared/loan';
import { go, PATHS } from '../../../screen/index.ts';
import { yuanText } from '../../../texts/format.ts';
import { calculatorTexts, waysTexts } from '../../../texts/loan-calculator.ts';
import { Button, Card, From, Row } from '../../../ui/index.ts';
import { gapOf } from '../combined.plan.ts';

/** What can be reckoned from here; and, for a signed-in person, the same with the core's figures. */
export function WaysOn({ estimate, priceFen }: { readonly estimate: Estimate; readonly priceFen: number }) {
  const gapFen = gapOf(estimate, priceFen);
  return (
    <>
      <Button text={calculatorTexts.mine} onPress={() => go(PATHS.prequalification)} />
      <Card title={calculatorTexts.moreWays}>
        <From source="computed:limit">
          <Row title={waysTexts.combined} note={gapFen > 0 ? waysTexts.combinedNote(yuanText(gapFen)) : waysTexts.combinedNoNeed} onPress={() => go(PATHS.combinedLoan)} />
          <Row title={waysTexts.keep} note={waysTexts.keepNote} onPress={() => go(PATHS.keepOrWithdraw)} />
          <Row title={waysTexts.convert} note={waysTexts.convertNote} onPress={() => go(PATHS.conversion)} />
        </From>
      </Card>
    </>
  );
}
