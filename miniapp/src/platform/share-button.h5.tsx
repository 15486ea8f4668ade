import { Button } from '../ui/index.ts';
import { copyText } from './clipboard.ts';
import type { ShareCard } from './share.ts';

export interface ShareButtonProps {
  readonly text: string;
  readonly card: ShareCard;
  /** What a browser copies in the place of a card, around the link. */
  words(link: string): string;
  onDone(copied: boolean): void;
}

const linkOf = (path: string): string => `${window.location.origin}${window.location.pathname}#${path}`;

/** A browser has no card to send: the words with the link are copied, to be pasted where the person likes. */
export function ShareButton({ text, card, words, onDone }: ShareButtonProps) {
  const copy = async (): Promise<void> => onDone(await copyText(words(linkOf(card.path))));
  return <Button text={text} onPress={copy} />;
}
