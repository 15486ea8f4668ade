import { bankCardWithCheck } from '@anju/shared/identity';
import { OpaqueIds } from '../../account/index.ts';
import { Refusal } from '../../platform/index.ts';
import { testEngines } from '../../platform/testing/index.ts';
import type { BusinessWorld } from '../testing/business-world.ts';
import { businessWorld } from '../testing/business-world.ts';
import { AddBankCard, RemoveBankCard } from './bank-cards.ts';
import { ListBankCards } from './list-routes.ts';

const personId = '11111111-1111-4111-8111-111111111111';
const NUMBER = bankCardWithCheck('622202000000001');

describe.each(testEngines())('cards to be paid to (%s)', (engine) => {
  let world: BusinessWorld;
  beforeEach(async () => {
    world = await businessWorld(engine);
  });
  afterEach(() => world.close());

  const add = (number = NUMBER) => world.module.get(AddBankCard).execute(personId, { number });
  const remove = (bankCardId: string) => world.module.get(RemoveBankCard).execute(personId, bankCardId);
  const cards = async () => (await world.module.get(ListBankCards).execute(personId)).items;
  const refusalOf = async (work: Promise<unknown>): Promise<Refusal> => {
    const refused: unknown = await work.catch((error: unknown) => error);
    if (!(refused instanceof Refusal)) throw new Error('expected a refusal');
    return refused;
  };

  it('are registered at the core and can be chosen at once', async () => {
    await cards();
    const card = await add(`${NUMBER.slice(0, 6)} ${NUMBER.slice(6)}`);
    expect(card).toEqual({ bankCardId: world.module.get(OpaqueIds).card(personId, 'K-1'), bank: '中国银行', tail: NUMBER.slice(-4), usable: true });
    expect(world.core.cardNumbers).toEqual([NUMBER]);
    expect((await cards()).map(({ tail }) => tail)).toEqual(['1496', NUMBER.slice(-4)]);
    expect(world.asking.replies).toEqual([card]);
  });

  it('stand nowhere here by their number', async () => {
    await add();
    for (const table of ['audit_entry', 'account_overview', 'service_case']) {
      expect(JSON.stringify(await world.db.database.manager().query(`SELECT * FROM ${table}`))).not.toContain(NUMBER);
    }
    const refusal = await refusalOf(add(NUMBER.replace(/.$/, (last) => String((Number(last) + 1) % 10))));
    expect(JSON.stringify(refusal.details)).not.toContain(NUMBER.slice(0, -1));
  });

  it.each([
    ['a number whose check does not hold', NUMBER.replace(/.$/, (last) => String((Number(last) + 1) % 10)), undefined, 'request.invalid', 'checksum'],
    ['a bank nobody knows', NUMBER, 'card-wrong', 'withdrawal.card-unknown', 'unknown-bank'],
    ['another\'s card', NUMBER, 'card-not-own-class-one', 'withdrawal.card-unknown', 'not-own'],
  ] as const)('are refused by their field: %s', async (_what, number, turn, code, rule) => {
    if (turn !== undefined) world.core.cardTurns.push(turn);
    expect(await refusalOf(add(number))).toMatchObject({ code, details: { fields: [{ field: 'number', rule }] } });
    expect(world.core.cardNumbers).toEqual([]);
  });

  it('wait for the core under the same number, and say so', async () => {
    const asked: string[] = [];
    world.core.addCard = async (requestNo) => {
      asked.push(requestNo);
      return { kind: 'unknown' };
    };
    expect(await refusalOf(add())).toMatchObject({ code: 'core.unreachable' });
    expect(new Set(asked).size).toBe(1);
  });

  it('are taken off, once and again, also after the first answer was lost; another\'s stays where it is', async () => {
    const [card] = await cards();
    await remove(card?.bankCardId ?? '');
    expect(await cards()).toEqual([]);
    let asked = 0;
    const take = world.core.removeCard.bind(world.core);
    world.core.removeCard = (...one) => {
      asked += 1;
      return take(...one);
    };
    await remove(card?.bankCardId ?? '');
    await remove(world.module.get(OpaqueIds).card('somebody-else', 'K1'));
    expect(asked).toBe(0);
    expect(world.asking.replies).toEqual([undefined, undefined, undefined]);
    const audited = (await world.db.database.manager().query("SELECT action FROM audit_entry WHERE action = 'bank-card.removed'")) as unknown[];
    expect(audited).toHaveLength(1);
  });

  it('are off when the core did it and both its answers were lost', async () => {
    const [card] = await cards();
    const take = world.core.removeCard.bind(world.core);
    world.core.removeCard = async (...one) => {
      await take(...one);
      return { kind: 'unknown' };
    };
    expect(await refusalOf(remove(card?.bankCardId ?? ''))).toMatchObject({ code: 'core.unreachable' });
    await remove(card?.bankCardId ?? '');
    expect(await cards()).toEqual([]);
  });

  it('are not called off on the word of an old list', async () => {
    const [card] = await cards();
    await remove(card?.bankCardId ?? '');
    expect(await cards()).toEqual([]);
    world.core.up = false;
    world.clock.advance(3_600_000);
    expect(await refusalOf(remove(card?.bankCardId ?? ''))).toMatchObject({ code: 'core.unreachable' });
  });

  it('stay while something is paid to them', async () => {
    const [card] = await cards();
    world.core.removeCard = async () => ({ kind: 'refused', code: 'standing-exists' });
    expect(await refusalOf(remove(card?.bankCardId ?? ''))).toMatchObject({ code: 'case.state-conflict', details: { reasons: [{ code: 'card-in-use' }], detail: expect.stringContaining('暂时不能删除') } });
    world.core.removeCard = async () => ({ kind: 'unknown' });
    expect(await refusalOf(remove(card?.bankCardId ?? ''))).toMatchObject({ code: 'core.unreachable' });
  });
});
