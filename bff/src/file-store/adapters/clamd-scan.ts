import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Scanned } from '../domain/material.ts';
import { VirusScan } from '../domain/material.ts';

const CHUNK_BYTES = 256 * 1024;
const LONGEST_MS = 10_000;
const LONGEST_ANSWER = 4096;

export interface ClamdAddress {
  readonly host: string;
  readonly port: number;
}

/** ClamAV's daemon over TCP, command INSTREAM: length and bytes of each piece, a length of 0, one line back. No answer is no leave. */
export class ClamdScan extends VirusScan {
  constructor(
    private readonly address: ClamdAddress,
    private readonly longestMs: number = LONGEST_MS,
  ) {
    super();
  }

  async scan(bytes: Buffer): Promise<Scanned> {
    try {
      return meaningOf(await this.ask(bytes));
    } catch (error) {
      return { kind: 'unavailable', error: error as Error };
    }
  }

  private ask(bytes: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.address);
      const timer = setTimeout(() => socket.destroy(new Error('clamd took too long')), this.longestMs);
      let answer = '';
      socket.on('connect', () => stream(socket, bytes));
      socket.on('data', (piece: Buffer) => {
        answer += piece.toString('utf8');
        if (answer.length > LONGEST_ANSWER) socket.destroy(new Error('clamd says too much'));
        else if (answer.includes('\0')) socket.end(() => resolve(answer));
      });
      socket.on('error', reject);
      socket.on('close', () => {
        clearTimeout(timer);
        reject(new Error('clamd closed without an answer'));
      });
    });
  }
}

function stream(socket: Socket, bytes: Buffer): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const piece = bytes.subarray(at, at + CHUNK_BYTES);
    socket.write(lengthOf(piece.length));
    socket.write(piece);
  }
  socket.write(lengthOf(0));
}

function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(count);
  return length;
}

/** `stream: OK`, `stream: <signature> FOUND`, or `… ERROR`. */
function meaningOf(line: string): Scanned {
  const answer = line.split('\0', 1)[0]?.trim() ?? '';
  if (answer === 'stream: OK') return { kind: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(answer);
  if (found?.[1] !== undefined) return { kind: 'infected', signature: found[1].replace(/[^\w.-]/g, '').slice(0, 64) };
  throw new Error('clamd gave no verdict');
}
