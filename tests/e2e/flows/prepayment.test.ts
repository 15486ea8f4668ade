import { endpoints } from '@anju/shared/contract';
import type { Loan, LoanPlanReply, PrepaymentBody, PrepaymentQuoteReply } from '@anju/shared/contract';
import { showFace, untilCase, verifiedOnH5 } from '../world/journeys.ts';
import type { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(120_000);

const PART_FEN = 5_000_000;
const KEY = 'loan-in-order';

describe('repaying a loan earlier', () => {
  let world: World;
  let phone: Phone;
  let loan: Loan;
  let bankCardId: string;
  beforeAll(async () => {
    world = await openWorld();
    phone = await verifiedOnH5(world.bffUrl, world.control, await world.control.person(KEY));
    loan = await theLoan();
    bankCardId = (await phone.ask(endpoints.listBankCards)).items.find((card) => card.usable)?.bankCardId ?? '';
  });
  afterAll(async () => {
    await world?.close();
  });

  async function theLoan(): Promise<Loan> {
    const { loans } = await phone.ask(endpoints.listLoans);
    const first = loans.state === 'unknown' ? undefined : loans.value[0];
    if (first === undefined) throw new Error('there is no loan');
    return first;
  }
  const quote = (amountFen?: number): Promise<PrepaymentQuoteReply> =>
    phone.ask(endpoints.quotePrepayment, { params: { loanId: loan.loanId }, body: amountFen === undefined ? {} : { amountFen } });
  const plan = (): Promise<LoanPlanReply> => phone.ask(endpoints.showLoanPlan, { params: { loanId: loan.loanId } });
  const prepay = (body: PrepaymentBody, key?: string) => phone.call(endpoints.prepay, { params: { loanId: loan.loanId }, body, ...(key === undefined ? {} : { key }) });

  it('is quoted from the plan of the core: both ways, to the fen', async () => {
    const said = await quote(PART_FEN);
    expect(said.toPayFen).toBe(said.amountFen + said.accruedInterestFen);
    expect(said.balanceAfterFen).toBe(loan.balanceFen - PART_FEN);
    expect(said.options.map((option) => option.keep)).toEqual(['instalment', 'term']);
    const [sooner, smaller] = said.options;
    expect(sooner?.savedInterestFen).toBeGreaterThan(smaller?.savedInterestFen ?? 0);
    expect(sooner?.periodsLeft).toBeLessThan(smaller?.periodsLeft ?? 0);
    expect(smaller?.instalmentFen).toBeLessThan(sooner?.instalmentFen ?? 0);
    const whole = await quote();
    expect(whole.options.map((option) => option.keep)).toEqual(['whole']);
    expect([whole.amountFen, whole.balanceAfterFen]).toEqual([loan.balanceFen, 0]);
  });

  it('needs a face, an amount the centre takes, and one\'s own card', async () => {
    const body = { amountFen: PART_FEN, keep: 'term' as const, bankCardId };
    expect(await phone.refused(endpoints.prepay, { params: { loanId: loan.loanId }, body })).toMatchObject({ status: 403, code: 'identity.step-up-needed' });
    await showFace(phone, world.control);
    for (const amountFen of [1, loan.balanceFen + 1]) {
      const refused = await phone.refused(endpoints.prepay, { params: { loanId: loan.loanId }, body: { ...body, amountFen } });
      expect(refused.fields?.map((field) => field.field)).toEqual(['amountFen']);
    }
    expect(await phone.refused(endpoints.prepay, { params: { loanId: loan.loanId }, body: { ...body, bankCardId: 'nobodys' } })).toMatchObject({ code: 'withdrawal.card-unknown' });
    expect((await world.control.journal(KEY)).collections).toEqual([]);
  });

  it('asked three times at once and again is done once; card, ledger and plan agree with the quote', async () => {
    const said = await quote(PART_FEN);
    const chosen = said.options.find((option) => option.keep === 'instalment');
    const body = { amountFen: PART_FEN, keep: 'instalment' as const, bankCardId };
    const key = 'prepay-once-0001';
    const together = await Promise.all([prepay(body, key), prepay(body, key), prepay(body, key)]);
    const again = await prepay(body, key);
    const answers = [...together, again].filter((answer) => answer.status === 201);
    expect(new Set(answers.map((answer) => answer.body.caseId)).size).toBe(1);
    const caseId = again.body.caseId;
    const done = await untilCase(phone, caseId, (it) => it.stage === 'paid');
    expect(done.route).toBe('loan-prepayment');

    const journal = await world.control.journal(KEY);
    expect(journal.balanced).toBe(true);
    expect(journal.collections).toEqual([expect.objectContaining({ principal: PART_FEN, interest: said.accruedInterestFen, amount: said.toPayFen })]);
    await expect(world.control.cardTails(KEY)).resolves.toContain(journal.collections[0]?.cardTail);

    const after = await plan();
    expect(after.loan.balanceFen).toBe(said.balanceAfterFen);
    expect(after.paid.prepaidFen).toBe(PART_FEN);
    expect([after.ahead.periods, after.ahead.lastDueOn]).toEqual([chosen?.periodsLeft, chosen?.lastDueOn]);
    expect(after.loan.nextDueFen).toBe(after.rows.find((row) => row.state === 'ahead')?.instalmentFen);
  });

  it('in whole settles the loan, and nothing is left to repay', async () => {
    const said = await quote();
    const answer = await prepay({ keep: 'whole', bankCardId });
    expect(answer.status).toBe(201);
    await untilCase(phone, answer.body.caseId, (it) => it.stage === 'paid');
    const journal = await world.control.journal(KEY);
    expect(journal.balanced).toBe(true);
    expect(journal.collections.map((one) => one.principal)).toEqual([PART_FEN, said.amountFen]);
    const { loans } = await phone.ask(endpoints.listLoans);
    expect(loans.state === 'unknown' ? null : loans.value).toEqual([]);
    expect(await phone.refused(endpoints.quotePrepayment, { params: { loanId: loan.loanId }, body: {} })).toMatchObject({ status: 404, code: 'request.not-found' });
  });
});
