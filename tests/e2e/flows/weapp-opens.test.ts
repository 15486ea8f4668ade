import { root } from '../../stack/process.ts';
import { WeappApp } from '../drivers/weapp/weapp-app.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(60_000);

describe('the compiled weapp bundle', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(async () => {
    await world?.close();
  });

  it('opens on the home page for a guest, who is met by no wall', async () => {
    const app = new WeappApp({ folder: `${root}miniapp/dist/weapp`, control: world.control, apiUrl: world.bffUrl });
    await app.open();
    await app.sees('贷款测算');
    await app.close();
  });
});
