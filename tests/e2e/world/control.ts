/** The test's hand on the stand-ins: their control routes, typed. Never a way into the product. */

export interface TestPerson {
  readonly key: string;
  readonly name: string;
  readonly sentence: string;
  readonly idType: 'resident-id' | 'hmt-residence-permit' | 'foreign-permanent-resident-id' | 'passport';
  readonly idNumber: string;
  readonly mobile: string;
  readonly counterCode?: string;
  readonly contractNumber?: string;
  /** The number of a class I card of theirs that the core does not know yet. */
  readonly spareCard: string;
}
export interface Payment {
  readonly paymentNo: string;
  readonly ywlsh: string;
  readonly key: string;
  /** fen */
  readonly amount: number;
  readonly cardTail: string;
  readonly state: string;
}
/** What was taken from a card to repay a loan. */
export interface Collection {
  readonly collectionNo: string;
  readonly ywlsh: string;
  readonly key: string;
  readonly loan: string;
  /** fen, as all amounts here */
  readonly principal: number;
  readonly interest: number;
  readonly amount: number;
  readonly cardTail: string;
}
export interface CoreBooking {
  readonly bookingNo: string;
  readonly slot: string;
  readonly point: string;
  readonly key: string;
  /** A signing's case. */
  readonly ywlsh: string | null;
  /** A counter withdrawal's route. */
  readonly ywlx: string | null;
  readonly state: 'valid' | 'cancelled';
}
export interface CoreCase {
  readonly ywlsh: string;
  readonly state: string;
  readonly ywlx: string;
  readonly amount: number;
  readonly gfhtbh: string | null;
  readonly gfdz: string | null;
  readonly grzh: string | null;
  /** Key of the person who borrows too. */
  readonly coBorrower: string | null;
}
export interface Journal {
  readonly payments: readonly Payment[];
  readonly collections: readonly Collection[];
  readonly bookings: readonly CoreBooking[];
  readonly balanced: boolean;
}
export interface CoreFault {
  readonly on: string;
  readonly kind: 'delay' | 'status' | 'drop-before' | 'drop-after' | 'malformed' | 'down' | 'bad-sign';
  readonly ms?: number;
  readonly status?: number;
  readonly times?: number;
}

async function speak<T>(method: string, url: string, body?: unknown): Promise<T> {
  const response = await fetch(url, { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return (text === '' ? {} : JSON.parse(text)) as T;
}

export class Control {
  readonly urls: { readonly coreControl: string; readonly wechat: string; readonly identity: string; readonly sms: string };

  constructor(urls: Control['urls']) {
    this.urls = urls;
  }

  async people(): Promise<readonly TestPerson[]> {
    const reply = await speak<readonly TestPerson[] | { items?: readonly TestPerson[]; people?: readonly TestPerson[] }>('GET', `${this.urls.coreControl}/people`);
    return (Array.isArray(reply) ? reply : ((reply as { people?: readonly TestPerson[] }).people ?? (reply as { items?: readonly TestPerson[] }).items)) as readonly TestPerson[];
  }

  async person(key: string): Promise<TestPerson> {
    const found = (await this.people()).find((person) => person.key === key);
    if (!found) throw new Error(`there is no person ${key}`);
    return found;
  }

  /** The last four figures of the cards in the person's own purse. */
  async cardTails(key: string): Promise<readonly string[]> {
    const { facts } = await speak<{ facts: { cards: readonly { number: string }[] } }>('GET', `${this.urls.coreControl}/people/${key}`);
    return facts.cards.map((card) => card.number.slice(-4));
  }

  /** How a shared source (`BDC`, `FP` …) answers from now on, for everybody. */
  async sourceIs(source: string, state: 'answers' | 'silent' | 'differs'): Promise<void> {
    await speak('POST', `${this.urls.coreControl}/sources`, { source, state });
  }

  /** The full card numbers that the core holds of a person. */
  async cardNumbers(key: string): Promise<readonly string[]> {
    const { cards } = await speak<{ cards: readonly { number: string }[] }>('GET', `${this.urls.coreControl}/people/${key}`);
    return cards.map((card) => card.number);
  }

  journal(key: string): Promise<Journal> {
    return speak('GET', `${this.urls.coreControl}/journal?key=${key}`);
  }

  coreFault(fault: CoreFault): Promise<unknown> {
    return speak('POST', `${this.urls.coreControl}/faults`, fault);
  }

  clearCoreFaults(): Promise<unknown> {
    return speak('DELETE', `${this.urls.coreControl}/faults`);
  }

  eventsFault(kind: 'duplicate' | 'reorder' | 'withhold', times?: number): Promise<unknown> {
    return speak('POST', `${this.urls.coreControl}/events-fault`, { kind, ...(times === undefined ? {} : { times }) });
  }

  releaseEvents(): Promise<unknown> {
    return speak('POST', `${this.urls.coreControl}/events/release`, {});
  }

  clerk(mode: 'manual' | 'auto', afterSeconds?: number): Promise<unknown> {
    return speak('POST', `${this.urls.coreControl}/clerk`, { mode, ...(afterSeconds === undefined ? {} : { afterSeconds }) });
  }

  coreCases(key: string): Promise<{ readonly items?: readonly { ywlsh: string; zt: string }[]; readonly cases?: readonly { ywlsh: string; zt: string }[] }> {
    return speak('GET', `${this.urls.coreControl}/cases?key=${key}`);
  }

  /** A person's cases at the core, newest first. */
  async casesOf(key: string): Promise<readonly CoreCase[]> {
    return (await speak<{ cases: readonly CoreCase[] }>('GET', `${this.urls.coreControl}/cases?key=${key}`)).cases;
  }

  advance(ywlsh: string): Promise<unknown> {
    return speak('POST', `${this.urls.coreControl}/cases/${ywlsh}/advance`, {});
  }

  /** Refuses a case, by the code of a clerk's own when none is given. */
  refuse(ywlsh: string, reason: string, code?: string): Promise<unknown> {
    return speak('POST', `${this.urls.coreControl}/cases/${ywlsh}/refuse`, { reason, ...(code === undefined ? {} : { code }) });
  }

  advanceCoreClock(days: number): Promise<unknown> {
    return speak('POST', `${this.urls.coreControl}/clock`, { advanceDays: days });
  }

  /** Moves the core's clock to nine in the morning of a day. */
  coreDay(day: string): Promise<unknown> {
    return speak('POST', `${this.urls.coreControl}/clock`, { set: `${day}T09:00:00+08:00` });
  }

  loginCode(key: string): Promise<{ readonly code: string; readonly openid: string }> {
    return speak('POST', `${this.urls.wechat}/control/login-codes`, { key });
  }

  phoneCode(key: string, mobile: string): Promise<{ readonly code: string }> {
    return speak('POST', `${this.urls.wechat}/control/phone-codes`, { key, mobile });
  }

  subscribe(openid: string, templateId: string, result: 'accept' | 'reject' = 'accept'): Promise<unknown> {
    return speak('POST', `${this.urls.wechat}/control/subscriptions`, { openid, templateId, result });
  }

  wechatFace(verifyId: string, outcome: string): Promise<unknown> {
    return speak('POST', `${this.urls.wechat}/control/face/${encodeURIComponent(verifyId)}`, { outcome });
  }

  async wechatMessages(key: string): Promise<readonly { readonly text?: string; readonly data?: unknown }[]> {
    return (await speak<{ items: readonly { text?: string; data?: unknown }[] }>('GET', `${this.urls.wechat}/control/messages?key=${key}`)).items;
  }

  h5Face(bizToken: string, outcome: string): Promise<unknown> {
    return speak('POST', `${this.urls.identity}/control/sessions/${encodeURIComponent(bizToken)}`, { outcome });
  }

  async sms(mobile: string): Promise<readonly { readonly templateId: string; readonly params: readonly string[]; readonly text: string }[]> {
    return (await speak<{ items: readonly { templateId: string; params: readonly string[]; text: string }[] }>('GET', `${this.urls.sms}/control/messages?mobile=${mobile}`)).items;
  }

  smsLimits(enabled: boolean): Promise<unknown> {
    return speak('POST', `${this.urls.sms}/control/limits`, { enabled });
  }
}
