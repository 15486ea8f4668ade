import type { Page } from 'playwright-core';
import { StateRoom } from './cells.ts';
import { OWN_ORIGINS, SOURCES } from './known-sources.ts';
import type { SeenFigure } from './known-sources.ts';
import { PAGES } from './page-states.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';

jest.setTimeout(180_000);

const CORE = /^core@\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Every amount and rate that can be read in the page itself (the button at the foot repeats one), and where it says it comes from. */
function figuresOn(page: Page): Promise<readonly SeenFigure[]> {
  return page.evaluate(() => {
    const found: { text: string; from: string | null }[] = [];
    for (const element of document.querySelectorAll('.a-screen__main *')) {
      const own = element.classList.contains('a-amount') || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
      const text = (element.textContent ?? '').trim();
      if (!own || element.getClientRects().length === 0 || !/\d\.\d{2}(?!\d)|\d%/.test(text) || element.closest('.a-amount') !== (element.classList.contains('a-amount') ? element : null)) continue;
      found.push({ text, from: element.closest('[data-from]')?.getAttribute('data-from') ?? null });
    }
    return found;
  });
}

const resolves = (from: string | null): boolean => from !== null && (OWN_ORIGINS.includes(from) || CORE.test(from) || SOURCES.has(from));

describe("every figure of a person's loan and of what runs each month comes from somewhere", () => {
  let stage: Stage;
  let room: StateRoom;
  beforeAll(async () => {
    stage = await openStage();
    room = await StateRoom.open(stage, 'value');
  });
  afterAll(async () => {
    await room?.close();
    await stage?.close();
  });

  it.each([['prequalification', 8, true], ['preApplication', 3, false], ['myLoan', 20, true], ['prepayment', 6, true], ['prepayConfirm', 6, true], ['loanCase', 1, true], ['standingOrders', 1, true], ['standingSign', 1, true], ['keep', 5, true]] as const)('on the page %s', async (page, least, ofCore) => {
    await room.show(page, { theme: 'light', width: 390, height: 844 }, PAGES[page].says.value ?? /\S/);
    await room.settled(false);
    const seen = await figuresOn(room.page);
    expect(seen.filter(({ from }) => !resolves(from))).toEqual([]);
    expect(seen.length).toBeGreaterThanOrEqual(least);
    // What the core owns says so, with its moment.
    expect(seen.some(({ from }) => CORE.test(from ?? ''))).toBe(ofCore);
  });
});
