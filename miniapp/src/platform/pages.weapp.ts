/** WeChat fetches a sub-package by itself and says so when it cannot. */
export const pageCame = (_url: string): Promise<boolean> => Promise.resolve(true);

/** The pages of a family stand in one sub-package: they came together. */
export function fetchAhead(_urls: readonly string[]): void {}

/** WeChat keeps the page in view when another cannot be opened. */
export function onPageLost(_told: () => string): void {}
