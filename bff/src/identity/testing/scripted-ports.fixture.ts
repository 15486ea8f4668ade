import { Audit } from '../../audit/index.ts';
import type { AuditFact } from '../../audit/index.ts';
import { CoreFund } from '../../core-fund/index.ts';
import type { CoreOutcome, CoreRead } from '../../core-fund/index.ts';
import { IdentityCheck } from '../../identity-check/index.ts';
import type { H5FaceResult, H5FaceStart, MatchOutcome } from '../../identity-check/index.ts';
import { SmsGateway } from '../../sms/index.ts';
import type { SmsMessage, SmsOutcome } from '../../sms/index.ts';
import { Wechat } from '../../wechat/index.ts';
import type { CodeOutcome, FaceResultOutcome, FaceStartOutcome, FaceSubject, PhoneOutcome, SubscribeOutcome } from '../../wechat/index.ts';

/** Each port answers what the test says, and keeps what it was asked. */
export class ScriptedWechat extends Wechat {
  session: CodeOutcome = { kind: 'ok', value: { openId: 'open-1' } };
  phone: PhoneOutcome = { kind: 'ok', value: { mobile: '13800000001', countryCode: '86' } };
  start: FaceStartOutcome = { kind: 'ok', value: { verifyId: 'verify-1', expiresInSeconds: 3600 } };
  result: FaceResultOutcome = { kind: 'ok', verdict: 'passed' };
  readonly subjects: FaceSubject[] = [];

  async codeToSession(): Promise<CodeOutcome> {
    return this.session;
  }
  async phoneNumber(): Promise<PhoneOutcome> {
    return this.phone;
  }
  async startFace(subject: FaceSubject): Promise<FaceStartOutcome> {
    this.subjects.push(subject);
    return this.start;
  }
  async faceResult(_verifyId: string, subject: FaceSubject): Promise<FaceResultOutcome> {
    this.subjects.push(subject);
    return this.result;
  }
  async sendSubscribeMessage(): Promise<SubscribeOutcome> {
    return { kind: 'ok', messageId: null };
  }
}

export class ScriptedSms extends SmsGateway {
  outcome: SmsOutcome = { kind: 'sent', serialNo: '1' };
  readonly sent: SmsMessage[] = [];

  async send(message: SmsMessage): Promise<SmsOutcome> {
    this.sent.push(message);
    return this.outcome;
  }
  lastCode(): string {
    return this.sent.at(-1)?.params[0] ?? '';
  }
}

export class ScriptedIdentityCheck extends IdentityCheck {
  two: MatchOutcome = { kind: 'matched' };
  three: MatchOutcome = { kind: 'matched' };
  start: H5FaceStart = { kind: 'ok', value: { bizToken: 'biz-1', url: 'https://face.example/1', expiresInSeconds: 7200 } };
  result: H5FaceResult = { kind: 'ok', verdict: 'passed' };
  readonly threeAsked: { name: string; idNumber: string; mobile: string }[] = [];
  readonly returnUrls: string[] = [];

  async nameIdMatch(): Promise<MatchOutcome> {
    return this.two;
  }
  async nameIdMobileMatch(who: { name: string; idNumber: string; mobile: string }): Promise<MatchOutcome> {
    this.threeAsked.push(who);
    return this.three;
  }
  async startFace(_who: unknown, returnUrl: string): Promise<H5FaceStart> {
    this.returnUrls.push(returnUrl);
    return this.start;
  }
  async faceResult(): Promise<H5FaceResult> {
    return this.result;
  }
}

type Verified = Awaited<ReturnType<CoreFund['verifyPerson']>>;
type Asked = Parameters<CoreFund['verifyPerson']>[0];

export const KNOWN_AT_CORE: Verified = { kind: 'ok', asOf: '2026-11-21T01:30:15Z', value: { customerNo: 'KH0000000001', name: 'agrees', mobile: 'agrees' } };

export class ScriptedCore extends CoreFund {
  person: Verified = KNOWN_AT_CORE;
  counter: CoreOutcome<{ readonly validUntil: string }> = { kind: 'accepted', value: { validUntil: '2026-11-22T01:30:15Z' } };
  readonly asked: Asked[] = [];
  readonly counterRequests: string[] = [];

  async verifyPerson(who: Asked): Promise<Verified> {
    this.asked.push(who);
    return this.person;
  }
  async useCounterCode(requestNo: string): Promise<CoreOutcome<{ readonly validUntil: string }>> {
    this.counterRequests.push(requestNo);
    return this.counter;
  }
  overview = notAsked;
  consult = notAsked;
  addCard = notAsked;
  removeCard = notAsked;
  entries = notAsked;
  checkContract = notAsked;
  sendMaterial = notAsked;
  applyWithdrawal = notAsked;
  outcomeOf = notAsked;
  caseOf = notAsked;
  cancel = notAsked;
  checkMarriage = notAsked;
  loanPlan = notAsked;
  applyLoan = notAsked;
  prepayLoan = notAsked;
  servicePoints = notAsked;
  slots = notAsked;
  book = notAsked;
  cancelBooking = notAsked;
  bookings = notAsked;
  eventsAfter = notAsked;
  readPushedEvents(): undefined {
    return undefined;
  }
}

async function notAsked(): Promise<CoreRead<never> & CoreOutcome<never>> {
  throw new Error('this test does not ask the core for that');
}

export class RecordedAudit extends Audit {
  readonly facts: AuditFact[] = [];

  async record(fact: AuditFact): Promise<void> {
    this.facts.push(fact);
  }
}
