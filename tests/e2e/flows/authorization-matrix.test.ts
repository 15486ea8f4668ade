import { endpoints } from '@anju/shared/contract';
import type { EndpointName } from '@anju/shared/contract';
import { CONSENT_VERSION, proveName, showFace, signInWeapp, submitPrefilled, untilCase } from '../world/journeys.ts';
import type { TestPerson } from '../world/control.ts';
import { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';
import { VOUCHER } from '../../stack/voucher.ts';

jest.setTimeout(180_000);

/** How one endpoint is called in the matrix; ids are the owner's own. */
interface Row {
  readonly params?: (ids: Ids) => Record<string, string>;
  readonly body?: (ids: Ids) => unknown;
  readonly form?: () => FormData;
  /** Its path or body can name something that belongs to a person: a stranger must meet the same answer as for an id that does not exist. */
  readonly owned?: true;
}
interface Ids {
  readonly accountId: string;
  readonly bankCardId: string;
  readonly caseId: string;
  readonly fileId: string;
  readonly sessionId: string;
  readonly verificationId: string;
  readonly noticeId: string;
  readonly loanId: string;
  readonly receiptId: string;
}

function voucher(): FormData {
  const form = new FormData();
  form.set('file', new Blob([VOUCHER], { type: 'application/pdf' }), 'voucher.pdf');
  return form;
}

/** One row an endpoint; an endpoint without a row does not compile, and fails the first test. */
const rows = {
  signInWithWechat: { body: () => ({ code: 'no-such-code' }) },
  requestSmsCode: { body: () => ({ mobile: '13900000001' }) },
  signInWithSms: { body: () => ({ mobile: '13900000001', code: '000000' }) },
  listDevices: {},
  signOut: {},
  endSession: { params: (ids) => ({ sessionId: ids.sessionId }), owned: true },
  showIdentity: {},
  bindPhone: { body: () => ({ code: 'no-such-code' }) },
  verifyRealName: { body: () => ({ name: '张三丰', idType: 'resident-id', idNumber: '11010519491231002X', consentVersion: CONSENT_VERSION }) },
  startFace: { body: () => ({ purpose: 'withdrawal' }) },
  readFaceResult: { params: (ids) => ({ verificationId: ids.verificationId }), owned: true },
  useCounterCode: { body: () => ({ code: '00000000' }) },
  unbind: {},
  home: {},
  listAccounts: {},
  listEntries: { params: (ids) => ({ accountId: ids.accountId }), owned: true },
  showGaps: { params: (ids) => ({ accountId: ids.accountId }), owned: true },
  showStatement: { params: (ids) => ({ accountId: ids.accountId, fundYear: '2025' }), owned: true },
  listRoutes: {},
  showForm: { params: () => ({ route: 'repay-fund-loan' }) },
  showDraft: { params: () => ({ route: 'rent' }) },
  saveDraft: { params: () => ({ route: 'rent' }), body: () => ({ at: 'monthlyRent' }) },
  dropDraft: { params: () => ({ route: 'rent' }) },
  submitWithdrawal: { body: (ids) => ({ route: 'purchase', amountFen: 100, bankCardId: ids.bankCardId, answers: { contractNumber: 'X-1', homeCity: 'xiamen' }, fileIds: [ids.fileId] }) },
  listBankCards: {},
  // No card of any bank: nothing is registered.
  addBankCard: { body: () => ({ number: '6217001930000000000' }) },
  removeBankCard: { params: () => ({ bankCardId: 'no-such-card' }) },
  uploadFile: { form: voucher },
  showFile: { params: (ids) => ({ fileId: ids.fileId }), owned: true },
  listCases: {},
  showCase: { params: (ids) => ({ caseId: ids.caseId }), owned: true },
  cancelCase: { params: (ids) => ({ caseId: ids.caseId }), owned: true },
  resubmitCase: { params: (ids) => ({ caseId: ids.caseId }), body: () => ({}), owned: true },
  showReceipt: { params: (ids) => ({ caseId: ids.caseId }), owned: true },
  downloadReceipt: { params: (ids) => ({ receiptId: ids.receiptId }), owned: true },
  shareReceipt: { params: (ids) => ({ receiptId: ids.receiptId }), owned: true },
  listShares: { params: (ids) => ({ receiptId: ids.receiptId }), owned: true },
  withdrawShare: { params: (ids) => ({ receiptId: ids.receiptId, shareId: '0000000000000000' }), owned: true },
  verifyReceipt: { params: () => ({ code: 'no-such-code' }) },
  estimateLoan: {
    body: () => ({
      centre: 'xiamen',
      household: {},
      applicants: [{ balanceFen: 8_000_000, monthlyContributionFen: 240_000, contributionMonths: 60, birthDate: '1990-01-01', sex: 'male' }],
      house: { priceFen: 200_000_000, order: 'first', kind: 'new' },
    }),
  },
  scheduleLoan: { body: () => ({ principalFen: 100_000_000, annualRateMillionths: 26_000, months: 360, method: 'equal-instalment' }) },
  prequalify: { body: () => ({ household: {}, house: { priceFen: 200_000_000, order: 'first', kind: 'new' } }) },
  checkHouse: { body: () => ({ contractNumber: 'XM2026-NONE' }) },
  preApply: {
    body: () => ({
      amountFen: 50_000_000,
      termMonths: 240,
      method: 'equal-instalment',
      house: { priceFen: 200_000_000, order: 'first', kind: 'new', contractNumber: 'XM2026-NONE' },
      household: {},
      withPartner: false,
    }),
  },
  showPreApplication: { params: (ids) => ({ preApplicationId: ids.caseId }), owned: true },
  listLoans: {},
  showLoanPlan: { params: (ids) => ({ loanId: ids.loanId }), owned: true },
  quotePrepayment: { params: (ids) => ({ loanId: ids.loanId }), body: () => ({}), owned: true },
  // No card of anybody: nothing is paid.
  prepay: { params: (ids) => ({ loanId: ids.loanId }), body: () => ({ keep: 'whole', bankCardId: 'no-such-card' }), owned: true },
  listStandingOrders: {},
  // The offset takes no card: nothing is signed.
  signStandingOrder: { body: () => ({ kind: 'offset', bankCardId: 'no-such-card' }) },
  changeStandingOrder: { params: () => ({ orderId: 'no-such-order' }), body: () => ({ action: 'pause' }) },
  patchStandingOrder: { params: () => ({ orderId: 'no-such-order' }), body: () => ({ action: 'pause' }) },
  endStandingOrder: { params: () => ({ orderId: 'no-such-order' }) },
  showHousehold: {},
  inviteSpouse: {},
  showInvitation: { params: () => ({ code: '000000' }) },
  acceptInvitation: { params: () => ({ code: '000000' }) },
  leaveHousehold: {},
  listCentres: {},
  showPolicy: { params: () => ({ centre: 'xiamen' }) },
  listServicePoints: {},
  listSlots: { params: () => ({ servicePointId: 'no-such-place' }) },
  listBookings: {},
  book: { body: (ids) => ({ slotId: 'no-such-slot', purpose: 'loan-signing', caseId: ids.caseId }), owned: true },
  cancelBooking: { params: () => ({ bookingId: 'no-such-booking' }) },
  listNotices: {},
  markRead: { body: (ids) => ({ noticeIds: [ids.noticeId] }) },
  listTemplates: {},
  recordSubscriptions: { body: () => ({ results: {} }) },
  listCatalogue: {},
  showCatalogueItem: { params: () => ({ item: 'no-such-item' }) },
  receiveCoreEvents: { body: () => ({ SJ: [] }) },
} satisfies Record<EndpointName, Row>;

const names = Object.keys(endpoints) as EndpointName[];

describe('the authorization matrix', () => {
  let world: World;
  let owner: TestPerson;
  let ids: Ids;
  let stranger: Phone;

  const fresh = async (person: Pick<TestPerson, 'key' | 'mobile'>): Promise<Phone> => (await signInWeapp(world.bffUrl, world.control, person)).phone;
  const row = (name: EndpointName): Row => rows[name];
  async function attempt(phone: Phone, name: EndpointName, token?: string | null) {
    const { params, body, form } = row(name);
    return phone.call(endpoints[name] as never, {
      ...(params ? { params: params(ids) as never } : {}),
      ...(body ? { body: body(ids) as never } : {}),
      ...(form ? { form: form() } : {}),
      ...(token === undefined ? {} : { token }),
    }) as Promise<{ status: number; body: { code?: string } }>;
  }

  beforeAll(async () => {
    world = await openWorld();
    const { control } = world;
    owner = await control.person('loan-in-order');
    const phone = await fresh(owner);
    await proveName(phone, owner);
    await showFace(phone, control);
    const accounts = await phone.ask(endpoints.listAccounts);
    const { caseId, form } = await submitPrefilled(phone, 'repay-fund-loan', 'matrix');
    const file = await phone.ask(endpoints.uploadFile, { form: voucher() });
    const devices = await phone.ask(endpoints.listDevices);
    const face = await phone.ask(endpoints.startFace, { body: { purpose: 'withdrawal' } });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const notices = await phone.ask(endpoints.listNotices);
    const { loans } = await phone.ask(endpoints.listLoans);
    await untilCase(phone, caseId, (it) => it.stage === 'paid');
    const { receiptId } = await phone.ask(endpoints.showReceipt, { params: { caseId } });
    ids = {
      accountId: accounts.accounts.state === 'unknown' ? '' : (accounts.accounts.value[0]?.accountId ?? ''),
      bankCardId: form.card?.bankCardId ?? '',
      caseId,
      fileId: file.fileId,
      sessionId: devices.items[0]?.sessionId ?? '',
      verificationId: face.verificationId,
      noticeId: notices.items[0]?.noticeId ?? '',
      loanId: loans.state === 'unknown' ? '' : (loans.value[0]?.loanId ?? ''),
      receiptId,
    };
    expect(Object.values(ids).filter((id) => id === '')).toEqual([]);
    const other = await control.person('renter');
    stranger = await fresh(other);
    await proveName(stranger, other);
    await showFace(stranger, control);
  });
  afterAll(async () => {
    await world?.close();
  });

  it('has a row for every endpoint and no other', () => {
    expect(Object.keys(rows).sort()).toEqual([...names].sort());
  });

  it.each(names)('%s without a token', async (name) => {
    const answer = await attempt(new Phone(world.bffUrl), name, null);
    const { audience } = endpoints[name];
    if (audience === 'guest') expect([401, 403]).not.toContain(name.startsWith('signIn') ? 400 : answer.status);
    else expect([answer.status, answer.body.code]).toEqual([401, audience === 'core' ? 'callback.signature' : 'session.missing']);
  });

  it.each(names.filter((name) => !['guest', 'core'].includes(endpoints[name].audience)))('%s with a token that has ended', async (name) => {
    const phone = await fresh({ key: `ended-${name}`, mobile: '13900000002' });
    const { token } = phone;
    await phone.ask(endpoints.signOut);
    for (const dead of [token ?? '', 'x'.repeat(43)]) {
      const answer = await attempt(phone, name, dead);
      expect([answer.status, answer.body.code]).toEqual([401, 'session.expired']);
    }
  });

  it.each(names.filter((name) => endpoints[name].audience !== 'core'))('%s as a guest', async (name) => {
    const answer = await attempt(await fresh({ key: `guest-${name}`, mobile: '13900000003' }), name);
    const needsName = ['verified', 'face'].includes(endpoints[name].audience);
    if (needsName) expect([answer.status, answer.body.code]).toEqual([403, 'identity.not-verified']);
    else expect(answer.body.code ?? '').not.toMatch(/^session\.(missing|expired)$|^identity\.(not-verified|step-up-needed)$/);
  });

  it.each(names.filter((name) => endpoints[name].audience !== 'core' && name !== 'unbind'))('%s as a verified person', async (name) => {
    const answer = await attempt(await fresh(owner), name);
    if (endpoints[name].audience === 'face') expect([answer.status, answer.body.code]).toEqual([403, 'identity.step-up-needed']);
    else expect([401, 403]).not.toContain(name.startsWith('signIn') ? 400 : answer.status);
  });

  it.each(names.filter((name) => endpoints[name].audience === 'face'))('%s as a person just seen', async (name) => {
    const phone = await fresh(owner);
    await showFace(phone, world.control);
    const answer = await attempt(phone, name);
    expect([401, 403]).not.toContain(answer.status);
  });

  it.each(names.filter((name) => (row(name).owned ?? false)))("%s as another person meets another person's id as not existing", async (name) => {
    const own = await attempt(stranger, name);
    const mine = ids;
    ids = Object.fromEntries(Object.entries(mine as unknown as Record<string, string>).map(([key, id]) => [key, id.replace(/[0-9a-f]/g, (digit: string) => (digit === '0' ? '1' : '0'))])) as unknown as Ids;
    const missing = await attempt(stranger, name);
    ids = mine;
    expect(own.status).toBe(404);
    expect({ ...own.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' });
  });

  it("another person's card and file write nothing", async () => {
    const answer = await attempt(stranger, 'submitWithdrawal');
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect((await stranger.ask(endpoints.listCases)).items).toEqual([]);
  });

  it("another person's notices stay unread", async () => {
    const phone = await fresh(owner);
    const before = (await phone.ask(endpoints.listNotices)).unread;
    await stranger.ask(endpoints.markRead, { body: { noticeIds: [ids.noticeId] } });
    expect((await phone.ask(endpoints.listNotices)).unread).toBe(before);
  });
});
