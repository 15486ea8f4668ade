import { View } from '@tarojs/components';
import { calculatorFields } from '../../../texts/loan.ts';
import { Card, ChoiceField, TextField } from '../../../ui/index.ts';
import type { CalculatorForm } from '../calculator.form.ts';

const ORDERS = [{ value: 'first' as const, label: calculatorFields.orders.first }, { value: 'second' as const, label: calculatorFields.orders.second }];
const KINDS = [
  { value: 'new' as const, label: calculatorFields.kinds.new },
  { value: 'second-hand' as const, label: calculatorFields.kinds['second-hand'] },
  { value: 'affordable' as const, label: calculatorFields.kinds.affordable },
];

/** The home and the loan. */
export function HouseFields({ form, onChange }: { readonly form: CalculatorForm; onChange(part: Partial<CalculatorForm>): void }) {
  return (
    <Card title={calculatorFields.house}>
      <View className="a-stack">
        <View className="calc-pair">
          <TextField label={calculatorFields.price} kind="money" value={form.price} suffix={calculatorFields.wan} maxLength={8} onChange={(price) => onChange({ price })} />
          <TextField label={calculatorFields.term} kind="digits" value={form.term} suffix={calculatorFields.termUnit} maxLength={2} help={calculatorFields.termHelp} onChange={(term) => onChange({ term })} />
        </View>
        <ChoiceField label={calculatorFields.order} choices={ORDERS} value={form.order} onChange={(order) => onChange({ order })} />
        <ChoiceField label={calculatorFields.kind} choices={KINDS} value={form.kind} onChange={(kind) => onChange({ kind })} />
      </View>
    </Card>
  );
}
