import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { testEngines } from '../../platform/testing/index.ts';
import { Cases, newCase, StartCase, SweepWishes, WISH_KEPT_MS } from '../../progress/index.ts';
import { ME, receiptWorld } from '../../receipt/testing/receipt-world.ts';
import type { ReceiptWorld } from '../../receipt/testing/receipt-world.ts';
import { ARCHIVE_TOPIC, HandOverCase } from './hand-over-case.ts';

const hash = (algorithm: string, bytes: Uint8Array): string => createHash(algorithm).update(bytes).digest('hex');

const ASKED = { wish: { accountNo: 'a', cardNo: 'K1', fileIds: [] } };

type Metadata = Record<string, unknown> & { readonly 文件: readonly { readonly 计算机文件名: string; readonly SM3: string; readonly 'SHA-256': string }[] };

describe.each(testEngines())('what becomes of a case afterwards goes to the archive too (%s)', (engine) => {
  let world: ReceiptWorld;
  beforeEach(async () => {
    world = await receiptWorld(engine);
    world.files.files.push({ fileId: 'a', mediaType: 'image/jpeg', bytes: Buffer.from('a picture') });
  });
  afterEach(() => world.close());

  const inFolder = () => readdirSync(world.archiveDir).filter((name) => name.endsWith('.zip')).sort();
  const bytesOf = (name: string) => readFileSync(join(world.archiveDir, `${name}.zip`));
  const handOver = (caseId: string) => world.module.get(HandOverCase).execute(caseId);
  const promised = () => world.outbox.messages.filter(({ topic }) => topic === ARCHIVE_TOPIC).map(({ payload }) => payload['caseId']);
  const numberOf = async (caseId: string) => (await world.module.get(Cases).byId(caseId))?.number ?? '';

  /** The content of a package, each file by its last name; every hash that its metadata tells holds. */
  function opened(name: string): { readonly metadata: Metadata; readonly text: (file: string) => string; readonly files: readonly string[] } {
    const files = unzipSync(bytesOf(name));
    const text = (file: string) => Buffer.from(files[`${name}/${file}`] ?? []).toString('utf8');
    const metadata = JSON.parse(text('metadata.json')) as Metadata;
    for (const { 计算机文件名: path, SM3, 'SHA-256': sha256 } of metadata.文件) {
      expect([path, hash('sm3', files[path] ?? Buffer.alloc(0)), hash('sha256', files[path] ?? Buffer.alloc(0))]).toEqual([path, SM3, sha256]);
    }
    expect(JSON.parse(readFileSync(join(world.archiveDir, `${name}.zip.json`), 'utf8'))).toMatchObject({ SM3: hash('sm3', bytesOf(name)) });
    return { metadata, text, files: metadata.文件.map(({ 计算机文件名 }) => 计算机文件名.slice(name.length + 1)).sort() };
  }

  /** Another case in the place of one, by the way every application takes. */
  async function handedInAgain(caseId: string): Promise<string> {
    const asked = { personId: ME, customerNo: 'KH1', channel: 'weapp', route: 'repay-fund-loan', amountFen: 1_234_567, payee: { bank: '招商银行', tail: '7788' }, wish: null, terms: null, resubmits: caseId } as const;
    const wished = newCase(asked, '55555555-5555-4555-8555-555555555555', world.clock.now());
    const running = (): never => {
      throw new Error('nothing else runs');
    };
    const started = await world.module.get(StartCase).execute({ wished, judgedBy: { state: 'fresh', askedAt: new Date(world.clock.now().getTime() + 1) }, until: 0, running });
    return started?.caseId ?? '';
  }

  it('money that comes back after the hand-over: a supplement that names the package before it by its hashes', async () => {
    const caseId = await world.submitted();
    await world.settle(caseId);
    await handOver(caseId);
    const number = await numberOf(caseId);
    const first = bytesOf(number);
    await world.settle(caseId, 'payment-failed');
    expect(promised()).toEqual([caseId, caseId]);
    expect(await handOver(caseId)).toEqual({ kind: 'done' });
    expect(inFolder()).toEqual([`${number}-2.zip`, `${number}.zip`]);
    const { metadata, text, files } = opened(`${number}-2`);
    expect(metadata).toMatchObject({ 件号: `${number}-2`, 办理结果: '付款未成功', 责任者: '厦门市住房公积金中心', 补充: { 归档包: `${number}.zip`, SM3: hash('sm3', first), 'SHA-256': hash('sha256', first) } });
    expect(text('metadata.xml')).toContain(`<补充><归档包>${number}.zip</归档包><SM3>${hash('sm3', first)}</SM3>`);
    expect(files).toEqual(['history.json', 'metadata.xml', 'return.json']);
    expect(JSON.parse(text('return.json'))).toMatchObject({ 业务编号: number, 金额: '12,345.67', 收款账户: '中国建设银行厦门分行 **** 1496', 付款时间: '2026-11-21T01:31:15.000Z', 退回时间: '2026-11-21T01:32:15.000Z', 后续业务编号: null });
    await Promise.all([handOver(caseId), handOver(caseId)]);
    expect(inFolder()).toHaveLength(2);
    expect(bytesOf(number).equals(first)).toBe(true);
  });

  it('paid anew after that, and sent back again: one more package each time, with the receipt of the second payment', async () => {
    const caseId = await world.submitted();
    for (const stage of ['paid', 'payment-failed', 'paid', 'payment-failed'] as const) {
      await world.settle(caseId, stage);
      await handOver(caseId);
    }
    const number = await numberOf(caseId);
    expect(inFolder()).toEqual([`${number}-2.zip`, `${number}-3.zip`, `${number}-4.zip`, `${number}.zip`]);
    expect(opened(`${number}-3`)).toMatchObject({ files: ['history.json', 'metadata.xml', 'receipt.pdf'], metadata: { 办理结果: '已到账', 补充: { 归档包: `${number}-2.zip` } } });
    expect(JSON.parse(opened(`${number}-4`).text('return.json'))).toMatchObject({ 付款时间: '2026-11-21T01:33:15.000Z', 退回时间: '2026-11-21T01:34:15.000Z' });
  });

  it.each([['and it can be handed in again', ASKED], ['and it cannot', {}]])('a return that overtakes the hand-over is not lost, %s: both packages stand, each as it was written down', async (_what, asked) => {
    const caseId = await world.submitted(asked);
    await world.settle(caseId);
    const { print } = world.printer;
    world.printer.print = async (one) => {
      world.printer.print = print;
      await world.settle(caseId, 'payment-failed');
      expect(await handOver(caseId)).toEqual({ kind: 'done' });
      return print.call(world.printer, one);
    };
    expect(await handOver(caseId)).toEqual({ kind: 'done' });
    const number = await numberOf(caseId);
    expect(inFolder()).toEqual([`${number}-2.zip`, `${number}.zip`]);
    expect([opened(number).metadata['办理结果'], opened(`${number}-2`).metadata['办理结果']]).toEqual(['已到账', '付款未成功']);
    const rows = (await world.db.database.manager().query('SELECT * FROM archive_package ORDER BY part')) as { package: string; sha256: string }[];
    expect(rows.map(({ sha256 }) => sha256)).toEqual([number, `${number}-2`].map((name) => hash('sha256', bytesOf(name))));
  });

  it('what was planned when a try died is made as planned, whatever has become of the case since', async () => {
    const caseId = await world.submitted();
    await world.settle(caseId);
    world.printer.busy = true;
    expect((await handOver(caseId)).kind).toBe('later');
    await world.settle(caseId, 'payment-failed');
    await world.settle(caseId);
    world.printer.busy = false;
    expect(await handOver(caseId)).toEqual({ kind: 'done' });
    const number = await numberOf(caseId);
    expect(inFolder()).toEqual([`${number}-2.zip`, `${number}.zip`]);
    expect(opened(`${number}-2`).metadata).toMatchObject({ 办理结果: '已到账', 补充: { 归档包: `${number}.zip` } });
    expect(opened(`${number}-2`).text('receipt.pdf')).not.toBe(opened(number).text('receipt.pdf'));
  });

  it('a payment that failed and that nobody can hand in again goes whole: at once, or when its time is over', async () => {
    const [never, later] = [await world.submitted({ route: 'loan-prepayment' }), await world.submitted(ASKED)];
    for (const caseId of [never, later]) await world.settle(caseId, 'payment-failed');
    for (const caseId of [never, later]) await handOver(caseId);
    expect(inFolder()).toEqual([`${await numberOf(never)}.zip`]);
    expect(opened(await numberOf(never)).metadata).toMatchObject({ 办理结果: '扣款未成功', 保管期限: '永久' });
    world.clock.advance(WISH_KEPT_MS + 60_000);
    expect(await world.module.get(SweepWishes).execute()).toBe(1);
    expect(promised()).toEqual([never, later, later]);
    await handOver(later);
    expect(opened(await numberOf(later)).metadata).toMatchObject({ 办理结果: '付款未成功', 日期: '2026-11-21' });
  });

  it('what a case names no more is handed over with the papers of the cases it was handed in again for', async () => {
    const first = await world.submitted(ASKED);
    await world.settle(first, 'payment-failed');
    world.files.earlier.push({ fileId: 'b', mediaType: 'application/pdf', bytes: Buffer.from('a voucher') });
    world.files.earlierCase = first;
    const second = await handedInAgain(first);
    await world.settle(second, 'payment-failed');
    await handedInAgain(second);
    await handOver(second);
    expect(opened(await numberOf(second)).files).toEqual(['history.json', 'materials/01.pdf', 'materials/02.jpg', 'metadata.xml', 'return.json']);
  });

  it('a payment that failed is no end by itself; once another case takes its place it goes whole, with its end and its successor', async () => {
    const caseId = await world.submitted(ASKED);
    await world.settle(caseId, 'payment-failed');
    expect(await handOver(caseId)).toEqual({ kind: 'done' });
    expect(inFolder()).toEqual([]);
    const next = await handedInAgain(caseId);
    expect(promised()).toEqual([caseId, caseId]);
    await handOver(caseId);
    const [number, successor] = [await numberOf(caseId), await numberOf(next)];
    expect(inFolder()).toEqual([`${number}.zip`]);
    const { metadata, text, files } = opened(number);
    expect(metadata).toMatchObject({ 办理结果: '付款未成功', 后续业务编号: successor });
    expect(metadata).not.toHaveProperty('补充');
    expect(text('metadata.xml')).toContain(`<后续业务编号>${successor}</后续业务编号>`);
    expect(files).toEqual(['history.json', 'materials/01.jpg', 'metadata.xml', 'return.json']);
    expect(JSON.parse(text('return.json'))).toMatchObject({ 付款时间: null, 后续业务编号: successor });
    await world.settle(next);
    await handOver(next);
    expect(opened(successor).metadata).toMatchObject({ 前次业务编号: number, 办理结果: '已到账' });
    expect(opened(successor).text('metadata.xml')).toContain(`<前次业务编号>${number}</前次业务编号>`);
  });

  it('one that was handed over, came back and was replaced is told with its successor, at once or later', async () => {
    const caseId = await world.submitted();
    await world.settle(caseId);
    await handOver(caseId);
    await world.settle(caseId, 'payment-failed');
    await handOver(caseId);
    const next = await handedInAgain(caseId);
    await handOver(caseId);
    const number = await numberOf(caseId);
    expect(inFolder()).toEqual([`${number}-2.zip`, `${number}-3.zip`, `${number}.zip`]);
    expect(opened(`${number}-2`).metadata).not.toHaveProperty('后续业务编号');
    expect(opened(`${number}-3`).metadata).toMatchObject({ 后续业务编号: await numberOf(next), 补充: { 归档包: `${number}-2.zip` } });
    expect(await handOver(caseId)).toEqual({ kind: 'done' });
    expect(inFolder()).toHaveLength(3);
  });
});
