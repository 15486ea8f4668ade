import { endpoints } from '@anju/shared/contract';
import type { CaseReply } from '@anju/shared/contract';
import { clerksUntilSigning, preApplicationOf, showFace, untilCase, verifiedOnH5 } from '../world/journeys.ts';
import type { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(120_000);

const PART_FEN = 5_000_000;

describe('a case of the loan happens exactly once', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(async () => {
    await world?.close();
  });

  const ready = async (key: string): Promise<Phone> => {
    const phone = await verifiedOnH5(world.bffUrl, world.control, await world.control.person(key));
    await showFace(phone, world.control);
    return phone;
  };
  const prepayment = async (phone: Phone) => {
    const { loans } = await phone.ask(endpoints.listLoans);
    const { items } = await phone.ask(endpoints.listBankCards);
    const loanId = loans.state === 'unknown' ? '' : (loans.value[0]?.loanId ?? '');
    return { params: { loanId }, body: { amountFen: PART_FEN, keep: 'term' as const, bankCardId: items.find((card) => card.usable)?.bankCardId ?? '' } };
  };

  it.each(['drop-after', 'drop-before', 'malformed', 'bad-sign'] as const)('a prepayment, when the core answers %s', async (kind) => {
    const phone = await ready('loan-in-order');
    const wish = await prepayment(phone);
    await world.control.coreFault({ on: 'DK1003', kind, times: 1 });
    const { caseId } = await phone.ask(endpoints.prepay, wish);
    const paid = await untilCase(phone, caseId, (it) => it.stage === 'paid');
    const { collections, balanced } = await world.control.journal('loan-in-order');
    expect([collections.length, balanced]).toEqual([1, true]);
    expect([paid.amountFen, paid.interestFen]).toEqual([collections[0]?.amount, collections[0]?.interest]);
  });

  it('a prepayment, when taps in three tabs bring three keys', async () => {
    const phone = await ready('loan-in-order');
    const wish = await prepayment(phone);
    const answers = await Promise.all(['one', 'two', 'three'].map((key) => phone.call(endpoints.prepay, { ...wish, key: `prepay-${key}` })));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect((await world.control.journal('loan-in-order')).collections).toHaveLength(1);
  });

  it.each(['drop-after', 'drop-before', 'malformed'] as const)('a pre-application, when the core answers %s; one notice a stage on the way to the money', async (kind) => {
    const key = 'home-buyer';
    const phone = await ready(key);
    const body = await preApplicationOf(phone, await world.control.person(key));
    await world.control.coreFault({ on: 'DK1002', kind, times: 1 });
    const { caseId } = await phone.ask(endpoints.preApply, { body });
    await untilCase(phone, caseId, (it) => !it.awaitingCore);
    expect((await world.control.casesOf(key)).map((one) => [one.ywlx, one.amount])).toEqual([['LOAN_PRE_APPLICATION', body.amountFen]]);
    await clerksUntilSigning(world.control, key);
    const waiting = await untilCase(phone, caseId, (it) => it.stage === 'signing');
    expect([waiting.canCancel, waiting.overdue, waiting.dueAt]).toEqual([true, false, null]);
    const paid = await throughTheRegister(phone, key, caseId);
    expect(paid.steps.map(({ stage, state, outside }) => [stage, state, outside])).toEqual(
      ['submitted', 'accepted', 'under-review', 'approved', 'signing', 'mortgage', 'paid'].map((stage) => [stage, 'done', stage === 'mortgage' ? true : undefined]),
    );
    const { items } = await phone.ask(endpoints.listNotices);
    expect(items.map((notice) => notice.stage)).toEqual(['paid', 'signing', 'accepted']);
  });

  /** The person signs, the mortgage is registered, the money goes out. */
  async function throughTheRegister(phone: Phone, key: string, caseId: string): Promise<CaseReply> {
    const [one] = await world.control.casesOf(key);
    if (one === undefined) throw new Error('the core has the case');
    await world.control.advance(one.ywlsh);
    const signed = await untilCase(phone, caseId, (it) => it.stage === 'mortgage');
    expect(signed.steps.find((step) => step.state === 'current')).toMatchObject({ stage: 'mortgage', outside: true });
    expect(await phone.refused(endpoints.cancelCase, { params: { caseId } })).toMatchObject({ status: 409, code: 'case.state-conflict' });
    await world.control.advance(one.ywlsh);
    return untilCase(phone, caseId, (it) => it.stage === 'paid');
  }
});
