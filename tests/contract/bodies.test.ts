import { endpoints } from '@anju/shared/contract';
import type { EndpointName, Problem } from '@anju/shared/contract';
import { proveName, showFace, signInWeapp } from '../e2e/world/journeys.ts';
import { Phone } from '../e2e/world/phone.ts';
import { openWorld } from '../e2e/world/world.ts';
import type { World } from '../e2e/world/world.ts';
import { BODIES, CLEARED_BY_NULL, mutationsOf } from './bodies.ts';

jest.setTimeout(120_000);

const names = Object.keys(BODIES) as EndpointName[];
/** Posts whose address says everything. */
const WITHOUT_FIELDS: readonly EndpointName[] = ['readFaceResult', 'cancelCase', 'shareReceipt', 'inviteSpouse', 'acceptInvitation'];

describe('each body of the contract', () => {
  let world: World;
  let phone: Phone;

  beforeAll(async () => {
    world = await openWorld();
    const person = await world.control.person('renter');
    phone = (await signInWeapp(world.bffUrl, world.control, person)).phone;
    await proveName(phone, person);
    await showFace(phone, world.control);
  });
  afterAll(async () => {
    await world?.close();
  });

  let keys = 0;
  function send(name: EndpointName, body: unknown): Promise<{ status: number; body: unknown }> {
    keys += 1;
    const { method, path, keyed } = endpoints[name];
    return phone.send(method, `/api/v1${path}`, { json: body, ...(keyed ? { key: `body-${keys}` } : {}) });
  }

  it('covers every endpoint that takes JSON', () => {
    const taking = (Object.keys(endpoints) as EndpointName[]).filter((name) => endpoints[name].body === 'json' && ![...WITHOUT_FIELDS, 'receiveCoreEvents'].includes(name));
    expect(names.sort()).toEqual(taking.sort());
  });

  it.each(names)('%s takes its example as well-formed', async (name) => {
    const answer = await send(name, BODIES[name]);
    const problem = answer.body as Partial<Problem>;
    expect(['request.invalid', 'request.malformed', 'internal']).not.toContain(problem.code);
    expect(answer.status).toBeLessThan(500);
  });

  it.each(names)('%s refuses each spoiled field by its name', async (name) => {
    const wrong: string[] = [];
    for (const { field, what, body } of mutationsOf(BODIES[name], CLEARED_BY_NULL[name])) {
      const answer = await send(name, body);
      const problem = answer.body as Partial<Problem>;
      const named = (problem.fields ?? []).some((it) => it.field === field || field.startsWith(`${it.field}.`) || it.field.startsWith(`${field}.`));
      if (answer.status !== 400 || !named) wrong.push(`${what}: ${answer.status} ${problem.code ?? ''} ${JSON.stringify(problem.fields ?? [])}`);
    }
    expect(wrong).toEqual([]);
  });
});
