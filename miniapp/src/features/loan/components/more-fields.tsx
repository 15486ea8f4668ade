import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { calculatorFields } from '../../../texts/loan-calculator.ts';
import { ChoiceField, Fold, From, Switch, TextField } from '../../../ui/index.ts';
import { addedCount, spouseLike } from '../calculator.form.ts';
import type { AskedFields } from '../pack.fields.ts';
import type { CalculatorState } from '../use-calculator.ts';
import { CategoryField, PersonFields, withError } from './person-fields.tsx';

const ORDERS = [{ value: 'first' as const, label: calculatorFields.orders.first }, { value: 'second' as const, label: calculatorFields.orders.second }];
const KINDS = (['new', 'second-hand', 'affordable'] as const).map((value) => ({ value, label: calculatorFields.kinds[value] }));
const STARS = (['0', '1', '2', '3'] as const).map((value) => ({ value, label: calculatorFields.stars[value] }));
const OWNS = (['unsure', 'no', 'yes'] as const).map((value) => ({ value, label: calculatorFields.owns[value] }));

interface Props {
  readonly state: CalculatorState;
  readonly asked: AskedFields;
}

function HouseFields({ state, asked }: Props) {
  const { form: { more }, faults, changeMore } = state;
  const places = [{ value: '', label: calculatorFields.wholeCity }, ...asked.localities.map((place) => ({ value: place, label: place }))];
  return (
    <>
      <ChoiceField label={calculatorFields.order} choices={ORDERS} value={more.order} onChange={(order) => changeMore({ order })} />
      <ChoiceField label={calculatorFields.kind} choices={KINDS} value={more.kind} onChange={(kind) => changeMore({ kind })} />
      {asked.localities.length === 0 ? null : <View className="places"><ChoiceField label={calculatorFields.locality} choices={places} value={more.locality} onChange={(locality) => changeMore({ locality })} /></View>}
      <View className="calc-pair">
        <TextField asTyped label={calculatorFields.term} kind="digits" value={more.term} suffix={calculatorFields.termUnit} maxLength={6} help={calculatorFields.termHelp} {...withError(faults['more.term'])} onChange={(term) => changeMore({ term })} />
        {asked.children ? <TextField asTyped label={calculatorFields.children} kind="digits" value={more.children} suffix={calculatorFields.childrenUnit} maxLength={6} {...withError(faults['more.children'])} onChange={(children) => changeMore({ children })} /> : null}
      </View>
      {asked.greenStars ? <ChoiceField label={calculatorFields.greenStars} choices={STARS} value={more.greenStars} onChange={(greenStars) => changeMore({ greenStars })} /> : null}
      {asked.prefab ? <Switch label={calculatorFields.prefab} on={more.prefab} onChange={(prefab) => changeMore({ prefab })} /> : null}
    </>
  );
}

function HouseholdFields({ state, asked }: Props) {
  const { form: { more }, faults, changeMore } = state;
  return (
    <>
      {asked.ownsHome ? <ChoiceField label={calculatorFields.ownsHome} choices={OWNS} value={more.ownsHome} onChange={(ownsHome) => changeMore({ ownsHome })} /> : null}
      {asked.loansBefore ? <TextField asTyped label={calculatorFields.loansBefore} kind="digits" value={more.loansBefore} suffix={calculatorFields.times} maxLength={6} {...withError(faults['more.loansBefore'])} onChange={(loansBefore) => changeMore({ loansBefore })} /> : null}
      {asked.loansBefore ? <Switch label={calculatorFields.loanRunning} on={more.loanRunning} onChange={(loanRunning) => changeMore({ loanRunning })} /> : null}
      {asked.talent ? <Switch label={calculatorFields.talent} on={more.talent} onChange={(talent) => changeMore({ talent })} /> : null}
      {asked.fullTimeDegree ? <Switch label={calculatorFields.fullTimeDegree} on={more.fullTimeDegree} onChange={(fullTimeDegree) => changeMore({ fullTimeDegree })} /> : null}
      {asked.income ? <TextField asTyped label={calculatorFields.income} kind="money" value={more.income} suffix={calculatorFields.yuan} maxLength={16} help={calculatorFields.incomeHelp} {...withError(faults['more.income'])} onChange={(income) => changeMore({ income })} /> : null}
      {asked.debt ? <TextField asTyped label={calculatorFields.debt} kind="money" value={more.debt} suffix={calculatorFields.yuan} maxLength={16} {...withError(faults['more.debt'])} onChange={(debt) => changeMore({ debt })} /> : null}
    </>
  );
}

/** What this centre's rules use beside the money of a person. */
function AccountFields({ state, asked, who }: Props & { readonly who: 'me' | 'spouse' }) {
  const person = who === 'me' ? state.form.me : state.form.spouse;
  if (person === null) return null;
  const { faults } = state;
  const onChange = who === 'me' ? state.changeMe : state.changeSpouse;
  const label = (name: string): string => (who === 'me' ? name : `${calculatorFields.spouseOf}${name}`);
  return (
    <>
      {asked.average ? <TextField asTyped label={label(calculatorFields.average)} kind="money" value={person.average} suffix={calculatorFields.yuan} maxLength={16} help={calculatorFields.averageHelp} {...withError(faults[`${who}.average`])} onChange={(average) => onChange({ average })} /> : null}
      {asked.base ? <TextField asTyped label={label(calculatorFields.base)} kind="money" value={person.base} suffix={calculatorFields.yuan} maxLength={16} help={calculatorFields.baseHelp} {...withError(faults[`${who}.base`])} onChange={(base) => onChange({ base })} /> : null}
      {asked.supplementary ? <TextField asTyped label={label(calculatorFields.supplementary)} kind="money" value={person.supplementary} suffix={calculatorFields.yuan} maxLength={16} {...withError(faults[`${who}.supplementary`])} onChange={(supplementary) => onChange({ supplementary })} /> : null}
    </>
  );
}

function SpouseFields({ state, asked }: Props) {
  const { form, faults, change, changeSpouse } = state;
  return (
    <>
      <Switch label={calculatorFields.withSpouse} note={calculatorFields.withSpouseNote} on={form.spouse !== null} onChange={(on) => change({ spouse: on ? spouseLike(form.me) : null })} />
      {form.spouse === null ? null : (
        <>
          <PersonFields who="spouse" person={form.spouse} faults={faults} onChange={changeSpouse} />
          <CategoryField who="spouse" person={form.spouse} onChange={changeSpouse} />
          <AccountFields state={state} asked={asked} who="spouse" />
        </>
      )}
    </>
  );
}

/** A fault inside opens it: what is wrong must be seen. */
const hasFault = (state: CalculatorState): boolean => Object.keys(state.faults).some((path) => /^(more|spouse)\.|\.(base|average|supplementary)$/.test(path));

/** What the centre's rules reckon with and nobody has filled in yet. */
function wantedOf({ state: { form }, asked }: Props): string {
  const { me, more } = form;
  const names = [
    ...(asked.average && me.average === '' ? [calculatorFields.average] : []),
    ...(asked.base && me.base === '' ? [calculatorFields.base] : []),
    ...(asked.income && more.income === '' ? [calculatorFields.income] : []),
  ];
  return names.join('、');
}

function noteOf(props: Props, shown: boolean): string {
  if (shown) return calculatorFields.fold;
  const wanted = wantedOf(props);
  if (wanted !== '') return calculatorFields.moreWanted(wanted);
  const count = addedCount(props.state.form);
  return count === 0 ? calculatorFields.moreNone : calculatorFields.moreFilled(count);
}

/** 更多条件: folded, and says how much is filled. */
export function MoreFields({ state, asked }: Props) {
  const [open, setOpen] = useState(false);
  const shown = open || hasFault(state);
  return (
    <From source="typed">
      <View className="more">
        <Fold
          open={shown}
          onToggle={() => setOpen(!shown)}
          head={
            <>
              <Text className="more__title">{calculatorFields.more}</Text>
              <Text className="more__note">{noteOf({ state, asked }, shown)}</Text>
            </>
          }
        >
          <View className="a-stack more__fields">
            <HouseFields state={state} asked={asked} />
            <CategoryField who="me" person={state.form.me} onChange={state.changeMe} />
            <AccountFields state={state} asked={asked} who="me" />
            <HouseholdFields state={state} asked={asked} />
            <SpouseFields state={state} asked={asked} />
          </View>
        </Fold>
      </View>
    </From>
  );
}
