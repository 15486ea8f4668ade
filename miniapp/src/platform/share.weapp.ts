import { useShareAppMessage } from '@tarojs/taro';

export interface ShareCard {
  readonly title: string;
  readonly path: string;
}

/** What a friend receives: never a figure, a name or a case. The page's config needs `enableShareAppMessage: true`. */
export function useShare(card: ShareCard): void {
  useShareAppMessage(() => ({ title: card.title, path: card.path, imageUrl: '/assets/share.png' }));
}
