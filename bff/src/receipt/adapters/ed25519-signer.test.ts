import fc from 'fast-check';
import { Ed25519Signer } from './ed25519-signer.ts';

const key = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill) });
const FACTS = JSON.stringify({ number: 'T20261121000001', names: ['林*媗'], totalFen: 1_238_888, paidAt: '2026-11-21T01:31:15.000Z' });
const signed = { shareId: '00ff00ff00ff00ff', receiptId: '11111111-1111-4111-8111-111111111111', expiresAt: 1_795_276_800_000, facts: FACTS };

describe('the signature of a receipt', () => {
  const signer = new Ed25519Signer([key('r1', 1)]);
  const code = signer.codeOf(signed);

  it('holds for what was signed, is the same each time and tells nothing of it', () => {
    expect(signer.holds(code, signed)).toBe(true);
    expect(signer.codeOf(signed)).toBe(code);
    expect(signer.shareIn(code)).toBe(signed.shareId);
    expect(code).toMatch(/^r1\.[\w-]{96}$/);
  });

  it('fails when any one character of the receipt is another', () => {
    for (let at = 0; at < FACTS.length; at += 1) {
      const altered = FACTS.slice(0, at) + (FACTS[at] === '0' ? '1' : '0') + FACTS.slice(at + 1);
      expect([at, signer.holds(code, { ...signed, facts: altered })]).toEqual([at, false]);
    }
  });

  it('fails for every other character at every place of the code', () => {
    const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.=+/ ';
    fc.assert(
      fc.property(fc.nat({ max: code.length - 1 }), fc.constantFrom(...alphabet), (at, character) => {
        fc.pre(code[at] !== character);
        return !signer.holds(code.slice(0, at) + character + code.slice(at + 1), signed);
      }),
      { numRuns: 3000 },
    );
  });

  it('fails for another end, another share and another receipt', () => {
    for (const other of [{ expiresAt: signed.expiresAt + 1 }, { shareId: '00ff00ff00ff00fe' }, { receiptId: '21111111-1111-4111-8111-111111111111' }]) {
      expect(signer.holds(code, { ...signed, ...other })).toBe(false);
    }
  });

  it('goes on holding under a key that signs no more, and ends with it', () => {
    const renewed = new Ed25519Signer([key('r2', 2), key('r1', 1)]);
    expect(renewed.codeOf(signed)).toMatch(/^r2\./);
    expect(renewed.holds(code, signed)).toBe(true);
    expect(new Ed25519Signer([key('r2', 2)]).holds(code, signed)).toBe(false);
    expect(new Ed25519Signer([key('r1', 3)]).holds(code, signed)).toBe(false);
  });
});
