import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { endpoints } from '@anju/shared/contract';
import type { ReceiptReply } from '@anju/shared/contract';
import { showFace, submitPrefilled, untilCase, verifiedOnH5 } from '../world/journeys.ts';
import { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(120_000);

const KEY = 'loan-in-order';

describe('the receipt of a paid withdrawal', () => {
  let world: World;
  let phone: Phone;
  let stranger: Phone;
  let receipt: ReceiptReply;
  let caseId: string;
  beforeAll(async () => {
    world = await openWorld();
    stranger = new Phone(world.bffUrl);
    phone = await verifiedOnH5(world.bffUrl, world.control, await world.control.person(KEY));
    await showFace(phone, world.control);
    caseId = (await submitPrefilled(phone, 'repay-fund-loan', 'receipt-flow')).caseId;
    await untilCase(phone, caseId, (it) => it.stage === 'paid');
    receipt = await phone.ask(endpoints.showReceipt, { params: { caseId } });
  });
  afterAll(async () => {
    await world?.close();
  });

  const params = () => ({ receiptId: receipt.receiptId });
  const download = () => fetch(`${world.bffUrl}/api/v1/receipts/${receipt.receiptId}/file`, { headers: { authorization: `Bearer ${phone.token}` } });
  const verified = (code: string) => stranger.ask(endpoints.verifyReceipt, { params: { code } });

  it('agrees with the case and with what the core paid, masked, and reads the same again', async () => {
    const one = await phone.ask(endpoints.showCase, { params: { caseId } });
    const [payment] = (await world.control.journal(KEY)).payments;
    expect(receipt).toMatchObject({ number: one.number, outcome: 'paid', totalFen: one.amountFen, paidAt: one.paidAt, centre: '厦门市住房公积金中心', names: ['林*宁'], payee: one.payee });
    expect(payment?.amount).toBe(receipt.totalFen);
    expect(await phone.ask(endpoints.showReceipt, { params: { caseId } })).toEqual(receipt);
  });

  it('is checked by somebody without a session, until its person takes the code back', async () => {
    const key = 'share-once-0001';
    const first = await phone.call(endpoints.shareReceipt, { params: params(), key });
    const again = await phone.call(endpoints.shareReceipt, { params: params(), key });
    expect([first.status, again.body]).toEqual([201, first.body]);
    const { code, url, shareId } = first.body;
    expect(url.endsWith(code)).toBe(true);
    const { receiptId: _id, caseId: _case, ...facts } = receipt;
    expect(await verified(code)).toMatchObject({ state: 'genuine', receipt: facts });
    await phone.ask(endpoints.withdrawShare, { params: { ...params(), shareId } });
    expect((await verified(code)).state).toBe('lapsed');
    expect((await phone.ask(endpoints.listShares, { params: params() })).items).toEqual([]);
  });

  it('has one code, on the screen and in every document, so that taking it back ends the link that was copied', async () => {
    const shared = await phone.ask(endpoints.shareReceipt, { params: params() });
    for (let copy = 0; copy < 3; copy += 1) expect((await download()).status).toBe(200);
    const anew = await phone.ask(endpoints.shareReceipt, { params: params() });
    expect([anew, ...(await phone.ask(endpoints.listShares, { params: params() })).items]).toEqual([shared, shared]);
    expect((await verified(shared.code)).state).toBe('genuine');
    await phone.ask(endpoints.withdrawShare, { params: { ...params(), shareId: anew.shareId } });
    expect((await verified(shared.code)).state).toBe('lapsed');
    expect((await phone.ask(endpoints.listShares, { params: params() })).items).toEqual([]);
  });

  it('is not genuine with one character of the code changed, wherever it is', async () => {
    const { code } = await phone.ask(endpoints.shareReceipt, { params: params() });
    for (let at = 0; at < code.length; at += 1) {
      const altered = `${code.slice(0, at)}${code[at] === 'a' ? 'b' : 'a'}${code.slice(at + 1)}`;
      expect([at, (await verified(altered)).state]).toEqual([at, 'not-genuine']);
    }
    expect((await verified(code)).state).toBe('genuine');
    expect(await stranger.refused(endpoints.verifyReceipt, { params: { code: `${code}${code}` } })).toMatchObject({ status: 404 });
  });

  it('comes as a PDF drawn beside the requests, which go on being answered; its code never stands in a log', async () => {
    const [one, two, ...alive] = await Promise.all([download(), download(), ...Array.from({ length: 10 }, () => fetch(`${world.bffUrl}/health/live`))]);
    expect([one.status, one.headers.get('content-type'), one.headers.get('content-disposition')]).toEqual([200, 'application/pdf', `attachment; filename="${receipt.number}.pdf"`]);
    expect(alive.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    const [bytes, same] = [Buffer.from(await one.arrayBuffer()), Buffer.from(await two.arrayBuffer())];
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(same.length).toBe(bytes.length);
    const codes = (await phone.ask(endpoints.listShares, { params: params() })).items.map(({ code }) => code);
    for (const code of codes) expect(world.stack.bffOutput()).not.toContain(code.slice(3, 60));
    expect(world.stack.bffOutput()).toContain('/api/v1/verify/:code');
  });

  it('lies in the archive once, as a package whose hash the note beside it names', async () => {
    const folder = join(world.stack.options.stateDir, 'archive');
    const note = join(folder, `${receipt.number}.zip.json`);
    for (let turn = 0; turn < 100 && !existsSync(note); turn += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(readdirSync(folder).sort()).toEqual([`${receipt.number}.zip`, `${receipt.number}.zip.json`]);
    const { SM3, 'SHA-256': sha256 } = JSON.parse(readFileSync(note, 'utf8')) as Record<string, string>;
    const bytes = readFileSync(join(folder, `${receipt.number}.zip`));
    expect([createHash('sm3').update(bytes).digest('hex'), createHash('sha256').update(bytes).digest('hex')]).toEqual([SM3, sha256]);
  });
});

describe('a code of a receipt', () => {
  it('reads as lapsed after midnight in China, also after a restart of the BFF', async () => {
    const world = await openWorld({ now: '2026-11-26T15:30:00.000Z' });
    try {
      const phone = await verifiedOnH5(world.bffUrl, world.control, await world.control.person(KEY));
      await showFace(phone, world.control);
      const { caseId } = await submitPrefilled(phone, 'repay-fund-loan', 'receipt-midnight');
      await untilCase(phone, caseId, (it) => it.stage === 'paid');
      const { receiptId } = await phone.ask(endpoints.showReceipt, { params: { caseId } });
      const { code, expiresAt } = await phone.ask(endpoints.shareReceipt, { params: { receiptId } });
      expect(expiresAt).toBe('2026-11-26T16:00:00.000Z');
      const stranger = new Phone(world.bffUrl);
      expect((await stranger.ask(endpoints.verifyReceipt, { params: { code } })).state).toBe('genuine');
      await world.stack.end('bff');
      Object.assign(world.stack.options, { now: '2026-11-26T16:00:01.000Z' });
      await world.stack.startBff();
      expect((await stranger.ask(endpoints.verifyReceipt, { params: { code } })).state).toBe('lapsed');
    } finally {
      await world.close();
    }
  });
});
