import type { LogFields } from './log-event.ts';

/** Names of fields that are never written, whatever stands in them. */
const SECRET_NAME = /token|secret|password|authorization|cookie|mobile|phone|idnumber|cardnumber|openid|sessionkey|^name$|address/i;
/** An 18-character document, an 11-digit mobile, a card of 16 to 19 digits, wherever they stand. */
const PERSONAL = /(?<![\w-])(?:\d{17}[\dXx]|1[3-9]\d{9}|\d{16,19})(?![\w-])/g;
/** Our own messages are English: Chinese in one is something a person or a provider wrote. */
const CHINESE = /[\p{Script=Han}·]+/gu;
const LONGEST = 2000;

/** Takes out of a text whatever looks like a document, mobile or card number, and all Chinese, which may be a name. */
export const redactedText = (text: string): string => text.slice(0, LONGEST).replace(PERSONAL, '[redacted]').replace(CHINESE, '[redacted]');

/** The second fence: nobody should hand such a field over, and none is written if somebody does. */
export function redactedFields(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, SECRET_NAME.test(name) ? '[redacted]' : typeof value === 'string' ? redactedText(value) : value]),
  );
}

/** Class, code and stack of an error. The message of a database driver may quote a row, and that of a parser its text: neither is kept. */
export function redactedError(error: unknown): Record<string, string | undefined> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const known = driverError === undefined ? code : driverError.code;
  const quotes = driverError !== undefined || 'sql' in error || error instanceof SyntaxError;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof known === 'string' ? { code: known } : {}),
    ...(quotes ? {} : { message: redactedText(error.message) }),
    stack: frames.slice(0, 12).join('\n'),
  };
}
