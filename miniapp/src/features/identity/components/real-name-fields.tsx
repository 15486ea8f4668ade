import { View } from '@tarojs/components';
import { ID_TYPES } from '@anju/shared/identity';
import type { IdType } from '@anju/shared/contract';
import { idTypeTexts, realNameTexts } from '../../../texts/identity.ts';
import { Card, ChoiceField, Notice, TextField } from '../../../ui/index.ts';
import { needsCounterCode } from '../real-name.form.ts';
import type { RealNameField } from '../real-name.form.ts';
import type { RealNameState } from '../use-real-name.ts';
import { Agree } from './agree.tsx';

const CHOICES = ID_TYPES.map((value: IdType) => ({ value, ...idTypeTexts[value] }));

/** Document first, since it decides what else is asked. */
export function RealNameFields({ state }: { readonly state: RealNameState }) {
  const { form, faults, change } = state;
  const errorOf = (field: RealNameField): { readonly error?: string } => {
    const error = faults[field];
    return error === undefined ? {} : { error };
  };
  return (
    <Card>
      <View className="a-stack">
        <ChoiceField label={realNameTexts.idType} look="sheet" choices={CHOICES} value={form.idType} onChange={(idType) => change({ idType })} />
        <TextField label={realNameTexts.name} value={form.name} onChange={(name) => change({ name })} maxLength={60} help={realNameTexts.nameHelp} {...errorOf('name')} />
        <TextField label={realNameTexts.idNumber} kind="id" value={form.idNumber} onChange={(idNumber) => change({ idNumber })} maxLength={18} help={realNameTexts.idNumberHelp[form.idType]} {...errorOf('idNumber')} />
        {needsCounterCode(form.idType) ? (
          <>
            <TextField label={realNameTexts.counterCode} kind="id" value={form.counterCode} onChange={(counterCode) => change({ counterCode })} maxLength={12} help={realNameTexts.counterCodeHelp} {...errorOf('counterCode')} />
            <Notice tone="info" title={realNameTexts.counterWhyTitle}>{realNameTexts.counterWhy}</Notice>
          </>
        ) : null}
        <Agree on={form.consent} error={faults.consent} onChange={(consent) => change({ consent })} />
      </View>
    </Card>
  );
}
