import { createHash } from 'node:crypto';
import { NonceMemory, signatureOf } from './signature.ts';

describe('the signature', () => {
  test('is HMAC-SM3 over method, path, time, nonce and the hash of the body', () => {
    // the published sample of GB/T 32905: SM3("abc")
    expect(createHash('sm3').update('abc').digest('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    const signed = { method: 'POST', path: '/gateway', time: '1', nonce: 'n', body: Buffer.from('abc') };
    expect(signatureOf(signed, 'k')).toMatch(/^[0-9a-f]{64}$/);
    for (const change of [{ method: 'REPLY' }, { path: '/x' }, { time: '2' }, { nonce: 'm' }, { body: Buffer.from('abd') }]) {
      expect(signatureOf({ ...signed, ...change }, 'k')).not.toBe(signatureOf(signed, 'k'));
    }
  });

  test('nonces are forgotten when their time could no longer be believed', () => {
    const memory = new NonceMemory();
    const at = new Date('2026-11-21T00:00:00Z');
    expect(memory.remember('a', at)).toBe(true);
    expect(memory.remember('a', new Date(at.getTime() + 599_000))).toBe(false);
    expect(memory.remember('a', new Date(at.getTime() + 600_000))).toBe(true);
  });
});
