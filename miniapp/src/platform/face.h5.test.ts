import { seeFace, takeFaceReturn } from './face.h5.ts';
import { storage } from './storage.h5.ts';

const BACK = '/features/identity/pages/face/index?verificationId=v1&purpose=withdrawal&next=%2Fpages%2Fhome%2Findex';
const addresses: string[] = [];
const left: string[] = [];

function at(search: string, hash: string): void {
  const location = { pathname: '/h5/', search, hash, assign: (url: string) => left.push(url) };
  Object.assign(globalThis, { window: { location, history: { state: null, replaceState: (_state: unknown, _title: string, url: string) => addresses.push(url) } } });
}
beforeEach(() => {
  addresses.length = 0;
  at('', '#/pages/home/index');
});
afterEach(() => {
  storage.remove('face-return');
  Reflect.deleteProperty(globalThis, 'window');
});

describe('the way back from the provider', () => {
  it('opens the page that was left, in place of the one the provider names, and drops the token', async () => {
    await expect(seeFace({ start: { verificationId: 'v1', expiresAt: '2026-11-26T04:10:00.000Z', url: 'https://face.example/1' }, returnTo: BACK })).resolves.toBe('left');
    expect(left).toEqual(['https://face.example/1']);
    at('?BizToken=t1&lang=zh', '#/features/identity/pages/face/index?verificationId=v1');
    takeFaceReturn();
    expect(addresses).toEqual([`/h5/?lang=zh#${BACK}`]);
  });
  it('leads there once: later the address stands as it is, without the token', () => {
    at('?BizToken=t1', '#/features/identity/pages/face/index?verificationId=v1');
    takeFaceReturn();
    expect(addresses).toEqual(['/h5/#/features/identity/pages/face/index?verificationId=v1']);
  });
  it('touches no other address', () => {
    storage.set('face-return', BACK);
    takeFaceReturn();
    expect([addresses, storage.get('face-return')]).toEqual([[], BACK]);
  });
});
