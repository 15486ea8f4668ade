import { yuanTextOf } from '@anju/shared/money';
import { useState } from 'react';
import { yuanText } from '../../../texts/format.ts';
import { preApplicationTexts as texts } from '../../../texts/loan-case.ts';
import { countTyped, faultOf, valueOf } from '../../../texts/typed.ts';
import { Button, Sheet, TextField } from '../../../ui/index.ts';
import { checkWholeYuan } from '../pre-application.view.ts';

interface AmountSheetProps {
  readonly amountFen: number;
  readonly mostFen: number;
  onChosen(fen: number): void;
  onClose(): void;
}

/** Borrows less than the most. */
export function LoanAmountSheet({ amountFen, mostFen, onChosen, onClose }: AmountSheetProps) {
  const [text, setText] = useState(yuanTextOf(amountFen).replace(/\.00$/, ''));
  const [asked, setAsked] = useState(false);
  const check = checkWholeYuan(text, mostFen);
  const done = (): void => {
    setAsked(true);
    if ('fen' in check) onChosen(check.fen);
  };
  const error = 'error' in check && (asked || text.trim() !== '') ? { error: check.error } : {};
  const actions = (
    <>
      <Button text={texts.amountDone} onPress={done} />
      <Button kind="quiet" text={texts.useMost} onPress={() => onChosen(mostFen)} />
    </>
  );
  return (
    <Sheet open title={texts.editTitle} onClose={onClose} actions={actions}>
      <TextField asTyped label={texts.amountLabel} kind="money" value={text} onChange={setText} suffix={texts.yuan} maxLength={16} help={texts.amountHelp(yuanText(mostFen))} {...error} />
    </Sheet>
  );
}

interface TermSheetProps {
  readonly years: number;
  onChosen(years: number): void;
  onClose(): void;
}
const MOST_YEARS = 30;

/** Another term; what the age allows is the engine's to say. */
export function TermSheet({ years, onChosen, onClose }: TermSheetProps) {
  const [text, setText] = useState(String(years));
  const [asked, setAsked] = useState(false);
  const typed = countTyped(text, 1, MOST_YEARS, texts.termWrong(MOST_YEARS));
  const wanted = valueOf(typed);
  const fault = faultOf(typed) ?? (asked && wanted === null ? texts.termWrong(MOST_YEARS) : undefined);
  const done = (): void => {
    setAsked(true);
    if (wanted !== null) onChosen(wanted);
  };
  return (
    <Sheet open title={texts.termLabel} onClose={onClose} actions={<Button text={texts.termDone} onPress={done} />}>
      <TextField asTyped label={texts.termLabel} kind="digits" value={text} onChange={setText} suffix={texts.termUnit} maxLength={6} help={texts.termHelp(MOST_YEARS)} {...(fault === undefined ? {} : { error: fault })} />
    </Sheet>
  );
}
