import type { MissingField } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { faultOf } from '../../../texts/typed.ts';
import { fieldWords } from '../../../texts/withdrawal-fields.ts';
import { stepTexts } from '../../../texts/withdrawal-form.ts';
import { aria, Card, ChoiceField, DateField, TextField } from '../../../ui/index.ts';
import { choicesOf, standingAnswer } from '../confirm.facts.ts';
import { figureShown, figureText, figureTyped } from '../typed.figure.ts';
import type { ChangeFiles } from '../use-papers.ts';
import type { DraftContent } from '../draft.content.ts';
import { Papers } from './papers.tsx';

export interface QuestionProps {
  readonly field: MissingField;
  readonly content: Pick<DraftContent, 'answers' | 'files'>;
  /** undefined takes the answer away. */
  onAnswer(value: string | number | undefined): void;
  readonly onFiles: ChangeFiles;
  /** Papers are on their way, or have not come through. */
  onWaiting(waiting: boolean): void;
  /** Said under the field once the person wanted to go on. */
  readonly fault: string | null;
}

/** One question on its card: what is asked, why, and the field. */
export function Question(props: QuestionProps) {
  const { field } = props;
  const words = fieldWords(field.name, field.kind);
  const instead = field.instead === undefined ? null : field.kind === 'file' ? stepTexts.insteadPaper(field.instead) : stepTexts.insteadTyped(field.instead);
  return (
    <Card className="question">
      <Text className="a-lead" {...aria({ role: 'heading' })}>{words.question}</Text>
      {instead === null ? null : <Text className="question__why">{instead}</Text>}
      <View className="question__field"><Answer key={field.name} {...props} /></View>
    </Card>
  );
}

const optionalText = ({ kind, optional }: MissingField): string | undefined => (optional !== true ? undefined : kind === 'choice' ? stepTexts.optionalChoice : stepTexts.optional);

/** The field itself, by the kind of the answer. */
function Answer({ field, content, onAnswer, onFiles, onWaiting, fault }: QuestionProps) {
  const words = fieldWords(field.name, field.kind);
  const value = standingAnswer(field, content);
  const help = [words.help, words.firstChosen === true ? undefined : optionalText(field)].filter((part): part is string => part !== undefined).join('，');
  const frame = { label: words.label, ...(help === '' ? {} : { help }), ...(fault === null ? {} : { error: fault }) };
  switch (field.kind) {
    case 'file':
      return <Papers field={field} files={content.files} changeFiles={onFiles} onWaiting={onWaiting} fault={fault} />;
    case 'choice':
      return <ChoiceField look="list" choices={choicesOf(field)} value={value === undefined ? null : String(value)} onChange={onAnswer} {...frame} />;
    case 'date':
      return <DateField value={typeof value === 'string' ? value : ''} onChange={(day) => onAnswer(day === '' ? undefined : day)} {...frame} />;
    case 'amount':
    case 'number':
      return <FigureField field={field} value={value} onAnswer={onAnswer} {...frame} {...(words.unit === undefined ? {} : { unit: words.unit })} />;
    case 'text':
      return <TextField value={value === undefined ? '' : String(value)} maxLength={60} onChange={(text) => onAnswer(text === '' ? undefined : text)} {...frame} />;
  }
}

interface FigureFieldProps {
  readonly field: MissingField;
  readonly value: string | number | undefined;
  readonly label: string;
  readonly help?: string;
  readonly error?: string;
  readonly unit?: string;
  onAnswer(value: number | undefined): void;
}

/** A figure stays as it is typed; only what can be read becomes the answer. What another phone has put in its place is shown. */
function FigureField({ field, value, onAnswer, error, unit, ...frame }: FigureFieldProps) {
  const own = useRef({ text: figureText(field, value), value });
  const [, redraw] = useState('');
  const text = figureShown(field, own.current, value);
  const typed = figureTyped(field, text);
  const type = (next: string): void => {
    const read = figureTyped(field, next);
    const answer = read.kind === 'value' ? read.value : undefined;
    own.current = { text: next, value: answer };
    redraw(next);
    onAnswer(answer);
  };
  // What is wrong with the figure itself is said before what the form says of none.
  const wrong = error === undefined ? undefined : (faultOf(typed) ?? error);
  return <TextField {...frame} kind="money" asTyped value={text} onChange={type} maxLength={16} {...(unit === undefined ? {} : { suffix: unit })} {...(wrong === undefined ? {} : { error: wrong })} />;
}
