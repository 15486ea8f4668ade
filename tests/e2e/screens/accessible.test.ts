import { source as axeSource } from 'axe-core';
import { PAGES, PAGE_KEYS } from './page-states.ts';
import { StateRoom } from './cells.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';

jest.setTimeout(120_000);

const SHOWN = PAGE_KEYS.filter((page) => PAGES[page].says.value !== null);

interface Found {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

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

/** What axe calls serious or critical: contrast, names, roles, order. */
async function graveFaults(): Promise<readonly string[]> {
  await room.page.evaluate(axeSource);
  const violations = await room.page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run(root: Element, options: object): Promise<{ violations: readonly Found[] }> } }).axe;
    return (await axe.run(document.body, { resultTypes: ['violations'] })).violations;
  });
  return violations.filter((it) => it.impact === 'serious' || it.impact === 'critical').flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split('\n')[1] ?? ''}`));
}

/** Everything a finger must hit, smaller than `least` px. Links within a sentence are not held to it. */
function tooSmall(least: number): Promise<readonly string[]> {
  return room.page.evaluate((px) => {
    const targets = [...document.querySelectorAll('[role="button"], [role="switch"], [role="radio"], [role="checkbox"], [role="tab"], input, .weui-tabbar__item')];
    return targets
      .filter((element) => element.getClientRects().length > 0 && !element.closest('.a-link--inline'))
      .map((element) => ({ element, box: (element.matches('input') ? (element.closest('.a-input') ?? element) : element).getBoundingClientRect() }))
      .filter(({ box }) => box.width < px - 0.5 || box.height < px - 0.5)
      .map(({ element, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.className} ${(element.textContent ?? '').slice(0, 20)}`);
  }, least);
}

describe.each([['light', 44], ['elder', 60]] as const)('in the %s version', (theme, least) => {
  it.each(SHOWN)('the page %s can be used by everyone', async (page) => {
    await room.show(page, { theme, width: 390, height: 844 }, PAGES[page].says.value ?? /\S/);
    await room.settled(false);
    await expect(graveFaults()).resolves.toEqual([]);
    await expect(tooSmall(least)).resolves.toEqual([]);
  });
});
