import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { randomBytes } from 'node:crypto';
import { ClamdScan } from './adapters/clamd-scan.ts';

/** As clamd speaks: a command, pieces with their length, a length of zero; then what `answer` says to the bytes. */
function clamd(answer: (bytes: Buffer, socket: Socket) => string | undefined): Promise<Server> {
  const server = createServer((socket) => {
    let given = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      given = Buffer.concat([given, piece]);
      const bytes = streamed(given);
      const line = bytes === undefined ? undefined : answer(bytes, socket);
      if (line !== undefined) socket.end(`${line}\0`);
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** The bytes of a finished stream; undefined while more is to come. */
function streamed(given: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (given.subarray(0, command.length).toString() !== command) return undefined;
  const pieces: Buffer[] = [];
  let at = command.length;
  while (at + 4 <= given.length) {
    const length = given.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(given.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

describe('the scan by clamd', () => {
  let server: Server | undefined;
  afterEach(() => new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve))));
  const scan = (bytes: Buffer, longestMs?: number) => new ClamdScan({ host: '127.0.0.1', port: (server?.address() as AddressInfo).port }, longestMs).scan(bytes);

  it('sends every byte once and believes an OK', async () => {
    let received: Buffer = Buffer.alloc(0);
    server = await clamd((bytes) => ((received = bytes), 'stream: OK'));
    const bytes = randomBytes(700_001);
    expect(await scan(bytes)).toEqual({ kind: 'clean' });
    expect(received.equals(bytes)).toBe(true);
  });

  it('names what was found', async () => {
    server = await clamd(() => 'stream: Win.Test.EICAR_HDB-1 FOUND');
    expect(await scan(Buffer.from('x'))).toEqual({ kind: 'infected', signature: 'Win.Test.EICAR_HDB-1' });
  });

  it.each<[string, (bytes: Buffer, socket: Socket) => string | undefined]>([
    ['an error', () => 'INSTREAM size limit exceeded. ERROR'],
    ['something else', () => 'hello'],
    ['nothing', () => undefined],
    ['a closed line', (_bytes, socket) => void socket.destroy()],
    ['too much', () => 'x'.repeat(10_000)],
  ])('does not take %s for leave', async (_what, answer) => {
    server = await clamd(answer);
    expect(await scan(Buffer.from('x'), 200)).toMatchObject({ kind: 'unavailable' });
  });

  it('says so when nobody listens', async () => {
    server = await clamd(() => 'stream: OK');
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server?.close(resolve));
    server = undefined;
    expect(await new ClamdScan({ host: '127.0.0.1', port }).scan(Buffer.from('x'))).toMatchObject({ kind: 'unavailable' });
  });
});
