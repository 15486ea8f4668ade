import { PEOPLE, type PersonKey } from '../../people.ts';
import { bookFaults } from '../ledger/voucher.ledger.ts';
import { REASONS, World } from '../testing/world.ts';
import { ROUTES, type RouteCode } from './routes.ts';

type Json = Record<string, unknown>;

// Everybody asks for 1,000 yuan (a closing route: everything; rent: a month's amount) by every route, declaring nothing and with a paper only where a
// contract is named. The state of the case, else the last three digits of the refusal and what it says is missing. Read and approved by hand.
const ORDER = 'PURCHASE DOWN_PAYMENT BUILD_OR_REPAIR RENOVATION PROPERTY_FEE RENT REPAY_FUND_LOAN REPAY_COMMERCIAL_LOAN LIFT ILLNESS RETIREMENT DISABILITY LEAVE_JOB EMIGRATION DEATH';
const LOAN = '007 007 007 007 040 007 DZ 007 007 007 007 040 007 007 040';
const PLAIN = '015 059 064:FYJE 064:DJRQ 040 DZ 012 058 064:GX 064:GRZF 048 040 045 013 040';
const BUYER = PLAIN.replace('015', 'DZ');
const SEALED = PLAIN.replace('DZ', '004');
const TABLE: Readonly<Record<PersonKey, string>> = {
  'loan-in-order': LOAN, 'permit-holder': LOAN, 'passport-holder': LOAN, 'long-name': LOAN, 'name-mismatch': LOAN, 'no-subscription': LOAN, 'line-dropped': LOAN.replace('DZ', 'dropped'),
  'card-closed': LOAN.replace('DZ', 'FKSB'), 'loan-offset': LOAN.replace('DZ', '009'), arrears: LOAN.replace('DZ', '011'),
  frozen: '003 003 003 003 040 003 003 003 003 003 003 040 003 003 040', 'in-transfer': '054 054 054 054 040 054 054 054 054 054 054 040 054 054 040',
  'near-retirement': PLAIN, 'category-unknown': PLAIN, newcomer: PLAIN, 'old-mobile': PLAIN, 'two-accounts': PLAIN, 'odd-history': PLAIN, 'flexible-worker': PLAIN, 'home-buyer-spouse': PLAIN,
  renter: BUYER, 'buyer-local': BUYER, 'home-buyer': BUYER, 'buyer-elsewhere': PLAIN.replace('015', 'SQ'),
  'sealed-outsider': SEALED.replace('045', 'DZ'), 'sealed-local': SEALED.replace('045', '046'), emigrant: SEALED.replace('013', 'DZ'), retired: SEALED.replace('048', 'DZ').replace('045', '046'),
  spouse: PLAIN.replace('064:DJRQ', '016').replace('DZ', '043'), 'bank-loan': PLAIN.replace('064:DJRQ', '016').replace('DZ', '043').replace('058', 'DZ'),
  'old-house': PLAIN.replace('064:FYJE', 'X').replace('064:DJRQ', '016').replace('DZ', '043').replace('X', 'DZ'),
  renovator: PLAIN.replace('DZ', '043').replace('064:DJRQ', 'DZ'), 'lift-neighbour': PLAIN.replace('064:GX', 'DZ'), illness: PLAIN.replace('064:GRZF', 'DZ'), 'escrow-buyer': PLAIN.replace('059', 'DZ'),
};

describe('all routes for all people', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(async () => world.close());

  async function bodyOf(key: PersonKey, route: string, own: Json): Promise<Json> {
    if (route === 'DOWN_PAYMENT') return world.withdrawal(key, route);
    const contract = PEOPLE.find((person) => person.key === key)?.contractNumber;
    const purchase = route === 'PURCHASE' ? { GFDZ: '1', CLBH: [await world.material(key)], ...(contract === undefined ? {} : { GFHTBH: contract }) } : {};
    const amount = ROUTES[route as RouteCode].kind === '12' ? own['whole'] : route === 'RENT' ? '1800.00' : '1000.00';
    return { ...(own['body'] as Json), YWLX: route, TQYY: REASONS[route], FSE: amount, ...purchase };
  }

  async function asked(key: PersonKey, route: string, own: Json): Promise<string> {
    const body = await bodyOf(key, route, own);
    const reply = await world.call('TQ1002', body).catch(() => undefined);
    if (reply === undefined) return 'dropped';
    if (reply.code === '000000') expect([key, route, bookFaults(world.running.core)]).toEqual([key, route, []]);
    return reply.code === '000000' ? String(reply.body['ZT']) : [reply.code.slice(-3), ...(reply.body['ZD'] === undefined ? [] : [reply.body['ZD']])].join(':');
  }

  it.each(Object.entries(TABLE) as [PersonKey, string][])('%s', async (key, expected) => {
    const told: string[] = [];
    const own = { body: await world.application(key), whole: (await world.overview(key)).ZH[0]?.GRZHYE };
    for (const route of ORDER.split(' ')) await world.undone(async () => void told.push(await asked(key, route, own)));
    expect(told.join(' ')).toBe(expected);
  });

  it('are all people and all routes, and every route but what the counter takes is there for somebody', () => {
    expect(Object.keys(TABLE).sort()).toEqual(PEOPLE.map((person) => person.key).sort());
    expect(ORDER.split(' ')).toEqual(Object.keys(REASONS));
    expect(Object.keys(ROUTES)).toEqual(Object.keys(REASONS));
    const served = ORDER.split(' ').filter((_route, nth) => Object.values(TABLE).some((row) => row.split(' ')[nth] === 'DZ'));
    expect(ORDER.split(' ').filter((route) => !served.includes(route))).toEqual(['PROPERTY_FEE', 'DISABILITY', 'DEATH']);
  });
});
