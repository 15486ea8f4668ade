import { cellsOf, STATES, UNKNOWN } from './page-states.ts';
import type { PageKey } from './page-states.ts';
import { overflowing, StateRoom, TIGHT } from './cells.ts';
import type { Look } from './cells.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { graveFaults, tooSmall } from './usable.ts';

jest.setTimeout(120_000);

const BAD_WORDS = /undefined|null|NaN|\[object|Infinity|Invalid Date/;
/** A figure of nothing where nothing is known. */
const ZERO = /(^|[^\d,.])0\.00(?!\d)/;
/** The least side in px of what a finger must hit. */
const LEAST = { light: 44, elder: 60 } as const;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

describe.each(STATES)('in the state %s', (state) => {
  let room: StateRoom;
  beforeAll(async () => {
    room = await StateRoom.open(stage, state);
  });
  afterAll(async () => {
    await room?.close();
  });

  /** Shows a page and reads it; with its value on it, everyone must be able to use it. */
  async function read(page: PageKey, look: Look, words: string | RegExp): Promise<string> {
    await room.show(page, look, words);
    if (state === 'value') {
      await room.settled(false);
      await expect(graveFaults(room.page)).resolves.toEqual([]);
      await expect(tooSmall(room.page, LEAST[look.theme])).resolves.toEqual([]);
    }
    return room.words();
  }

  it.each(cellsOf(state).map(({ page, words }) => [page, words] as const))('the page %s says %s', async (page, words) => {
    const light = await read(page, { theme: 'light', width: 390, height: 844 }, words);
    const elder = await read(page, TIGHT, words);
    for (const text of [light, elder]) {
      expect(text).not.toMatch(BAD_WORDS);
      if (UNKNOWN.includes(state)) expect(text).not.toMatch(ZERO);
    }
    await expect(overflowing(room.page)).resolves.toEqual([]);
    expect(room.errors).toEqual([]);
  });
});
