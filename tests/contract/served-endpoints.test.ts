import { readFileSync } from 'node:fs';
import { API_BASE, endpoints } from '@anju/shared/contract';
import { root } from '../stack/process.ts';
import { openWorld } from '../e2e/world/world.ts';
import type { World } from '../e2e/world/world.ts';

jest.setTimeout(60_000);

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
const OPERATORS = /^\/(health|metrics|docs|openapi)/;

describe('the BFF', () => {
  let world: World;
  let served: OpenApi;
  beforeAll(async () => {
    world = await openWorld();
    served = (await (await fetch(`${world.bffUrl}/openapi.json`)).json()) as OpenApi;
  });
  afterAll(async () => {
    await world?.close();
  });

  it('serves every endpoint of the contract and no other', () => {
    const promised = Object.values(endpoints).map((endpoint) => `${endpoint.method} ${API_BASE}${endpoint.path}`);
    const found = Object.entries(served.paths)
      .filter(([path]) => !OPERATORS.test(path))
      .flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`));
    expect(found.sort()).toEqual(promised.sort());
  });

  it('is described by the committed bff/openapi.json', () => {
    expect(served).toEqual(JSON.parse(readFileSync(`${root}bff/openapi.json`, 'utf8')));
  });

  it('tells its health and refuses nothing there', async () => {
    for (const path of ['/health/live', '/health/ready', '/metrics', '/docs']) expect((await fetch(world.bffUrl + path)).status).toBe(200);
  });
});
