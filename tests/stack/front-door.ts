import proxy from '@fastify/http-proxy';
import statics from '@fastify/static';
import fastify from 'fastify';
import { root } from './process.ts';

export interface FrontDoorOptions {
  readonly port: number;
  /** What the demo page says of the rules it shows: the day they were checked on. */
  readonly checkedOn?: string;
  readonly urls: { readonly bff: string; readonly core?: string; readonly coreControl: string; readonly wechat: string; readonly identity: string; readonly sms: string };
}

/**
 * One door for a browser: the demo page, the H5 at `/h5/`, `/api` to the BFF, `/console/…` to the stand-ins. Everything behind it
 * uses relative addresses.
 */
export async function openFrontDoor({ port, urls, checkedOn = '' }: FrontDoorOptions): Promise<{ url: string; close: () => Promise<void> }> {
  const door = fastify({ forceCloseConnections: true });
  const pass = (prefix: string, upstream: string, rewritePrefix: string) => door.register(proxy, { prefix, upstream, rewritePrefix, proxyPayloads: true });
  await pass('/api', urls.bff, '/api');
  await pass('/console/core', urls.coreControl, '');
  await pass('/console/wechat', urls.wechat, '');
  await pass('/console/identity', urls.identity, '');
  await pass('/console/sms', urls.sms, '');
  await door.register(statics, { root: `${root}miniapp/dist/h5`, prefix: '/h5/', cacheControl: false, decorateReply: false });
  await door.register(statics, { root: `${root}tests/demo/page`, prefix: '/', cacheControl: false, decorateReply: false });
  door.get('/demo.json', () => ({ checkedOn }));
  door.get('/h5', (_request, reply) => reply.redirect('/h5/'));
  const url = await door.listen({ port, host: '127.0.0.1' });
  return { url, close: () => door.close() };
}
