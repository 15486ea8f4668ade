import type { MissingField } from '@anju/shared/contract';
import { contractFault } from '../../texts/typed.ts';
import { formTexts } from '../../texts/withdrawal.ts';
import type { WithdrawalDraft } from './withdrawal.draft.ts';

export type FormFaults = Readonly<Partial<Record<MissingField['name'], string>>>;

/** What is still missing, in words, by field. */
export function formFaults(missing: readonly MissingField[], draft: WithdrawalDraft): FormFaults {
  const faults: Partial<Record<MissingField['name'], string>> = {};
  for (const { name } of missing) {
    if (name === 'contractNumber') {
      const fault = draft.contractNumber.trim() === '' ? formTexts.contractMissing : contractFault(draft.contractNumber);
      if (fault !== null) faults[name] = fault;
    }
    if (name === 'homeCity' && draft.homeCity === '') faults[name] = formTexts.homeMissing;
    if (name === 'paymentVoucher' && draft.files.length === 0) faults[name] = formTexts.voucherMissing;
  }
  return faults;
}

const CITY_WORDS: Readonly<Record<string, { readonly label: string; readonly note?: string }>> = {
  local: { label: formTexts.homeLocal, note: formTexts.localNote },
  elsewhere: { label: formTexts.homeElsewhere, note: formTexts.elsewhereNote },
};

/** The choices of a field in words; what the BFF already words stays as it is. */
export function choicesOf(field: MissingField): readonly { readonly value: string; readonly label: string; readonly note?: string }[] {
  return (field.choices ?? ['local', 'elsewhere']).map((value) => ({ value, ...(CITY_WORDS[value] ?? { label: value }) }));
}
