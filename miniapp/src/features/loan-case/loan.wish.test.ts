import { EMPTY_WISH, prequalificationBody, wishFaults, wishFrom, wishFromCalculator } from './loan.wish.ts';

const house = { ...EMPTY_WISH, price: '200' };

describe('what the calculator holds', () => {
  const kept = { centre: 'xiamen', me: { sex: 'female', category: 'F50' }, price: '260.5', more: { order: 'second', kind: 'second-hand', term: '20', children: '2', talent: true, locality: '岛内', greenStars: '2', prefab: true } };
  it('comes along: the house, the term, the household', () => {
    expect(wishFromCalculator(JSON.stringify(kept))).toEqual({
      ...EMPTY_WISH, price: '260.5', order: 'second', kind: 'second-hand', term: '20', children: '2', talent: true, locality: '岛内', greenStars: '2', prefab: true,
    });
  });
  it('leaves a city\'s own conditions there', () => {
    expect(wishFromCalculator(JSON.stringify({ ...kept, centre: 'shenzhen' }))).toMatchObject({ price: '260.5', locality: '', talent: false });
  });
  it('leaves the person typed there: the core knows who signs in', () => {
    expect(wishFromCalculator(JSON.stringify(kept))?.category).toBe('unsure');
  });
  it.each([null, '', '[]', '{', '{"price":7}', '{"centre":"xiamen"}'])('is nothing when it reads %s', (text) => {
    expect(wishFromCalculator(text)).toBeNull();
  });
});

describe('the wish', () => {
  it('takes nothing of the wrong kind', () => {
    expect(wishFrom({ price: 5, order: 'third', kind: null, greenStars: '9', prefab: 'yes', ownsHome: 'maybe' })).toEqual(EMPTY_WISH);
  });
  it.each([
    ['', 'price'], ['0', 'price'], ['abc', 'price'], ['100001', 'price'], ['-3', 'price'],
  ])('says what is wrong with the price %s', (price, field) => {
    expect(Object.keys(wishFaults({ ...EMPTY_WISH, price }))).toEqual([field]);
    expect(prequalificationBody({ ...EMPTY_WISH, price })).toBeNull();
  });
  it('reads what a keyboard for Chinese gives', () => {
    expect(prequalificationBody({ ...house, price: '２００', term: '２０' })).toMatchObject({ house: { priceFen: 200_000_000 }, termYears: 20 });
  });
  it.each([['31', '1'], ['0', '1'], ['30', '21'], ['二十', '1'], ['20', '-1']])('says what is wrong with a term of %s and %s children', (term, children) => {
    expect(Object.keys(wishFaults({ ...house, term, children })).length).toBe(1);
  });
  it('becomes the body: 万元 in fen, and only what was said', () => {
    expect(prequalificationBody(house)).toEqual({ household: {}, house: { priceFen: 200_000_000, order: 'first', kind: 'new' } });
    expect(prequalificationBody({ ...house, price: '186.5', term: '25', children: '2', category: 'F55', debt: '1200', income: '18000.5', ownsHome: 'no', greenStars: '3', prefab: true, locality: '岛内', talent: true, fullTimeDegree: true })).toEqual({
      household: { children: 2, talent: true, fullTimeDegree: true, ownsHome: false },
      house: { priceFen: 186_500_000, order: 'first', kind: 'new', greenStars: 3, prefab: true, locality: '岛内' },
      retirementCategory: 'F55', termYears: 25, otherMonthlyDebtFen: 120_000, monthlyIncomeFen: 1_800_050,
    });
  });
  it('goes by the price that the register holds, where it is known', () => {
    expect(prequalificationBody(house, 198_000_000)?.house.priceFen).toBe(198_000_000);
  });
});
