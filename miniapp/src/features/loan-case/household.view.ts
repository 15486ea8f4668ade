/** `384 216`: two groups of three, as it is read out. */
export const codeGroups = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** Whether six digits were typed. */
export const isCode = (text: string): boolean => /^\d{6}$/.test(text);
