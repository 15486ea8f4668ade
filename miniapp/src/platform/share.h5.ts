export interface ShareCard {
  readonly title: string;
  readonly path: string;
}

/** A browser shares by its own menu. */
export function useShare(_card: ShareCard): void {}
