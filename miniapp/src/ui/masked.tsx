import { Text } from '@tarojs/components';
import { pieceTexts } from '../texts/pieces.ts';
import { aria } from './aria.ts';

export interface MaskedProps {
  /** As the BFF masked it: 张*三, 138****1234. */
  readonly text: string;
  /** What it is: 手机号. */
  readonly label?: string;
}

/** A masked name, number or card. A screen reader hears what is left of it, not the asterisks. */
export function Masked({ text, label = '' }: MaskedProps) {
  const kept = text.replace(/\*+/g, '，').replace(/^，|，$/g, '');
  return (
    <Text className="a-masked" {...aria({ role: 'text', label: `${label}${pieceTexts.masked}，${kept}` })}>
      {text}
    </Text>
  );
}
