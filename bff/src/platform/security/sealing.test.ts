import { randomBytes } from 'node:crypto';
import { testBlindIndex, testCipher } from '../testing/test-keys.ts';
import { AesFieldCipher } from './aes-field-cipher.ts';
import { randomDigits, randomToken, tokenHash } from './random-token.ts';

const flipped = (sealed: string): string => {
  const [id = '', box = ''] = sealed.split('.');
  const bytes = Buffer.from(box, 'base64url');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return `${id}.${bytes.toString('base64url')}`;
};

describe('sealed fields', () => {
  const cipher = testCipher();

  test('what was sealed opens again, emoji and 10,000 characters too', () => {
    for (const plain of ['', '张三', '😀'.repeat(10_000)]) expect(cipher.open(cipher.seal(plain, 'person.name'), 'person.name')).toBe(plain);
  });

  test('the same value is sealed differently each time, in ASCII, and says nothing of itself', () => {
    const [one, two] = [cipher.seal('张三', 'person.name'), cipher.seal('张三', 'person.name')];
    expect(one).not.toBe(two);
    expect(one).toMatch(/^v1\.[\w-]+$/);
  });

  test('a sealed value does not open in another column', () => {
    const sealed = cipher.seal('张三', 'person.name');
    expect(() => cipher.open(sealed, 'person.mobile')).toThrow();
  });

  test.each(['', 'v1.', 'v1.AAAA', 'v9.AAAA', 'no dot'])('%j is not a sealed value', (text) => {
    expect(() => cipher.open(text, 'person.name')).toThrow();
  });

  test('one changed bit is noticed', () => {
    expect(() => cipher.open(flipped(cipher.seal('张三', 'person.name')), 'person.name')).toThrow();
  });

  test('an older key still opens, the newest seals', () => {
    const [old, young] = [{ id: 'v1', key: randomBytes(32) }, { id: 'v2', key: randomBytes(32) }];
    const before = new AesFieldCipher([old]).seal('张三', 'p');
    const after = new AesFieldCipher([young, old]);
    expect(after.open(before, 'p')).toBe('张三');
    expect(after.seal('张三', 'p')).toMatch(/^v2\./);
    expect(() => new AesFieldCipher([young]).open(before, 'p')).toThrow('not configured');
  });

  test('bytes are sealed the same way', () => {
    const bytes = randomBytes(5000);
    const sealed = cipher.sealBytes(bytes, 'file');
    expect(cipher.openBytes(sealed, 'file').equals(bytes)).toBe(true);
    expect(sealed.includes(bytes.subarray(0, 64))).toBe(false);
    sealed[100] = (sealed[100] ?? 0) ^ 1;
    expect(() => cipher.openBytes(sealed, 'file')).toThrow();
    expect(() => cipher.openBytes(Buffer.alloc(3), 'file')).toThrow();
  });
});

test('a blind index is the same for the same value and purpose only', () => {
  const index = testBlindIndex();
  expect(index.of('a', 'person.id')).toMatch(/^[0-9a-f]{64}$/);
  expect(index.of('a', 'person.id')).toBe(testBlindIndex().of('a', 'person.id'));
  expect(index.of('a', 'person.id')).not.toBe(index.of('a', 'person.mobile'));
  expect(index.of('b', 'person.id')).not.toBe(index.of('a', 'person.id'));
});

test('tokens are long, new each time, and kept as a hash', () => {
  expect(randomToken()).toMatch(/^[\w-]{43}$/);
  expect(randomToken()).not.toBe(randomToken());
  expect(tokenHash('x')).toMatch(/^[0-9a-f]{64}$/);
  expect(randomDigits(6)).toMatch(/^\d{6}$/);
});
