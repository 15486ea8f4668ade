import { testEngines } from '../../platform/testing/index.ts';
import { ME, OTHER, receiptWorld } from '../testing/receipt-world.ts';
import type { ReceiptWorld } from '../testing/receipt-world.ts';
import { PrintReceipt } from './print-receipt.ts';
import { ShareReceipt } from './share-receipt.ts';
import { ShowReceipt } from './show-receipt.ts';
import { VerifyCode } from './verify-code.ts';

const another = (character: string): string => (character === 'A' ? 'B' : 'A');

describe.each(testEngines())('the receipt of a settled case (%s)', (engine) => {
  let world: ReceiptWorld;
  beforeEach(async () => {
    world = await receiptWorld(engine);
  });
  afterEach(() => world.close());

  const show = (caseId: string, who = ME) => world.module.get(ShowReceipt).execute(who, caseId);
  const share = (receiptId: string, who = ME) => world.module.get(ShareReceipt).execute(who, receiptId);
  const verify = (code: string) => world.module.get(VerifyCode).execute(code);
  async function paid(interestFen = 0): Promise<string> {
    const caseId = await world.submitted();
    await world.settle(caseId, 'paid', interestFen);
    return caseId;
  }

  it('says what was done, with names and numbers masked, and the same each time, whatever changes afterwards', async () => {
    const caseId = await paid(4321);
    const first = await show(caseId);
    expect(first).toMatchObject({
      caseId, route: 'repay-fund-loan', outcome: 'paid', centre: '厦门市住房公积金中心', names: ['林*彤'], accountTail: '0001', payee: { tail: '1496' },
      principalFen: 1_234_567, interestFen: 4321, totalFen: 1_238_888, submittedAt: '2026-11-21T01:30:15.000Z', decidedAt: '2026-11-21T01:31:15.000Z', paidAt: '2026-11-21T01:31:15.000Z',
    });
    expect(first.checks.map(({ source, result }) => [source, result])).toEqual([['core', 'matched'], ['real-estate', 'unavailable']]);
    world.core.overviewValue = undefined;
    world.clock.advance(40 * 86_400_000);
    expect(await show(caseId)).toEqual(first);
    expect(world.core.asked).toBe(1);
    expect(JSON.stringify(await world.db.database.manager().query('SELECT * FROM receipt'))).not.toMatch(/林|1496|1234567/);
  });

  it('tells principal and interest of a prepayment apart, whose amount holds both', async () => {
    const caseId = await world.submitted({ route: 'loan-prepayment' });
    await world.settle(caseId, 'paid', 567);
    expect(await show(caseId)).toMatchObject({ totalFen: 1_234_567, principalFen: 1_234_000, interestFen: 567, accountTail: null });
  });

  it('guesses no account where the person has several', async () => {
    const { accounts } = world.core.overviewValue as { accounts: readonly object[] };
    world.core.overviewValue = { ...(world.core.overviewValue as object), accounts: [...accounts, ...accounts] } as never;
    expect((await show(await paid())).accountTail).toBeNull();
  });

  it('says less, and is there, for somebody who is not on the core\'s file any more', async () => {
    world.core.overviewValue = 'not-on-file';
    expect(await show(await paid())).toMatchObject({ names: ['*'], accountTail: null, outcome: 'paid' });
  });

  it('is there for refused and cancelled cases, and not before a case is settled', async () => {
    const caseId = await world.submitted();
    await expect(show(caseId)).rejects.toMatchObject({ code: 'receipt.not-settled' });
    await world.settle(caseId, 'refused');
    const refused = await show(caseId);
    expect(refused).toMatchObject({ outcome: 'refused', decidedAt: '2026-11-21T01:31:15.000Z' });
    expect(refused.paidAt).toBeUndefined();
    const back = await world.submitted();
    await world.settle(back, 'cancelled');
    expect((await show(back)).outcome).toBe('cancelled');
  });

  it('does not exist for others, is the applicant\'s of a joint case, and waits for a core that is silent', async () => {
    const caseId = await world.submitted({ coPersonId: OTHER });
    await world.settle(caseId);
    await expect(show(caseId, '33333333-3333-4333-8333-333333333333')).rejects.toMatchObject({ code: 'request.not-found' });
    await expect(show(caseId, OTHER)).rejects.toMatchObject({ code: 'case.state-conflict' });
    const { overviewValue } = world.core;
    world.core.overviewValue = undefined;
    await expect(show(caseId)).rejects.toMatchObject({ code: 'core.unreachable' });
    world.core.overviewValue = overviewValue;
    const { receiptId } = await show(caseId);
    await expect(share(receiptId, OTHER)).rejects.toMatchObject({ code: 'request.not-found' });
    await expect(world.module.get(PrintReceipt).execute(OTHER, receiptId)).rejects.toMatchObject({ code: 'request.not-found' });
  });

  it('is made once when asked for several times at once', async () => {
    const caseId = await paid();
    const replies = await Promise.all([show(caseId), show(caseId), show(caseId)]);
    expect(new Set(replies.map(({ receiptId }) => receiptId)).size).toBe(1);
  });

  it('is verified by anybody with its code until midnight in China, and then reads as lapsed', async () => {
    const receipt = await show(await paid());
    const { code, url, expiresAt } = await share(receipt.receiptId);
    expect(expiresAt).toBe('2026-11-21T16:00:00.000Z');
    expect(url).toBe(`https://anju.example/h5/#/features/receipt/pages/verify/index?code=${code}`);
    const { receiptId: _id, caseId: _case, ...facts } = receipt;
    expect(await verify(code)).toEqual({ state: 'genuine', receipt: facts, until: expiresAt, now: world.clock.now().toISOString() });
    world.clock.set('2026-11-21T15:59:59.999Z');
    expect((await verify(code)).state).toBe('genuine');
    world.clock.set('2026-11-21T16:00:00.000Z');
    expect((await verify(code)).state).toBe('lapsed');
    world.clock.set('2027-11-21T16:00:00.000Z');
    expect((await verify(code)).state).toBe('lapsed');
  });

  it('is not genuine when any one character of its code is another', async () => {
    const { code } = await share((await show(await paid())).receiptId);
    expect(code).toHaveLength(99);
    for (let at = 0; at < code.length; at += 1) {
      const altered = code.slice(0, at) + another(code[at] ?? '') + code.slice(at + 1);
      expect([at, (await verify(altered)).state]).toEqual([at, 'not-genuine']);
    }
    for (const bad of ['', ' ', code.slice(1), `${code}A`, code.toUpperCase(), `${code}=`, '../..', '厦门']) expect((await verify(bad)).state).toBe('not-genuine');
    expect((await verify(code)).state).toBe('genuine');
  });

  it('is not genuine when its row, or the end of its code, was changed in the database', async () => {
    const receipt = await show(await paid());
    const { code, shareId } = await share(receipt.receiptId);
    const run = (sql: string, values: unknown[]) => world.db.unitOfWork.run(() => world.db.unitOfWork.manager().query(sql, values));
    await run('UPDATE receipt_share SET expires_at = expires_at + 1 WHERE share_id = ?', [shareId]);
    expect((await verify(code)).state).toBe('not-genuine');
    await run('UPDATE receipt_share SET expires_at = expires_at - 1 WHERE share_id = ?', [shareId]);
    expect((await verify(code)).state).toBe('genuine');
    const [{ facts }] = (await world.db.database.manager().query('SELECT facts FROM receipt')) as [{ facts: string }];
    const middle = Math.floor(facts.length / 2);
    await run('UPDATE receipt SET facts = ?', [facts.slice(0, middle) + another(facts[middle] ?? '') + facts.slice(middle + 1)]);
    expect((await verify(code)).state).toBe('not-genuine');
  });

  it('has one living code, however often and by how many at once it is asked for', async () => {
    const { receiptId } = await show(await paid());
    const print = world.module.get(PrintReceipt);
    const [one, two] = await Promise.all([share(receiptId), share(receiptId), print.execute(ME, receiptId)]);
    await print.execute(ME, receiptId);
    expect([two, await share(receiptId)]).toEqual([one, one]);
    expect((await world.module.get(ShareReceipt).list(ME, receiptId)).items).toEqual([one]);
  });

  it('is lapsed once the person takes the code back, and once they unbind', async () => {
    const { receiptId } = await show(await paid());
    const one = await share(receiptId);
    const shares = world.module.get(ShareReceipt);
    await expect(shares.withdraw(OTHER, receiptId, one.shareId)).rejects.toMatchObject({ code: 'request.not-found' });
    await expect(shares.withdraw(ME, receiptId, '0000000000000000')).rejects.toMatchObject({ code: 'request.not-found' });
    await shares.withdraw(ME, receiptId, one.shareId);
    await shares.withdraw(ME, receiptId, one.shareId);
    expect((await shares.list(ME, receiptId)).items).toEqual([]);
    const two = await share(receiptId);
    expect([(await verify(one.code)).state, (await verify(two.code)).state]).toEqual(['lapsed', 'genuine']);
    await world.db.unitOfWork.run(async () => {
      for (const handler of world.unbound) await handler(ME);
    });
    expect((await verify(two.code)).state).toBe('lapsed');
    expect(world.audited.filter((action) => action === 'receipt.share-withdrawn')).toHaveLength(1);
  });

  it('proves nothing any more once the bank sent back what was paid, and anew once it is paid again', async () => {
    const caseId = await paid();
    const { receiptId } = await show(caseId);
    const { code } = await share(receiptId);
    await world.settle(caseId, 'payment-failed');
    expect(await verify(code)).toMatchObject({ state: 'lapsed' });
    await expect(show(caseId)).rejects.toMatchObject({ code: 'receipt.not-settled' });
    await expect(share(receiptId)).rejects.toMatchObject({ code: 'receipt.not-settled' });
    await expect(world.module.get(PrintReceipt).execute(ME, receiptId)).rejects.toMatchObject({ code: 'receipt.not-settled' });
    await world.settle(caseId, 'paid');
    const again = await show(caseId);
    expect([again.paidAt, again.receiptId === receiptId]).toEqual(['2026-11-21T01:33:15.000Z', false]);
    expect([(await verify(code)).state, (await verify((await share(again.receiptId)).code)).state]).toEqual(['lapsed', 'genuine']);
  });

  it('ends whatever lives when a code is taken back, also where another one is named', async () => {
    const { receiptId } = await show(await paid());
    const shares = world.module.get(ShareReceipt);
    const first = await share(receiptId);
    await shares.withdraw(ME, receiptId, first.shareId);
    const second = await share(receiptId);
    await shares.withdraw(ME, receiptId, first.shareId);
    expect([(await verify(second.code)).state, (await shares.list(ME, receiptId)).items]).toEqual(['lapsed', []]);
  });

  it('gives out twenty codes in 24 hours and no more', async () => {
    const { receiptId } = await show(await paid());
    const shares = world.module.get(ShareReceipt);
    for (let count = 0; count < 20; count += 1) await shares.withdraw(ME, receiptId, (await share(receiptId)).shareId);
    await expect(share(receiptId)).rejects.toMatchObject({ code: 'receipt.shares-used-up' });
    world.clock.advance(86_400_001);
    await expect(share(receiptId)).resolves.toBeDefined();
  });

  it('comes as a document, the same all day, with the code that lives; and later while too many are being drawn', async () => {
    const { receiptId, number } = await show(await paid());
    const print = world.module.get(PrintReceipt);
    const first = await print.execute(ME, receiptId);
    expect(first.name).toBe(`${number}.pdf`);
    expect(first.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await print.execute(ME, receiptId)).bytes.equals(first.bytes)).toBe(true);
    const shares = world.module.get(ShareReceipt);
    const [inside] = (await shares.list(ME, receiptId)).items;
    expect((await verify(inside?.code ?? '')).state).toBe('genuine');
    await shares.withdraw(ME, receiptId, inside?.shareId ?? '');
    expect((await print.execute(ME, receiptId)).bytes.equals(first.bytes)).toBe(false);
    world.printer.busy = true;
    await expect(print.execute(ME, receiptId)).rejects.toMatchObject({ code: 'request.too-many' });
  });
});
