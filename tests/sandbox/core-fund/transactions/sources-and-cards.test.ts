import { customerNumber } from '../generation/generate.ts';
import { bankCardWithCheck } from '@anju/shared/identity';
import { shareWorld, World, type Reply } from '../testing/world.ts';

describe('the shared sources', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(async () => world.close());
  const set = async (fields: Record<string, unknown>): Promise<{ status: number; body: Record<string, unknown> }> => world.control('POST', '/sources', fields);

  it('are eight, in order, each with its moment and what it knows', async () => {
    const { body } = await world.call('GX1001', { KHBH: customerNumber('escrow-buyer') });
    expect((body['HY'] as { LY: string }[]).map((one) => one.LY)).toEqual(['GA', 'MZ', 'BDC', 'RS', 'JY', 'SC', 'ZX', 'FP']);
    expect(body['HY']).toMatchObject([
      { SJ: '20261120100000', HYJG: '1', HJSZD: '1' }, { HYZK: '10', ZNS: '0' },
      { FC: [{ FWLX: '2', JZMJ: '72.40', FWZJ: '2380000.00', SFK: '60000.00', DKBZ: '1', BARQ: '20261031', GFHTBH: 'XM2026-1028-0455', JGZH: { ZHHM: '35101560022052500138', YHMC: '中国建设银行厦门分行' } }] },
      { TXBZ: '0', TXNY: '205703' }, { ZYBZ: '1' }, { DWZT: '1' }, { HYJG: '1' }, { HYJG: '1' },
    ]);
  });

  it('tell of rent, works, lift, illness, loan, fee and settling abroad to whom it concerns', async () => {
    expect((await world.sources('renter'))['BDC']).toMatchObject({ FC: [{ GFHTBH: 'XM2026-1012-0731' }], ZL: { YZJ: '2300.00', GZBZ: '0' } });
    expect((await world.sources('old-house'))['BDC']).toMatchObject({ JZ: { LX: '3', JDDJ: 'D', FYJE: '88000.00', XKBH: 'XMWF2026-0417' } });
    expect((await world.sources('lift-neighbour'))['BDC']).toMatchObject({ DT: { GX: '3', FTJE: '18600.55' } });
    expect((await world.sources('illness'))['RS']).toMatchObject({ YL: { GRZF: '23416.90', MLBZ: '1' } });
    expect((await world.sources('renovator'))['FP']).toMatchObject({ WYF: { JE: '4260.00', FCS: '1' } });
    expect((await world.sources('emigrant'))['GA']).toMatchObject({ CJRQ: '20260720' });
    expect((await world.sources('retired'))['RS']).toMatchObject({ TXBZ: '1' });
    expect((await world.sources('sealed-outsider'))['RS']).toMatchObject({ LDZZRQ: '20260401' });
    expect((await world.sources('category-unknown'))['RS']).toEqual({ LY: 'RS', SJ: '20261120100000', HYJG: '1', TXBZ: '0' });
    expect((await world.sources('flexible-worker'))['SC']).toEqual({ LY: 'SC', SJ: '20261120100000', HYJG: '1' });
  });

  it('a couple has the same home under the same number', async () => {
    const [one, other] = [(await world.sources('loan-in-order'))['BDC'], (await world.sources('spouse'))['BDC']];
    expect(one?.['FC']).toEqual(other?.['FC']);
  });

  it('that know resident ids only say nothing of others', async () => {
    const told = await world.sources('passport-holder');
    expect(Object.entries(told).map(([source, one]) => [source, one?.['HYJG']])).toEqual([['GA', '9'], ['MZ', '9'], ['BDC', '1'], ['RS', '9'], ['JY', '9'], ['SC', '1'], ['ZX', '9'], ['FP', '1']]);
  });

  it('can be asked singly, and no other', async () => {
    expect((await world.call('GX1001', { KHBH: customerNumber('renter'), LY: ['ZX', 'GA'] })).body['HY']).toMatchObject([{ LY: 'GA' }, { LY: 'ZX' }]);
    expect((await world.call('GX1001', { KHBH: customerNumber('renter'), LY: ['XX'] })).body).toEqual({ ZD: 'LY' });
    expect((await world.call('GX1001', { KHBH: 'KNOBODYNOBODY' })).code).toBe('200001');
  });

  it('are made silent or to disagree, for all or for one, whose own setting goes first; contracts and marriages follow', async () => {
    await world.undone(async () => {
      await set({ source: 'BDC', state: 'silent' });
      await set({ source: 'BDC', state: 'answers', key: 'renter' });
      await set({ source: 'MZ', state: 'differs', key: 'home-buyer' });
      expect((await world.control('GET', '/sources')).body).toEqual({ sources: [{ source: 'BDC', state: 'silent' }, { key: 'home-buyer', source: 'MZ', state: 'differs' }, { key: 'renter', source: 'BDC', state: 'answers' }] });
      expect((await world.sources('spouse'))['BDC']).toEqual({ LY: 'BDC', SJ: '20261120100000', HYJG: '9' });
      expect((await world.sources('renter'))['BDC']?.['HYJG']).toBe('1');
      const contract = async (key: 'buyer-local' | 'renter', GFHTBH: string): Promise<unknown> => (await world.call('FC1001', { KHBH: customerNumber(key), GFHTBH })).body['HYJG'];
      expect([await contract('buyer-local', 'XM2026-0803-1187'), await contract('renter', 'XM2026-1012-0731')]).toEqual(['9', '1']);
      expect((await world.call('HY1001', { KHBH: customerNumber('home-buyer'), POKHBH: customerNumber('home-buyer-spouse') })).body['HYJG']).toBe('2');
    });
    expect((await world.sources('spouse'))['BDC']?.['HYJG']).toBe('1');
  });

  it.each([[{ source: 'XX', state: 'silent' }, 400], [{ source: 'GA', state: 'asleep' }, 400], [{ source: 'GA', state: 'silent', key: 'nobody' }, 404]])('take no other setting: %j', async (fields, status) => {
    expect((await set(fields)).status).toBe(status);
  });
});

describe('cards', () => {
  let world: World;
  const KHBH = customerNumber('loan-in-order');
  shareWorld((shared) => (world = shared));
  const add = async (KH: unknown, requestNo?: string): Promise<Reply> => world.call('YH1001', { KHBH, KH }, requestNo);
  const spare = async (key: string): Promise<string> => String((await world.control('GET', `/people/${key}`)).body['spareCard']);

  it('of one’s own are registered once and can be paid to', async () => {
    const KH = await spare('loan-in-order');
    const first = await add(KH, 'card-once-0001');
    expect(first.body).toMatchObject({ GRCKZHHM: KH, KBH: expect.stringMatching(/^YHK.*3$/) as string });
    expect((await add(KH, 'card-once-0001')).head['CFBZ']).toBe('1');
    expect((await add(KH)).body).toEqual(first.body);
    expect((await world.overview('loan-in-order')).YHK).toHaveLength(3);
    expect((await world.call('TQ1002', await world.application('loan-in-order', { KBH: first.body['KBH'] }))).body['ZT']).toBe('DZ');
  });

  it('300065 a number that is none, or of a bank nobody knows', async () => {
    for (const KH of ['6217001930000001', '12345', bankCardWithCheck('411111193000001')]) expect((await add(KH)).code).toBe('300065');
  });

  it('300008 another’s, one no bank has, class II, and one that is closed', async () => {
    const own = (await world.overview('loan-in-order')).YHK;
    for (const KH of [await spare('spouse'), bankCardWithCheck('621700193000001'), own[1]?.GRCKZHHM]) expect((await add(KH)).code).toBe('300008');
    world.running.core.run(`UPDATE card SET state = '2' WHERE kbh = ?`, own[0]?.KBH);
    expect((await add(own[0]?.GRCKZHHM)).code).toBe('300008');
    world.running.core.run('UPDATE bank_register SET open = 0');
    expect((await add(await spare('loan-in-order'))).code).toBe('300008');
  });

  it('are taken off, once or told twice, pay nothing any more, and come back under the same number', async () => {
    const [card] = (await world.overview('loan-in-order')).YHK;
    const off = async (KBH: unknown): Promise<string> => (await world.call('YH1002', { KHBH, KBH })).code;
    expect([await off(card?.KBH), await off(card?.KBH), await off('YHK0')]).toEqual(['000000', '000000', '300008']);
    expect((await world.overview('loan-in-order')).YHK.map((one) => one.ZHLB)).toEqual(['2']);
    expect((await world.call('TQ1002', await world.application('loan-in-order', { KBH: card?.KBH }))).code).toBe('300008');
    expect((await add(card?.GRCKZHHM)).body['KBH']).toBe(card?.KBH);
  });

  it('300066 while a case pays to it', async () => {
    const { body } = await world.call('TQ1002', await world.purchase('buyer-elsewhere', 'ZZ2026-0709-0342', { GFDZ: '2' }));
    expect((await world.call('YH1002', { KHBH: customerNumber('buyer-elsewhere'), KBH: body['KBH'] })).code).toBe('300066');
  });
});
