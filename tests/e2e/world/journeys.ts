import { endpoints } from '@anju/shared/contract';
import type { CaseReply, EstimateReply, FormReply, PreApplicationBody, Slot } from '@anju/shared/contract';
import type { Control, TestPerson } from './control.ts';
import { Phone } from './phone.ts';

export const CONSENT_VERSION = '2026-11-01';

/** Signs a person in as the H5 does: a code by SMS. */
export async function signInH5(baseUrl: string, control: Control, person: Pick<TestPerson, 'mobile'>): Promise<Phone> {
  const phone = new Phone(baseUrl);
  const before = (await control.sms(person.mobile)).length;
  await phone.ask(endpoints.requestSmsCode, { body: { mobile: person.mobile } });
  const messages = await control.sms(person.mobile);
  const code = messages.slice(before).at(-1)?.params[0] ?? messages.at(-1)?.params[0];
  const session = await phone.ask(endpoints.signInWithSms, { body: { mobile: person.mobile, code: code ?? '' } });
  phone.token = session.token;
  return phone;
}

/** Signs a person in as the mini-program does: wx.login, then the phone-number button. */
export async function signInWeapp(baseUrl: string, control: Control, person: Pick<TestPerson, 'key' | 'mobile'>): Promise<{ phone: Phone; openid: string }> {
  const phone = new Phone(baseUrl);
  const { code, openid } = await control.loginCode(person.key);
  phone.token = (await phone.ask(endpoints.signInWithWechat, { body: { code } })).token;
  const phoneCode = await control.phoneCode(person.key, person.mobile);
  await phone.ask(endpoints.bindPhone, { body: { code: phoneCode.code } });
  return { phone, openid };
}

/** Proves the name and document of a signed-in person. */
export async function proveName(phone: Phone, person: TestPerson): Promise<void> {
  await phone.ask(endpoints.verifyRealName, {
    body: { name: person.name, idType: person.idType, idNumber: person.idNumber, consentVersion: CONSENT_VERSION, ...(person.counterCode ? { counterCode: person.counterCode } : {}) },
  });
}

/** Shows the person's face on whichever channel the session has. */
export async function showFace(phone: Phone, control: Control): Promise<void> {
  const started = await phone.ask(endpoints.startFace, { body: { purpose: 'withdrawal' } });
  if (started.verifyId !== undefined) await control.wechatFace(started.verifyId, 'passed');
  if (started.url !== undefined) await control.h5Face(bizTokenOf(started.url), 'passed');
  const result = await phone.ask(endpoints.readFaceResult, { params: { verificationId: started.verificationId } });
  if (result.outcome !== 'passed') throw new Error(`the face check ended with ${result.outcome}`);
}

/** The provider's token stands at the end of its page's path. */
export function bizTokenOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
}

/** A verified person on the H5, ready to look. */
export async function verifiedOnH5(baseUrl: string, control: Control, person: TestPerson): Promise<Phone> {
  const phone = await signInH5(baseUrl, control, person);
  await proveName(phone, person);
  return phone;
}

export async function verifiedOnWeapp(baseUrl: string, control: Control, person: TestPerson): Promise<{ phone: Phone; openid: string }> {
  const signedIn = await signInWeapp(baseUrl, control, person);
  await proveName(signedIn.phone, person);
  return signedIn;
}

/** Asks for the prefilled form and submits exactly what it offers. */
export async function submitPrefilled(phone: Phone, route: 'repay-fund-loan', key: string): Promise<{ form: FormReply; caseId: string; number: string; state: string; status: number }> {
  const form = await phone.ask(endpoints.showForm, { params: { route } });
  const answer = await phone.call(endpoints.submitWithdrawal, { key, body: { route, amountFen: form.prefilledFen ?? 0, bankCardId: form.card?.bankCardId ?? '' } });
  if (answer.status !== 201) throw new Error(`the submission was refused: ${JSON.stringify(answer.body)}`);
  return { form, ...answer.body, status: answer.status };
}

/** Looks at a case again and again until `wanted` holds; gives up after `withinMs`. */
export async function untilCase(phone: Phone, caseId: string, wanted: (it: CaseReply) => boolean, withinMs = 20_000): Promise<CaseReply> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const it = await phone.ask(endpoints.showCase, { params: { caseId } });
    if (wanted(it)) return it;
    if (performance.now() > deadline) throw new Error(`the case stayed at ${it.stage}: ${JSON.stringify(it.steps)}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** Two who are married join: one invites, the other confirms. */
export async function joinAsHousehold(inviter: Phone, invited: Phone): Promise<void> {
  const { code } = await inviter.ask(endpoints.inviteSpouse);
  await invited.ask(endpoints.acceptInvitation, { params: { code } });
}

/** What a person applies for by their contract: the most that the pre-qualification gives. */
export async function preApplicationOf(phone: Phone, person: TestPerson): Promise<PreApplicationBody> {
  const contractNumber = person.contractNumber ?? '';
  const house = await phone.ask(endpoints.checkHouse, { body: { contractNumber } });
  const asked = { household: {}, house: { priceFen: house.priceFen ?? 0, order: 'first' as const, kind: 'new' as const } };
  const { estimate, partner } = await phone.ask(endpoints.prequalify, { body: asked });
  if (estimate.state === 'unknown') throw new Error('the core gave no figures');
  const { amountFen, termMonths }: EstimateReply = estimate.value;
  return { ...asked, house: { ...asked.house, contractNumber }, amountFen: Math.floor((amountFen ?? 0) / 100) * 100, termMonths, method: 'equal-instalment', withPartner: partner !== null };
}

/** Applies for a loan as the phone does, seen a moment ago. */
export async function preApply(phone: Phone, control: Control, person: TestPerson): Promise<string> {
  await showFace(phone, control);
  return (await phone.ask(endpoints.preApply, { body: await preApplicationOf(phone, person) })).caseId;
}

/** The clerks do their part until the core waits for the signing. */
export async function clerksUntilSigning(control: Control, key: string): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    const [newest] = await control.casesOf(key);
    if (newest === undefined) throw new Error(`the core has no case of ${key}`);
    if (newest.state === 'MQ') return;
    await control.advance(newest.ywlsh);
  }
  throw new Error(`the case of ${key} did not come to the signing`);
}

export interface Waiting {
  readonly person: TestPerson;
  readonly phone: Phone;
  readonly caseId: string;
}

/** A person whose pre-application waits for the signing. */
export async function waitingForSigning(bffUrl: string, control: Control, key: string): Promise<Waiting> {
  const person = await control.person(key);
  const phone = await verifiedOnH5(bffUrl, control, person);
  const caseId = await preApply(phone, control, person);
  await untilCase(phone, caseId, (it) => !it.awaitingCore);
  await clerksUntilSigning(control, key);
  await untilCase(phone, caseId, (it) => it.stage === 'signing');
  return { person, phone, caseId };
}

/** Somewhere there is a single window: its half hours have one place each. */
export async function lastPlace(phone: Phone): Promise<{ readonly slot: Slot; readonly place: string }> {
  for (const { servicePointId, name } of (await phone.ask(endpoints.listServicePoints)).items) {
    const slot = (await phone.ask(endpoints.listSlots, { params: { servicePointId } })).items.find((one) => one.left === 1);
    if (slot !== undefined) return { slot, place: name };
  }
  throw new Error('no half hour has one place');
}
