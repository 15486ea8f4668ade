import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { calculatorFields } from '../../../texts/loan-calculator.ts';
import { ChoiceField, DateField, From, TextField } from '../../../ui/index.ts';
import type { PersonForm } from '../calculator.form.ts';
import type { FieldFaults } from '../calculator.request.ts';

const SEXES = [{ value: 'male' as const, label: calculatorFields.sexes.male }, { value: 'female' as const, label: calculatorFields.sexes.female }];
const CATEGORIES = [
  { value: 'unsure' as const, label: calculatorFields.categories.unsure },
  { value: 'F55' as const, label: calculatorFields.categories.F55 },
  { value: 'F50' as const, label: calculatorFields.categories.F50 },
];

export interface PersonFieldsProps {
  readonly who: 'me' | 'spouse';
  readonly person: PersonForm;
  readonly faults: FieldFaults;
  onChange(part: Partial<PersonForm>): void;
  /** Stands beside the months of contribution. */
  readonly beside?: ReactNode;
}

/** An error where there is one. */
export const withError = (words: string | undefined): { readonly error?: string } => (words === undefined ? {} : { error: words });

/** What every quota needs of one person: money and months, birth and sex, two and two. */
export function PersonFields({ who, person, faults, onChange, beside }: PersonFieldsProps) {
  const label = (name: string): string => (who === 'me' ? name : `${calculatorFields.spouseOf}${name}`);
  return (
    <From source="typed">
      <View className="calc-pair">
        <TextField asTyped label={label(calculatorFields.balance)} kind="money" value={person.balance} suffix={calculatorFields.yuan} maxLength={16} {...withError(faults[`${who}.balance`])} onChange={(balance) => onChange({ balance })} />
        <TextField asTyped label={label(calculatorFields.monthly)} kind="money" value={person.monthly} suffix={calculatorFields.yuan} maxLength={16} {...withError(faults[`${who}.monthly`])} onChange={(monthly) => onChange({ monthly })} />
      </View>
      <View className="calc-pair">
        <TextField asTyped label={label(calculatorFields.months)} kind="digits" value={person.months} suffix={calculatorFields.monthsUnit} maxLength={6} {...withError(faults[`${who}.months`])} onChange={(months) => onChange({ months })} />
        {beside ?? null}
      </View>
      <View className="calc-pair">
        <DateField label={label(calculatorFields.birthDate)} value={person.birthDate} {...withError(faults[`${who}.birthDate`])} onChange={(birthDate) => onChange({ birthDate })} />
        <ChoiceField label={label(calculatorFields.sex)} choices={SEXES} value={person.sex} onChange={(sex) => onChange({ sex })} />
      </View>
    </From>
  );
}

/** 原 50 岁 or 原 55 岁, which is in no data. */
export function CategoryField({ who, person, onChange }: Omit<PersonFieldsProps, 'faults' | 'beside'>) {
  if (person.sex === 'male') return null;
  const label = who === 'me' ? calculatorFields.category : `${calculatorFields.spouseOf}${calculatorFields.category}`;
  return <ChoiceField label={label} choices={CATEGORIES} value={person.category} onChange={(category) => onChange({ category })} />;
}
