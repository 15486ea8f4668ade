import type { CaseStarted, IdentityReply } from '@anju/shared/contract';
import { aboutOf, markSeen } from '../api/seen.ts';
import type { SeenFor } from '../api/seen.ts';
import { useCasePress } from './use-seen-press.ts';
import type { CasePress } from './use-seen-press.ts';

/** Hooks enough to run one page: its state, its effects, and what Taro tells it. */
interface MockPage {
  slots: { value: unknown }[];
  at: number;
  changed: boolean;
  effects: (() => void)[];
  ends: (() => void)[];
  shows: (() => void)[];
  hides: (() => void)[];
}
const mockRuns: { page: MockPage } = { page: newPage() };
function newPage(): MockPage {
  return { slots: [], at: 0, changed: false, effects: [], ends: [], shows: [], hides: [] };
}
function mockSlot(make: () => unknown): { value: unknown } {
  const { page } = mockRuns;
  const slot = (page.slots[page.at] ??= { value: make() });
  page.at += 1;
  return slot;
}
jest.mock('react', () => ({
  useState: (first: unknown) => {
    const { page } = mockRuns;
    const slot = mockSlot(() => (typeof first === 'function' ? (first as () => unknown)() : first));
    const put = (next: unknown): void => {
      slot.value = next;
      page.changed = true;
    };
    return [slot.value, put];
  },
  useRef: (first: unknown) => mockSlot(() => ({ current: first })).value,
  useCallback: (work: unknown) => mockSlot(() => work).value,
  useMemo: (make: () => unknown) => mockSlot(make).value,
  useEffect: (work: () => (() => void) | undefined, needs?: readonly unknown[]) => {
    const { page } = mockRuns;
    const slot = mockSlot(() => false);
    if (needs !== undefined && slot.value === true) return;
    slot.value = true;
    page.effects.push(() => {
      const end = work();
      if (end !== undefined) page.ends.push(end);
    });
  },
}));
jest.mock('@tarojs/taro', () => ({ useDidShow: (work: () => void) => mockRuns.page.shows.push(work), useDidHide: (work: () => void) => mockRuns.page.hides.push(work) }));
const mockKept = new Map<string, string>();
const mockDevice = { get: (key: string) => mockKept.get(key) ?? null, set: (key: string, value: string) => void mockKept.set(key, value), remove: (key: string) => void mockKept.delete(key), keys: () => [...mockKept.keys()] };
const NOON = Date.parse('2026-11-21T04:00:00Z');
jest.mock('../api/api.ts', () => ({ get device() { return mockDevice; }, keeper: { personKey: 'p' }, now: () => Date.parse('2026-11-21T04:00:00Z') }));
jest.mock('../platform/random.ts', () => ({ randomHex: () => `k${mockKept.size}` }));
jest.mock('../platform/subscribe.ts', () => ({ askToSubscribe: () => Promise.resolve({}) }));
const mockNet = { online: true, asked: null as boolean | null };
jest.mock('../platform/visibility.ts', () => ({ isOnline: () => mockNet.online, askOnline: () => Promise.resolve(mockNet.asked ?? mockNet.online) }));
const mockWent: string[] = [];
jest.mock('./navigation.ts', () => ({ go: (url: string) => mockWent.push(url), goReplace: (url: string) => mockWent.push(`instead: ${url}`) }));

const CONFIRM = '/features/withdrawal/pages/confirm/index?route=rent';
const FACE = /pages\/face\/index\?next=.+purpose=withdrawal/;
const REPLY: CaseStarted = { caseId: 'c1', number: 'T1', state: 'submitted' };
const seenUntil = (ms: number): IdentityReply => ({ level: 'face', stepUp: 'face', tasks: [], faceUntil: new Date(NOON + ms).toISOString() });
const NOT_SEEN: IdentityReply = { level: 'verified', stepUp: 'face', tasks: [] };

const world = { body: {} as unknown, identity: NOT_SEEN, sent: [] as string[], answer: (): Promise<CaseStarted> => Promise.resolve(REPLY), done: 0 };
let way: CasePress<string>;
/** By another name: here it is drawn by hand. */
const drawn = useCasePress<string>;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** Draws the page until nothing changes any more. */
async function settle(page: MockPage): Promise<void> {
  do {
    Object.assign(page, { at: 0, changed: false, effects: [], shows: [], hides: [] });
    mockRuns.page = page;
    way = drawn({
      here: CONFIRM, wish: 'case:rent', about: '租房提取 5,000.00 元', body: world.body, identity: world.identity,
      endOf: (error) => (error instanceof Error && error.message === 'step-up' ? { kind: 'be-seen' } : { kind: 'trouble', trouble: 'unsure' }),
      send: (key) => {
        world.sent.push(`${key} ${JSON.stringify(world.body)}`);
        return world.answer();
      },
      onDone: () => { world.done += 1; },
      opens: ({ caseId }) => `/result?caseId=${caseId}`,
    });
    page.effects.forEach((work) => work());
    await turn();
  } while (page.changed);
}
async function open(): Promise<MockPage> {
  const page = newPage();
  await settle(page);
  return page;
}
async function press(page: MockPage): Promise<void> {
  await way.press();
  await settle(page);
}
async function comeBack(page: MockPage, purpose: SeenFor | null = 'withdrawal'): Promise<void> {
  if (purpose !== null) markSeen(mockDevice, CONFIRM, purpose);
  page.shows.forEach((work) => work());
  await settle(page);
}

beforeEach(() => {
  mockKept.clear();
  mockWent.length = 0;
  Object.assign(mockNet, { online: true, asked: null });
  Object.assign(world, { body: { amountFen: 500_000, bankCardId: 'c1' }, identity: NOT_SEEN, sent: [], answer: () => Promise.resolve(REPLY), done: 0 });
});

describe('a press that needs the person to be seen', () => {
  it('in WeChat goes on once on the page that is shown again', async () => {
    const page = await open();
    await press(page);
    expect([world.sent, mockWent[0]]).toEqual([[], expect.stringMatching(FACE)]);
    // What it is for waits on the device and is in no address.
    expect([aboutOf(mockDevice, CONFIRM, 'withdrawal', NOON), mockWent[0]?.includes('5%2C000')]).toEqual(['租房提取 5,000.00 元', false]);
    await comeBack(page);
    await comeBack(page);
    expect([world.sent.length, world.done, mockWent[1], mockWent.length]).toEqual([1, 1, 'instead: /result?caseId=c1', 2]);
    // Nor is it left there when it is done.
    expect(mockKept.has('wish:seen-about')).toBe(false);
  });
  it('on H5 goes on once on the page that opens anew, whatever the clock of the phone says', async () => {
    await press(await open());
    markSeen(mockDevice, CONFIRM, 'withdrawal');
    world.identity = seenUntil(-3_600_000);
    await open();
    expect(world.sent).toHaveLength(1);
    await open();
    expect(world.sent).toHaveLength(1);
  });
  it('waits while the page comes together', async () => {
    await press(await open());
    markSeen(mockDevice, CONFIRM, 'withdrawal');
    const { body } = world;
    world.body = null;
    const page = await open();
    expect(world.sent).toEqual([]);
    world.body = body;
    await settle(page);
    expect(world.sent).toHaveLength(1);
  });
  it('is not sent over another amount, is told, and does not go out when the old amount stands there again', async () => {
    const page = await open();
    await press(page);
    const { body } = world;
    world.body = { amountFen: 400_000, bankCardId: 'c1' };
    await comeBack(page);
    expect([world.sent, way.changed, way.waiting]).toEqual([[], true, false]);
    world.body = body;
    await settle(page);
    await comeBack(page);
    expect(world.sent).toEqual([]);
  });
  it('is not sent by who gave up, or was seen to add a card', async () => {
    const page = await open();
    await press(page);
    await comeBack(page, null);
    await comeBack(page, 'bank-card');
    expect([world.sent, way.waiting]).toEqual([[], true]);
  });
  it('is sent at once by who was seen lately; where the service says otherwise, a new check is asked for and it goes on after that', async () => {
    world.identity = seenUntil(120_000);
    world.answer = () => Promise.reject(new Error('step-up'));
    const page = await open();
    await press(page);
    expect([world.sent.length, mockWent]).toEqual([1, [expect.stringMatching(/pages\/face.+anew=yes/)]]);
    world.answer = () => Promise.resolve(REPLY);
    await comeBack(page);
    expect([world.sent.length, world.sent[0] === world.sent[1], world.done]).toEqual([2, true, 1]);
  });
  it('without a network is told at once, leads nowhere, is not kept, and is sent by the next press only', async () => {
    const page = await open();
    mockNet.online = false;
    await press(page);
    expect([world.sent, mockWent, way.unsent, way.waiting]).toEqual([[], [], true, false]);
    mockNet.online = true;
    await comeBack(page);
    expect(world.sent).toEqual([]);
    world.identity = seenUntil(120_000);
    await press(page);
    expect([world.sent.length, way.unsent]).toEqual([1, false]);
  });
  it('is sent when the phone, asked anew, has its network again', async () => {
    world.identity = seenUntil(120_000);
    const page = await open();
    Object.assign(mockNet, { online: false, asked: true });
    await press(page);
    expect([world.sent.length, way.unsent]).toEqual([1, false]);
  });
  it('has the same key when it is pressed again without an answer', async () => {
    world.identity = seenUntil(120_000);
    world.answer = () => Promise.reject(new Error('timeout'));
    const page = await open();
    await press(page);
    expect(way.trouble).toBe('unsure');
    await press(page);
    expect([world.sent.length, new Set(world.sent).size]).toEqual([2, 1]);
  });
});

describe('a person who has left while it was sent', () => {
  async function sending(): Promise<{ readonly page: MockPage; answer(): Promise<void> }> {
    world.identity = seenUntil(120_000);
    let give: (reply: CaseStarted) => void = () => undefined;
    world.answer = () => new Promise((resolve) => { give = resolve; });
    const page = await open();
    const pressed = way.press();
    await turn();
    return { page, answer: async () => { give(REPLY); await pressed; } };
  }
  it('is not pulled to another page, and it is done all the same', async () => {
    const { page, answer } = await sending();
    page.ends.forEach((end) => end());
    await answer();
    expect([world.done, mockWent]).toEqual([1, []]);
  });
  it('sees what became of it when the page is shown again', async () => {
    const { page, answer } = await sending();
    page.hides.forEach((work) => work());
    await answer();
    expect(mockWent).toEqual([]);
    page.shows.forEach((work) => work());
    expect(mockWent).toEqual(['instead: /result?caseId=c1']);
  });
});
