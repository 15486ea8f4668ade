import { Text, View } from '@tarojs/components';
import { call } from '../../../../api/call.ts';
import { useSession } from '../../../../api/session.ts';
import { useShare } from '../../../../platform/share.ts';
import { goSignIn, PATHS, Screen, useToast } from '../../../../screen/index.ts';
import { calculatorFields, calculatorTexts } from '../../../../texts/loan.ts';
import { Button, Card, ChoiceField, Switch, Tap } from '../../../../ui/index.ts';
import { spouseLike } from '../../calculator.form.ts';
import { AdviceList, Basis, Methods } from '../../components/estimate-details.tsx';
import { HouseFields } from '../../components/house-fields.tsx';
import { LimitList } from '../../components/limit-list.tsx';
import { PersonFields } from '../../components/person-fields.tsx';
import { ResultHead } from '../../components/result-head.tsx';
import { ownFigures } from '../../own-figures.ts';
import { openSchedule } from '../../schedule.link.ts';
import { useCalculator } from '../../use-calculator.ts';
import type { CalculatorState } from '../../use-calculator.ts';
import '../../loan.scss';

const CENTRES = [{ value: 'xiamen' as const, label: calculatorFields.centres.xiamen }, { value: 'shenzhen' as const, label: calculatorFields.centres.shenzhen }];

/** For everyone, signed in or not, with or without a network. */
export default function CalculatorPage() {
  const state = useCalculator();
  useShare({ title: calculatorTexts.title, path: PATHS.calculator });
  const estimate = state.outcome.kind === 'estimate' ? state.outcome.estimate : null;
  return (
    <Screen title={calculatorTexts.title}>
      <ResultHead state={state} />
      {estimate === null ? null : <LimitList estimate={estimate} />}
      <Inputs state={state} />
      {estimate === null ? null : (
        <>
          <AdviceList state={state} />
          <Methods estimate={estimate} />
          {estimate.amountFen === null || estimate.amountFen === 0 ? null : (
            <Button text={calculatorTexts.schedule} onPress={() => openSchedule({ principalFen: estimate.amountFen ?? 0, rate: estimate.annualRateMillionths, months: estimate.termMonths, method: 'equal-instalment' })} />
          )}
          <Basis estimate={estimate} />
        </>
      )}
    </Screen>
  );
}

function Inputs({ state }: { readonly state: CalculatorState }) {
  const { form, change } = state;
  const withBase = form.centre === 'shenzhen';
  return (
    <>
      <Card title={calculatorFields.me} aside={<Mine state={state} />}>
        <View className="a-stack">
          <ChoiceField label={calculatorFields.centre} choices={CENTRES} value={form.centre} onChange={(centre) => change({ centre })} />
          <PersonFields person={form.me} withBase={withBase} onChange={state.changeMe} />
          <Switch label={calculatorFields.withSpouse} on={form.spouse !== null} onChange={(on) => change({ spouse: on ? spouseLike(form.me) : null })} />
        </View>
      </Card>
      {form.spouse === null ? null : (
        <Card title={calculatorFields.spouse}>
          <PersonFields person={form.spouse} withBase={withBase} onChange={state.changeSpouse} />
        </Card>
      )}
      <HouseFields form={form} onChange={change} />
    </>
  );
}

/** Takes balance and monthly amount from the person's own accounts, so that they need not look them up. */
function Mine({ state }: { readonly state: CalculatorState }) {
  const { verified } = useSession();
  const say = useToast();
  const fill = async (): Promise<void> => {
    if (!verified) return goSignIn();
    try {
      const { accounts } = await call('listAccounts', {});
      if (accounts.state === 'unknown') return say(calculatorTexts.mineUnknown);
      state.changeMe(ownFigures(accounts.value));
      say(calculatorTexts.mineDone);
    } catch {
      say(calculatorTexts.mineUnknown);
    }
  };
  return <Tap className="a-link" onPress={fill}><Text>{calculatorTexts.mine}</Text></Tap>;
}
