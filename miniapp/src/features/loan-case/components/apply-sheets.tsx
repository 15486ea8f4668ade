import { yuanTextOf } from '@anju/shared/money';
import { useState } from 'react';
import { yuanText } from '../../../texts/format.ts';
import { preApplicationTexts as texts } from '../../../texts/loan-case.ts';
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
  const error = 'error' in check && (asked || text.length > 3) ? { error: check.error } : {};
  const actions = (
    <>
      <Button text={texts.amountDone} onPress={done} />
      <Button kind="quiet" text={texts.useMost} onPress={() => onChosen(mostFen)} />
    </>
  );
  return (
    <Sheet open title={texts.editTitle} onClose={onClose} actions={actions}>
      <TextField label={texts.amountLabel} kind="money" value={text} onChange={setText} suffix={texts.yuan} maxLength={12} help={texts.amountHelp(yuanText(mostFen))} {...error} />
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
  const wanted = Number(text);
  const fits = /^\d{1,2}$/.test(text) && wanted >= 1 && wanted <= MOST_YEARS;
  const done = (): void => {
    setAsked(true);
    if (fits) onChosen(wanted);
  };
  return (
    <Sheet open title={texts.termLabel} onClose={onClose} actions={<Button text={texts.termDone} onPress={done} />}>
      <TextField label={texts.termLabel} kind="digits" value={text} onChange={setText} suffix={texts.termUnit} maxLength={2} help={texts.termHelp(MOST_YEARS)} {...(asked && !fits ? { error: texts.termWrong(MOST_YEARS) } : {})} />
    </Sheet>
  );
}
