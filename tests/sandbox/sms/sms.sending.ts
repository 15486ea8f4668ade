import { randomInt } from 'node:crypto';
import { chinaDay, instantOfChina, type StandInClock, type Store } from '../kit/index.ts';
import { readSetting, writeSetting, SETTING_SCHEMA } from '../kit/stand-in.control.ts';
import { TencentCloudError } from '../kit/tencent-cloud.signature.ts';
import { onlyParameters, textParameter, type ActionReply } from '../kit/tencent-cloud.routes.ts';
import { billedPieces, parametersFit, smsText, type SmsTemplate } from './sms.templates.ts';

/** The tables of the stand-in; repeatable. */
export const SMS_SCHEMA = `
${SETTING_SCHEMA}
CREATE TABLE IF NOT EXISTS message (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, mobile TEXT NOT NULL, template_id TEXT NOT NULL, params TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS message_of_mobile ON message (mobile, template_id, at);
CREATE TABLE IF NOT EXISTS unwilling (mobile TEXT PRIMARY KEY);
`;

/** The per-number codes of SendStatusSet (cloud.tencent.com/document/api/382/59177) with words of our own. */
export const SEND_CODES = {
  Ok: 'send success',
  'FailedOperation.ContainSensitiveWord': 'the message contains sensitive words',
  'FailedOperation.InsufficientBalanceInSmsPackage': 'insufficient balance in SMS package',
  'FailedOperation.PhoneNumberInBlacklist': 'the mobile number is in the blocklist',
  'FailedOperation.SignatureIncorrectOrUnapproved': 'the signature is incorrect or unapproved',
  'FailedOperation.TemplateIncorrectOrUnapproved': 'the template is incorrect or unapproved',
  'FailedOperation.TemplateParamSetNotMatchApprovedTemplate': 'the parameters do not match the approved template',
  'InternalError.Timeout': 'the request timed out',
  'InvalidParameterValue.ContentLengthLimit': 'the message is too long',
  'InvalidParameterValue.IncorrectPhoneNumber': 'incorrect mobile number',
  'InvalidParameterValue.SdkAppIdNotExist': 'the SdkAppId does not exist',
  'LimitExceeded.DeliveryFrequencyLimit': 'delivery frequency limit',
  'LimitExceeded.PhoneNumberDailyLimit': 'the number of messages to this number today is above the limit',
  'LimitExceeded.PhoneNumberOneHourLimit': 'the number of messages to this number in one hour is above the limit',
  'LimitExceeded.PhoneNumberThirtySecondLimit': 'the number of messages to this number in 30 seconds is above the limit',
  'UnsupportedOperation.UnsupportedRegion': 'numbers of this country are not served',
} as const;
export type SendCode = keyof typeof SEND_CODES;

/** What sending works with. */
export interface SmsContext {
  readonly store: Store;
  readonly clock: StandInClock;
  readonly sdkAppId: string;
  readonly signName: string;
  readonly templates: readonly SmsTemplate[];
  /** Codes planned by a test for the next numbers. */
  planned: { readonly code: SendCode; readonly mobile?: string; left: number }[];
}

/** True while the limits per number hold; switched by control only. */
export function limitsHold(store: Store): boolean {
  return readSetting(store, 'limits') !== 'off';
}

/** Switches the limits per number. */
export function switchLimits(store: Store, on: boolean): void {
  writeSetting(store, 'limits', on ? 'on' : 'off');
}

function limitOf(context: SmsContext, mobile: string, templateId: string): SendCode | undefined {
  if (!limitsHold(context.store)) return undefined;
  const now = context.clock.now();
  const since = (from: number): number =>
    (context.store.prepare('SELECT COUNT(*) AS n FROM message WHERE mobile = ? AND template_id = ? AND at > ?').get(mobile, templateId, from) as { n: number }).n;
  if (since(now - 30_000) >= 1) return 'LimitExceeded.PhoneNumberThirtySecondLimit';
  if (since(now - 3600_000) >= 5) return 'LimitExceeded.PhoneNumberOneHourLimit';
  if (since(instantOfChina(chinaDay(now)) - 1) >= 10) return 'LimitExceeded.PhoneNumberDailyLimit';
  return undefined;
}

/** The 11 digits of a domestic number in any of the written forms, or undefined. */
function domesticNumber(text: string): string | undefined {
  return /^(?:\+86|0086|86)?(1[3-9]\d{9})$/.exec(text)?.[1];
}

function plannedFor(context: SmsContext, mobile: string): SendCode | undefined {
  const found = context.planned.find((entry) => entry.mobile === undefined || entry.mobile === mobile);
  if (!found) return undefined;
  found.left -= 1;
  context.planned = context.planned.filter((entry) => entry.left > 0);
  return found.code;
}

interface Wish {
  readonly sdkAppId: string;
  readonly templateId: string;
  readonly signName: string;
  readonly parameters: readonly string[];
  readonly sessionContext: string;
}

function sendOne(context: SmsContext, number: string, wish: Wish): { code: SendCode; pieces: number } {
  const fail = (code: SendCode): { code: SendCode; pieces: number } => ({ code, pieces: 0 });
  const mobile = domesticNumber(number);
  if (mobile === undefined) return fail(/^\+(?!86)\d{6,15}$/.test(number) ? 'UnsupportedOperation.UnsupportedRegion' : 'InvalidParameterValue.IncorrectPhoneNumber');
  if (wish.sdkAppId !== context.sdkAppId) return fail('InvalidParameterValue.SdkAppIdNotExist');
  if (wish.signName !== context.signName) return fail('FailedOperation.SignatureIncorrectOrUnapproved');
  const template = context.templates.find((known) => known.id === wish.templateId);
  if (!template) return fail('FailedOperation.TemplateIncorrectOrUnapproved');
  if (!parametersFit(template, wish.parameters)) return fail('FailedOperation.TemplateParamSetNotMatchApprovedTemplate');
  if (context.store.prepare('SELECT 1 FROM unwilling WHERE mobile = ?').get(mobile) !== undefined) return fail('FailedOperation.PhoneNumberInBlacklist');
  const planned = plannedFor(context, mobile);
  if (planned !== undefined) return fail(planned);
  const limit = limitOf(context, mobile, template.id);
  if (limit !== undefined) return fail(limit);
  const text = smsText(context.signName, template, wish.parameters);
  context.store
    .prepare('INSERT INTO message (at, mobile, template_id, params, text) VALUES (?, ?, ?, ?, ?)')
    .run(context.clock.now(), mobile, template.id, JSON.stringify(wish.parameters), text);
  return { code: 'Ok', pieces: billedPieces(text) };
}

function textList(parameters: Readonly<Record<string, unknown>>, name: string): string[] {
  const value = parameters[name] ?? [];
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) {
    throw new TencentCloudError('InvalidParameter', `The value type of parameter \`${name}\` is not valid.`);
  }
  return value as string[];
}

function numbersOf(parameters: Readonly<Record<string, unknown>>): string[] {
  const numbers = textList(parameters, 'PhoneNumberSet');
  if (numbers.length === 0) throw new TencentCloudError('MissingParameter.EmptyPhoneNumberSet', 'The list of mobile numbers is empty.');
  if (numbers.length > 200) throw new TencentCloudError('LimitExceeded.PhoneNumberCountLimit', 'At most 200 numbers in one request.');
  const abroad = numbers.filter((number) => /^\+(?!86)/.test(number)).length;
  if (abroad > 0 && abroad < numbers.length) {
    throw new TencentCloudError('UnsupportedOperation.ContainDomesticAndInternationalPhoneNumber', 'Domestic and foreign numbers cannot be mixed.');
  }
  return numbers;
}

function serialNumber(): string {
  return `5000:${String(randomInt(1, 2 ** 40)).padStart(15, '1')}${String(randomInt(1, 2 ** 40)).padStart(13, '2')}`;
}

const KNOWN = ['PhoneNumberSet', 'SmsSdkAppId', 'TemplateId', 'SignName', 'TemplateParamSet', 'ExtendCode', 'SessionContext', 'SenderId'];

/**
 * SendSms 2021-01-11. A reply without Error does not mean sent: each number has its own code.
 * @throws TencentCloudError when the whole request is wrong
 */
export function sendSms(context: SmsContext, parameters: Readonly<Record<string, unknown>>): ActionReply {
  onlyParameters(parameters, KNOWN);
  const numbers = numbersOf(parameters);
  const sessionContext = parameters['SessionContext'] ?? '';
  if (typeof sessionContext !== 'string' || Buffer.byteLength(sessionContext) > 512) throw new TencentCloudError('InvalidParameterValue', 'SessionContext is too long.');
  const wish: Wish = {
    sdkAppId: textParameter(parameters, 'SmsSdkAppId'),
    templateId: textParameter(parameters, 'TemplateId'),
    signName: textParameter(parameters, 'SignName'),
    parameters: textList(parameters, 'TemplateParamSet'),
    sessionContext,
  };
  const SendStatusSet = numbers.map((number) => {
    const { code, pieces } = sendOne(context, number, wish);
    const mobile = domesticNumber(number);
    return {
      SerialNo: code === 'Ok' ? serialNumber() : '',
      PhoneNumber: mobile === undefined ? number : `+86${mobile}`,
      Fee: pieces,
      SessionContext: sessionContext,
      Code: code,
      Message: SEND_CODES[code],
      IsoCode: mobile === undefined ? '' : 'CN',
    };
  });
  return { SendStatusSet };
}
