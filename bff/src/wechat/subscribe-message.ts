/** Which rule a field broke. */
export type FieldFault = 'empty' | 'control-character' | 'kind-unknown' | 'format';

export class SubscribeFieldError extends Error {
  constructor(
    readonly field: string,
    readonly fault: FieldFault,
  ) {
    super(`subscribe message: field ${field} is refused (${fault})`);
    this.name = 'SubscribeFieldError';
  }
}

/** One message to one person; made by `SubscribeMessage.to`. */
export class SubscribeMessage {
  private constructor(
    readonly openId: string,
    readonly templateId: string,
    readonly page: string | undefined,
    readonly fields: Readonly<Record<string, string>>,
  ) {}

  static to(openId: string, templateId: string): SubscribeMessage {
    return new SubscribeMessage(openId, templateId, undefined, {});
  }

  /** Where a tap on it leads: `pages/…?…`, without a slash in front. */
  opening(page: string): SubscribeMessage {
    return new SubscribeMessage(this.openId, this.templateId, page.replace(/^\/+/, ''), this.fields);
  }

  /**
   * A field by its key in the template (`thing1`, `phrase3` …), held against the platform's limits; a `thing` that is too long is
   * cut with an ellipsis, since the platform refuses it whole. @throws SubscribeFieldError
   */
  with(field: string, value: string): SubscribeMessage {
    const kind = field.replace(/\d+$/, '');
    const text = kind === 'thing' ? cutThing(value.trim()) : value.trim();
    if (text === '') throw new SubscribeFieldError(field, 'empty');
    if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text)) throw new SubscribeFieldError(field, 'control-character');
    const fits = KINDS[kind];
    if (fits === undefined) throw new SubscribeFieldError(field, 'kind-unknown');
    if (!fits(text)) throw new SubscribeFieldError(field, 'format');
    return new SubscribeMessage(this.openId, this.templateId, this.page, { ...this.fields, [field]: text });
  }
}

const THING_LENGTH = 20;

function cutThing(value: string): string {
  const characters = Array.from(value);
  return characters.length <= THING_LENGTH ? value : `${characters.slice(0, THING_LENGTH - 1).join('')}…`;
}

const CLOCK = '([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?';
const CHINESE_DAY = '\\d{4}年\\d{1,2}月\\d{1,2}日';
const JOINED_DAY = '\\d{4}[-/.]\\d{1,2}([-/.]\\d{1,2})?';
const range = (one: string): RegExp => new RegExp(`^${one}( ?~ ?${one})?$`);
const TIME = range(`((${CHINESE_DAY}|${JOINED_DAY}) )?${CLOCK}`);
const DATE = range(`(${CHINESE_DAY}|\\d{4}年\\d{1,2}月|\\d{1,2}月\\d{1,2}日|${JOINED_DAY}|\\d{1,2}[-/.]\\d{1,2})( ${CLOCK})?`);
const NAME = /^(?!.*\d)(?=.*\p{Script=Han}).{1,10}$|^[^\d\p{Script=Han}]{1,20}$/u;

/** The official table of field limits (发送订阅消息, 参数值内容限制说明, 2026). Lengths count characters, not units. */
const KINDS: Readonly<Record<string, (text: string) => boolean>> = {
  thing: (text) => Array.from(text).length <= THING_LENGTH,
  number: (text) => text.length <= 32 && /^-?\d+(\.\d+)?$/.test(text),
  letter: (text) => /^[A-Za-z]{1,32}$/.test(text),
  symbol: (text) => /^[^\p{L}\p{N}\s]{1,5}$/u.test(text),
  character_string: (text) => /^[\x21-\x7e]{1,32}$/.test(text),
  time: (text) => TIME.test(text),
  date: (text) => DATE.test(text),
  amount: (text) => /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/.test(text),
  phone_number: (text) => /^[\d+-]{1,17}$/.test(text),
  car_number: (text) => Array.from(text).length <= 8,
  name: (text) => NAME.test(text),
  phrase: (text) => /^\p{Script=Han}{1,5}$/u.test(text),
};
