import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { fetchAhead } from '../../../../platform/pages.ts';
import { useShare } from '../../../../platform/share.ts';
import { onReturn } from '../../../../platform/visibility.ts';
import { PATHS, Screen } from '../../../../screen/index.ts';
import { LimitList } from '../../../../screen/limits/limit-list.tsx';
import { calculatorFields, calculatorTexts } from '../../../../texts/loan-calculator.ts';
import { Card, TextField } from '../../../../ui/index.ts';
import { Basis } from '../../components/basis.tsx';
import { CategoryPair } from '../../components/category-pair.tsx';
import { CentreChoice, cityName, NoRules, useCities } from '../../components/centre-choice.tsx';
import { FormAdvice } from '../../components/form-advice.tsx';
import { Methods } from '../../components/methods.tsx';
import { MoreFields } from '../../components/more-fields.tsx';
import { PersonFields, withError } from '../../components/person-fields.tsx';
import { ResultHead } from '../../components/result-head.tsx';
import { WaysOn } from '../../components/ways-on.tsx';
import { headlineOf } from '../../calculator.result.ts';
import { fieldsOf } from '../../pack.fields.ts';
import { valueOf, wanTyped } from '../../../../texts/typed.ts';
import { useCalculator } from '../../use-calculator.ts';
import type { CalculatorState } from '../../use-calculator.ts';
import '../../loan.scss';

/** What opens from here, and counts without a network as this page does. */
const WAYS = [PATHS.schedule, PATHS.combinedLoan, PATHS.keepOrWithdraw, PATHS.conversion];

/** For everyone, signed in or not, with or without a network: an example is computed before anything is typed. */
export default function CalculatorPage() {
  const state = useCalculator();
  const { cities, complete } = useCities();
  useEffect(() => {
    fetchAhead(WAYS);
    return onReturn(() => fetchAhead(WAYS));
  }, []);
  useShare({ title: calculatorTexts.title, path: PATHS.calculator });
  const city = cityName(cities, state.form.centre);
  return (
    <Screen title={calculatorTexts.title}>
      <ResultHead state={state} city={city} />
      <NoRules state={state} city={city} />
      <Fields state={state} choice={<CentreChoice state={state} cities={cities} complete={complete} />} />
      <Result state={state} />
    </Screen>
  );
}

/** The six fields everybody fills; the rest under 更多条件. */
function Fields({ state, choice }: { readonly state: CalculatorState; readonly choice: React.ReactNode }) {
  const { form, faults, policy, today } = state;
  const price = <TextField asTyped label={calculatorFields.price} kind="money" value={form.price} suffix={calculatorFields.wan} maxLength={12} {...withError(faults.price)} onChange={(next) => state.change({ price: next })} />;
  return (
    <Card title={calculatorFields.mine} aside={choice}>
      <PersonFields who="me" person={form.me} faults={faults} onChange={state.changeMe} beside={price} />
      {policy.kind === 'here' ? <MoreFields state={state} asked={fieldsOf(policy.pack, today)} /> : null}
    </Card>
  );
}

/** Everything below the figure: it stays where it is while the form is being mended, dimmed. */
function Result({ state }: { readonly state: CalculatorState }) {
  const { shown, policy } = state;
  const priceFen = valueOf(wanTyped(state.form.price));
  if (shown === null) return null;
  const { estimate, earlier } = shown;
  const { fen, open } = headlineOf(estimate);
  return (
    <View className={earlier ? 'result result--earlier' : 'result'}>
      <CategoryPair estimate={estimate} />
      <LimitList estimate={estimate} />
      {earlier || policy.kind !== 'here' ? null : <FormAdvice state={state} estimate={estimate} pack={policy.pack} />}
      {fen === null || fen === 0 || estimate.termMonths === 0 ? null : <Methods principalFen={fen} rate={estimate.annualRateMillionths} months={estimate.termMonths} open={open} />}
      {priceFen === null ? null : <WaysOn estimate={estimate} priceFen={priceFen} />}
      {policy.kind === 'here' ? <Basis estimate={estimate} pack={policy.pack} /> : null}
    </View>
  );
}
