import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { AddressInfo } from 'node:net';

declare module 'fastify' {
  interface FastifyRequest {
    /** The bytes as they came over the wire; empty when there was no body. Signatures are checked over these. */
    rawBody: Buffer;
  }
}

/** A listening server: its base address without a trailing slash, and how to stop it. */
export interface Running {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * A Fastify instance for a stand-in. JSON bodies are parsed and also kept as bytes in `request.rawBody`; every other
 * content type arrives as a Buffer in `request.body`. A body that is not JSON leaves `request.body` undefined with
 * `lenientJson` and is answered 400 without it.
 */
export function createServer(options: { bodyLimit?: number; lenientJson?: boolean } = {}): FastifyInstance {
  const app = Fastify({ bodyLimit: options.bodyLimit ?? 1024 * 1024, forceCloseConnections: true });
  app.decorateRequest('rawBody');
  app.addHook('onRequest', async (request) => {
    request.rawBody = Buffer.alloc(0);
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    request.rawBody = body;
    if (body.length === 0) return undefined;
    try {
      return JSON.parse(body.toString('utf8')) as unknown;
    } catch {
      if (options.lenientJson) return undefined;
      throw Object.assign(new Error('the body is not JSON'), { statusCode: 400 });
    }
  });
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    request.rawBody = body;
    return body;
  });
  return app;
}

/** Starts listening on loopback; port 0 takes a free one. */
export async function listen(app: FastifyInstance, port: number, host = '127.0.0.1'): Promise<Running> {
  await app.listen({ port, host });
  const { port: bound } = app.server.address() as AddressInfo;
  return { url: `http://${host}:${bound}`, port: bound, close: async () => app.close() };
}
