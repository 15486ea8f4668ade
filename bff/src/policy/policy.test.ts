import 'reflect-metadata';
import type { CentresReply, PolicyReply, Problem } from '@anju/shared/contract';
import { packFromJson } from '@anju/shared/policy';
import { allPacks } from '@anju/shared/policy/packs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { probeApp } from '../testing/probe-app.ts';
import { PolicyController } from './http/policy.controller.ts';

describe('the rules of the centres', () => {
  let app: NestFastifyApplication;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ app, close } = await probeApp({ controllers: [PolicyController] }));
  });
  afterAll(() => close());
  const get = (path: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url: `/api/v1${path}`, headers });

  it('are listed, each with its version and the day it was checked', async () => {
    const { items } = (await get('/centres')).json() as CentresReply;
    expect(items).toEqual(allPacks.map(({ centre, city, name, version, checkedOn }) => ({ centre, city, name, version, checkedOn })));
  });

  it.each(allPacks.map((pack) => pack.centre))('of %s are handed out as data that a phone can check', async (centre) => {
    const reply = (await get(`/policies/${centre}`)).json() as PolicyReply;
    const written = allPacks.find((pack) => pack.centre === centre);
    expect([reply.centre, reply.version]).toEqual([centre, written?.version]);
    expect(packFromJson(reply.pack)).toEqual(written);
  });

  it.each(['/centres', '/policies/xiamen'])('%s may be kept, and is not sent again while it is the same', async (path) => {
    const first = await get(path);
    const tag = String(first.headers['etag']);
    expect([first.statusCode, first.headers['cache-control'], tag]).toEqual([200, 'public, max-age=3600', expect.stringMatching(/^"[\w-]{43}"$/)]);
    for (const named of [tag, `W/${tag}`, `"another", ${tag}`, '*']) {
      const again = await get(path, { 'if-none-match': named });
      expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', tag]);
    }
    expect((await get(path, { 'if-none-match': '"another"' })).statusCode).toBe(200);
  });

  it('have different tags for different centres', async () => {
    const tags = await Promise.all(['/centres', '/policies/xiamen', '/policies/shenzhen'].map(async (path) => (await get(path)).headers['etag']));
    expect(new Set(tags).size).toBe(3);
  });

  it.each(['atlantis', '__proto__', 'XIAMEN'])('are not known of %s, and nobody may keep that', async (centre) => {
    const reply = await get(`/policies/${centre}`);
    expect([reply.statusCode, reply.headers['cache-control'], (reply.json() as Problem).code]).toEqual([422, 'no-store', 'policy.centre-unknown']);
    expect((reply.json() as Problem).fields).toEqual([{ field: 'centre', rule: 'unknown', message: '暂无该城市的政策' }]);
  });
});
