import { checkResidentId, isMobile, isPersonName, normaliseName } from '@anju/shared/identity';
import type { PeopleRegister, RegisteredPerson } from '../kit/people.register.ts';

/** A second-generation card of the mainland: 18 characters, capital X, the check right; no residence permits. */
export function isMainlandCard(idCard: string): boolean {
  return /^[1-7]\d{16}[\dX]$/.test(idCard) && checkResidentId(idCard).ok;
}

/** A name a card can carry, at most 32 characters. */
export function isCardName(name: string): boolean {
  return isPersonName(name) && [...name].length <= 32;
}

/** Whether two writings are one name: blanks and the kind of middle dot carry no meaning. */
export function sameName(left: string, right: string): boolean {
  return normaliseName(left) === normaliseName(right);
}

/** One answer of a register: a code as text and what it says. */
export interface RegisterAnswer {
  readonly Result: string;
  readonly Description: string;
}

const ID_WORDS: Readonly<Record<string, string>> = {
  '0': '姓名和身份证号一致',
  '-1': '姓名和身份证号不一致',
  '-2': '非法身份证号（长度、校验位等不正确）',
  '-3': '非法姓名（长度、格式等不正确）',
  '-4': '证件库服务异常',
  '-5': '证件库中无此身份证记录',
};

const idAnswer = (Result: string): RegisterAnswer => ({ Result, Description: ID_WORDS[Result] ?? '' });

/** IdCardVerification: do name and number belong together. */
export async function checkIdCard(people: PeopleRegister, idCard: string, name: string): Promise<RegisterAnswer> {
  if (!isMainlandCard(idCard)) return idAnswer('-2');
  if (!isCardName(name)) return idAnswer('-3');
  try {
    const person = await people.byIdNumber(idCard);
    if (!person) return idAnswer('-5');
    return idAnswer(sameName(person.name, name) ? '0' : '-1');
  } catch {
    return idAnswer('-4');
  }
}

const PHONE_WORDS: Readonly<Record<string, string>> = {
  '0': '三要素信息一致',
  '-4': '三要素信息不一致',
  '-6': '手机号码不合法',
  '-7': '身份证号码有误',
  '-8': '姓名校验不通过',
  '-9': '没有记录',
  '-11': '验证中心服务繁忙',
};

/** The carrier behind a range; the ranges of virtual operators are not told apart. */
export function carrierOf(phone: string): string {
  const head = phone.slice(0, 3);
  if (['133', '149', '153', '173', '177', '180', '181', '189', '190', '191', '193', '199'].includes(head)) return '电信';
  if (['130', '131', '132', '145', '155', '156', '166', '175', '176', '185', '186', '196'].includes(head)) return '联通';
  return '移动';
}

/** An answer of PhoneVerification; the detail only in the detailed mode and only when something differs. */
export interface PhoneAnswer extends RegisterAnswer {
  readonly Isp: string;
  readonly ResultDetail?: string;
}

function mismatch(holder: RegisteredPerson | undefined, idCard: string, name: string): string | undefined {
  if (!holder) return 'PhoneNameIdCardMismatch';
  const sameId = holder.idNumber.toUpperCase() === idCard;
  if (sameId) return sameName(holder.name, name) ? undefined : 'PhoneNameMismatch';
  return sameName(holder.name, name) ? 'PhoneIdCardMismatch' : 'PhoneNameIdCardMismatch';
}

/** PhoneVerification: do name, number and mobile belong together, as the carrier has them. */
export async function checkPhone(people: PeopleRegister, wish: { idCard: string; name: string; phone: string; detailed: boolean }): Promise<PhoneAnswer> {
  const answer = (Result: string, ResultDetail?: string): PhoneAnswer => ({
    Result,
    Description: PHONE_WORDS[Result] ?? '',
    Isp: isMobile(wish.phone) ? carrierOf(wish.phone) : '',
    ...(wish.detailed && ResultDetail !== undefined ? { ResultDetail } : {}),
  });
  if (!isMobile(wish.phone)) return answer('-6');
  if (!isMainlandCard(wish.idCard)) return answer('-7');
  if (!isCardName(wish.name)) return answer('-8');
  try {
    const all = await people.all();
    const holder = all.find((person) => person.mobile === wish.phone);
    const owner = all.find((person) => person.idNumber.toUpperCase() === wish.idCard);
    if (!holder && !owner) return answer('-9');
    const detail = mismatch(holder, wish.idCard, wish.name);
    return detail === undefined ? answer('0') : answer('-4', detail);
  } catch {
    return answer('-11');
  }
}
