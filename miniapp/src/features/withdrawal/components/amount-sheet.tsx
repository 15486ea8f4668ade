import { yuanTextOf } from '@anju/shared/money';
import type { FormReply } from '@anju/shared/contract';
import { useState } from 'react';
import { yuanText } from '../../../texts/format.ts';
import { confirmTexts } from '../../../texts/withdrawal.ts';
import { Button, Sheet, TextField } from '../../../ui/index.ts';
import { checkAmount, mostOf } from '../confirm.facts.ts';

export interface AmountSheetProps {
  readonly form: FormReply;
  readonly amountFen: number;
  onChosen(fen: number): void;
  onClose(): void;
}

/** Takes less than the maximum. */
export function AmountSheet({ form, amountFen, onChosen, onClose }: AmountSheetProps) {
  const [text, setText] = useState(amountFen === 0 ? '' : yuanTextOf(amountFen));
  const [asked, setAsked] = useState(false);
  const most = mostOf(form);
  const check = checkAmount(text, form.minimumFen, most);
  const done = (): void => {
    setAsked(true);
    if ('fen' in check) onChosen(check.fen);
  };
  const error = 'error' in check && (asked || text.length > 3) ? { error: check.error } : {};
  return (
    <Sheet
      open
      title={confirmTexts.editTitle}
      onClose={onClose}
      actions={
        <>
          <Button text={confirmTexts.editDone} onPress={done} />
          {form.prefilledFen === null ? null : <Button kind="quiet" text={confirmTexts.useMost} onPress={() => onChosen(most)} />}
        </>
      }
    >
      <TextField label={confirmTexts.amountLabel} kind="money" value={text} onChange={setText} suffix={confirmTexts.yuan} maxLength={14} help={confirmTexts.amountHelp(yuanText(form.minimumFen), yuanText(most))} {...error} />
    </Sheet>
  );
}
