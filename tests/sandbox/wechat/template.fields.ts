/** One keyword of a template: its name on the wire, such as `thing1`, and its label on the card. */
export interface TemplateField {
  readonly key: string;
  readonly label: string;
}

/** A subscribe-message template as the account owns it. Type 2 is one-time, type 3 long-term. */
export interface MessageTemplate {
  readonly id: string;
  readonly title: string;
  readonly type: 2 | 3;
  readonly fields: readonly TemplateField[];
}

const DAY = String.raw`(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|\d{1,2}月\d{1,2}日|\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2})`;
const HOUR = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`;
const dateOnce = new RegExp(`^${DAY}(?: ${HOUR})?$`);
const timeOnce = new RegExp(`^(?:${DAY} )?${HOUR}$`);

function eachPart(value: string, pattern: RegExp): boolean {
  const parts = value.split('~');
  return parts.length <= 2 && parts.every((part) => pattern.test(part.trim()));
}

function isName(value: string): boolean {
  const length = [...value].length;
  if (/\d/.test(value)) return false;
  return /\p{Script=Han}/u.test(value) ? length <= 10 : length <= 20;
}

/** The official limits of field values by the prefix of the keyword (subscribe message, table of parameters). */
const RULES: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => /^[^\x00-\x1f\x7f]{1,20}$/u.test(value),
  number: (value) => value.length <= 32 && /^-?\d+(\.\d+)?$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => /^[^\p{L}\p{N}\s]{1,5}$/u.test(value),
  character_string: (value) => /^[\x21-\x7e]{1,32}$/.test(value),
  time: (value) => eachPart(value, timeOnce),
  date: (value) => eachPart(value, dateOnce),
  amount: (value) => /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value) => /^[\d+-]{1,17}$/.test(value),
  car_number: (value) => [...value].length <= 8,
  name: isName,
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
};

/** Whether a value may stand in a keyword; a keyword of an unknown kind is refused. */
export function fieldAccepts(key: string, value: string): boolean {
  const rule = RULES[key.replace(/\d+$/, '')];
  return rule !== undefined && rule(value);
}

/**
 * What is wrong with the data of one send, in WeChat's words, or undefined. Every keyword of the template must be there and not
 * blank, and no over-long value is cut: it is refused.
 */
export function dataFault(template: MessageTemplate, data: unknown): string | undefined {
  const given = typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Record<string, unknown>) : {};
  for (const { key } of template.fields) {
    const holder = given[key];
    const value = typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)['value'] : undefined;
    if (typeof value !== 'string' || value.trim() === '') return `data.${key}.value is empty`;
    if (!fieldAccepts(key, value)) return `data.${key}.value invalid`;
  }
  const known = new Set(template.fields.map((field) => field.key));
  const stranger = Object.keys(given).find((key) => !known.has(key));
  return stranger === undefined ? undefined : `data.${stranger} not in template`;
}

/** The template for the steps of a case: 业务办理进度提醒, one-time. */
export function caseTemplate(id: string): MessageTemplate {
  return {
    id,
    title: '业务办理进度提醒',
    type: 2,
    fields: [
      { key: 'thing1', label: '业务名称' },
      { key: 'character_string2', label: '业务编号' },
      { key: 'phrase3', label: '办理状态' },
      { key: 'time4', label: '更新时间' },
      { key: 'thing5', label: '温馨提示' },
    ],
  };
}
