/** WeChat has neither keys nor a focus to hold: its screen readers follow the order of the page. */
export const holdFocus = (_panel: unknown, _close: () => void): (() => void) => () => undefined;
