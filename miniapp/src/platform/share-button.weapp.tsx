import { Button as NativeButton, Text } from '@tarojs/components';
import type { ShareCard } from './share.ts';

export interface ShareButtonProps {
  readonly text: string;
  readonly card: ShareCard;
  /** What a browser copies in the place of a card, around the link. */
  words(link: string): string;
  onDone(copied: boolean): void;
}

/** WeChat opens its list of friends; the card is the page's own (`useShare`), whose config needs `enableShareAppMessage: true`. */
export function ShareButton({ text }: ShareButtonProps) {
  return (
    <NativeButton className="a-button a-button--primary" openType="share" hoverClass="a-button--down">
      <Text>{text}</Text>
    </NativeButton>
  );
}
