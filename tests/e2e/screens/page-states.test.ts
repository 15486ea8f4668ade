import { cellsOf, STATES, UNKNOWN } from './page-states.ts';
import { overflowing, StateRoom, TIGHT } from './cells.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';

jest.setTimeout(120_000);

const BAD_WORDS = /undefined|null|NaN|\[object|Infinity|Invalid Date/;
/** A figure of nothing where nothing is known. */
const ZERO = /(^|[^\d,.])0\.00(?!\d)/;

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

  it.each(cellsOf(state).map(({ page, words }) => [page, words] as const))('the page %s says %s', async (page, words) => {
    await room.show(page, { theme: 'light', width: 390, height: 844 }, words);
    const light = await room.words();
    await room.show(page, TIGHT, words);
    const elder = await room.words();
    for (const text of [light, elder]) {
      expect(text).not.toMatch(BAD_WORDS);
      if (UNKNOWN.includes(state)) expect(text).not.toMatch(ZERO);
    }
    await expect(overflowing(room.page)).resolves.toEqual([]);
    expect(room.errors).toEqual([]);
  });
});
