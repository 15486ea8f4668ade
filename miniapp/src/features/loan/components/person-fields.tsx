import { View } from '@tarojs/components';
import { calculatorFields } from '../../../texts/loan.ts';
import { ChoiceField, DateField, TextField } from '../../../ui/index.ts';
import type { PersonForm } from '../calculator.form.ts';

const SEXES = [{ value: 'male' as const, label: calculatorFields.sexes.male }, { value: 'female' as const, label: calculatorFields.sexes.female }];
const CATEGORIES = [
  { value: 'unsure' as const, label: calculatorFields.categories.unsure },
  { value: 'F55' as const, label: calculatorFields.categories.F55 },
  { value: 'F50' as const, label: calculatorFields.categories.F50 },
];

export interface PersonFieldsProps {
  readonly person: PersonForm;
  /** The centre reckons the ability to repay from it. */
  readonly withBase: boolean;
  onChange(part: Partial<PersonForm>): void;
}

/** What the quota needs of one person. */
export function PersonFields({ person, withBase, onChange }: PersonFieldsProps) {
  return (
    <View className="a-stack">
      <View className="calc-pair">
        <TextField label={calculatorFields.balance} kind="money" value={person.balance} suffix={calculatorFields.yuan} maxLength={12} onChange={(balance) => onChange({ balance })} />
        <TextField label={calculatorFields.monthly} kind="money" value={person.monthly} suffix={calculatorFields.yuan} maxLength={10} onChange={(monthly) => onChange({ monthly })} />
      </View>
      <View className="calc-pair">
        <TextField label={calculatorFields.months} kind="digits" value={person.months} suffix={calculatorFields.monthsUnit} maxLength={3} onChange={(months) => onChange({ months })} />
        <ChoiceField label={calculatorFields.sex} choices={SEXES} value={person.sex} onChange={(sex) => onChange({ sex })} />
      </View>
      <DateField label={calculatorFields.birthDate} value={person.birthDate} onChange={(birthDate) => onChange({ birthDate })} />
      {person.sex === 'female' ? <ChoiceField label={calculatorFields.category} choices={CATEGORIES} value={person.category} help={calculatorFields.categoryHelp} onChange={(category) => onChange({ category })} /> : null}
      {withBase ? <TextField label={calculatorFields.base} kind="money" value={person.base} suffix={calculatorFields.yuan} maxLength={10} help={calculatorFields.baseHelp} onChange={(base) => onChange({ base })} /> : null}
    </View>
  );
}
