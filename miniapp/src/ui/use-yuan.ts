import { yuanText } from '../texts/format.ts';
import { pieceTexts } from '../texts/pieces.ts';
import { useEye } from './eye.ts';

/** How an amount inside a sentence is written: hidden, as every other, while the person hides amounts. */
export function useYuan(): (fen: number) => string {
  const { open } = useEye();
  return open ? yuanText : () => `****** ${pieceTexts.yuan}`;
}
