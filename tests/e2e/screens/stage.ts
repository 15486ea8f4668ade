import { endpoints } from '@anju/shared/contract';
import type { MaskedPerson, SessionLevel } from '@anju/shared/contract';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../drivers/h5-app.ts';
import { clerksUntilSigning, joinAsHousehold, preApply, proveName, showFace, signInH5, untilCase } from '../world/journeys.ts';
import type { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';
import { VOUCHER } from '../../stack/voucher.ts';

/** A session as the H5 keeps it on the device. */
export interface KeptSession {
  readonly token: string;
  readonly expiresAt: string;
  readonly level: SessionLevel;
  readonly person: MaskedPerson | null;
}

/** Whose phone a cell is shown on. */
export type Actor = 'guest' | 'borrower' | 'waiting' | 'paid' | 'buyer' | 'beginner' | 'unseen' | 'unbound' | 'gone' | 'sealed' | 'frozen' | 'other' | 'applicant' | 'spouse' | 'monthly';

const PEOPLE: Readonly<Record<Exclude<Actor, 'guest'>, string>> = {
  borrower: 'loan-in-order', waiting: 'buyer-elsewhere', paid: 'no-subscription', buyer: 'buyer-local', beginner: 'newcomer',
  unseen: 'renter', unbound: 'odd-history', gone: 'flexible-worker', sealed: 'sealed-outsider', frozen: 'frozen', other: 'two-accounts',
  applicant: 'home-buyer', spouse: 'home-buyer-spouse',
  monthly: 'bank-loan',
};

/** The numbers that stand in addresses. */
export interface Places {
  readonly account: Readonly<Record<string, string>>;
  readonly waitingCase: string;
  readonly paidCase: string;
  /** A code of that case's receipt, which a stranger has scanned. */
  readonly receiptCode: string;
  /** A pre-application of two that waits for its signing. */
  readonly loanCase: string;
  readonly loan: string;
  /** The bank loan's instalments that run by themselves. */
  readonly order: string;
  /** An invitation the buyer has sent. */
  readonly invitation: string;
}
export interface Stage {
  readonly world: World;
  readonly browser: Browser;
  readonly sessions: Readonly<Record<Actor, KeptSession | null>>;
  readonly places: Places;
  close(): Promise<void>;
}

const MONTH_MS = 30 * 86_400_000;

/** The session of a phone, as the H5 would have kept it. */
export async function keptSession(phone: Phone): Promise<KeptSession> {
  const identity = await phone.ask(endpoints.showIdentity);
  return { token: phone.token ?? '', expiresAt: new Date(Date.now() + MONTH_MS).toISOString(), level: identity.level, person: identity.person ?? null };
}

async function known(world: World, actor: Exclude<Actor, 'guest'>): Promise<Phone> {
  const person = await world.control.person(PEOPLE[actor]);
  const phone = await signInH5(world.bffUrl, world.control, person);
  if (actor !== 'unbound') await proveName(phone, person);
  return phone;
}

/** A purchase far away: a clerk has to look at it. */
async function casesOfWaiting(world: World, phone: Phone): Promise<string> {
  const person = await world.control.person(PEOPLE.waiting);
  await showFace(phone, world.control);
  const form = await phone.ask(endpoints.showForm, { params: { route: 'purchase' } });
  const data = new FormData();
  data.set('file', new Blob([VOUCHER], { type: 'application/pdf' }), 'voucher.pdf');
  const file = await phone.ask(endpoints.uploadFile, { form: data });
  const body = { route: 'purchase' as const, amountFen: 1_234_500, bankCardId: form.card?.bankCardId ?? '', answers: { contractNumber: person.contractNumber ?? '', homeCity: 'elsewhere' as const }, fileIds: [file.fileId] };
  return (await phone.ask(endpoints.submitWithdrawal, { body })).caseId;
}

async function casesOfPaid(world: World, phone: Phone): Promise<string> {
  await showFace(phone, world.control);
  const form = await phone.ask(endpoints.showForm, { params: { route: 'repay-fund-loan' } });
  return (await phone.ask(endpoints.submitWithdrawal, { body: { route: 'repay-fund-loan', amountFen: form.prefilledFen ?? 0, bankCardId: form.card?.bankCardId ?? '' } })).caseId;
}

/** Somebody was shown the receipt of the paid case. */
async function codeOf(phone: Phone, caseId: string): Promise<string> {
  await untilCase(phone, caseId, (it) => it.stage === 'paid');
  const { receiptId } = await phone.ask(endpoints.showReceipt, { params: { caseId } });
  return (await phone.ask(endpoints.shareReceipt, { params: { receiptId } })).code;
}

/** Two who apply together, up to the signing. */
async function casesOfApplicant(world: World, phone: Phone, spouse: Phone): Promise<string> {
  const person = await world.control.person(PEOPLE.applicant);
  await joinAsHousehold(phone, spouse);
  const caseId = await preApply(phone, world.control, person);
  await untilCase(phone, caseId, (it) => !it.awaitingCore);
  await clerksUntilSigning(world.control, person.key);
  await untilCase(phone, caseId, (it) => it.stage === 'signing');
  return caseId;
}

/** What runs by itself each month. */
async function orderOf(world: World, phone: Phone): Promise<string> {
  await showFace(phone, world.control);
  const { cards } = await phone.ask(endpoints.listStandingOrders);
  const bankCardId = cards.find((card) => card.usable)?.bankCardId ?? '';
  return (await phone.ask(endpoints.signStandingOrder, { body: { kind: 'repay-commercial-loan', bankCardId, day: 12 } })).orderId;
}

async function loanOf(phone: Phone): Promise<string> {
  const { loans } = await phone.ask(endpoints.listLoans);
  return loans.state === 'unknown' ? '' : (loans.value[0]?.loanId ?? '');
}

async function accountOf(phone: Phone): Promise<string> {
  const { accounts } = await phone.ask(endpoints.listAccounts);
  return accounts.state === 'unknown' ? '' : (accounts.value[0]?.accountId ?? '');
}

/** A whole stack with everybody signed in, and cases under way: what every cell is shown on. */
export async function openStage(): Promise<Stage> {
  const [world, browser] = await Promise.all([openWorld({ door: true }), openBrowser()]);
  const phones = new Map<Actor, Phone>();
  for (const actor of Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]) phones.set(actor, await known(world, actor));
  const phone = (actor: Actor): Phone => phones.get(actor) as Phone;
  const paidCase = await casesOfPaid(world, phone('paid'));
  const places: Places = {
    waitingCase: await casesOfWaiting(world, phone('waiting')),
    paidCase,
    receiptCode: await codeOf(phone('paid'), paidCase),
    loanCase: await casesOfApplicant(world, phone('applicant'), phone('spouse')),
    order: await orderOf(world, phone('monthly')),
    loan: await loanOf(phone('borrower')),
    invitation: (await phone('buyer').ask(endpoints.inviteSpouse)).code,
    account: Object.fromEntries(await Promise.all((['borrower', 'beginner', 'sealed', 'frozen', 'other'] as const).map(async (actor) => [actor, await accountOf(phone(actor))]))) as Record<string, string>,
  };
  const sessions = { guest: null } as Record<Actor, KeptSession | null>;
  for (const [actor, one] of phones) sessions[actor] = await keptSession(one);
  await phone('gone').ask(endpoints.signOut);
  return {
    world,
    browser,
    sessions,
    places,
    close: async () => {
      await browser.close();
      await world.close();
    },
  };
}
