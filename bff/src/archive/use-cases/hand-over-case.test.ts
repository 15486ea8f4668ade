import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { testEngines } from '../../platform/testing/index.ts';
import { Cases } from '../../progress/index.ts';
import { receiptWorld } from '../../receipt/testing/receipt-world.ts';
import type { ReceiptWorld } from '../../receipt/testing/receipt-world.ts';
import { ARCHIVE_TOPIC, HandOverCase } from './hand-over-case.ts';

const hash = (algorithm: string, bytes: Uint8Array): string => createHash(algorithm).update(bytes).digest('hex');
const utf8 = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

interface Listed {
  readonly 计算机文件名: string;
  readonly 字节数: number;
  readonly SM3: string;
  readonly 'SHA-256': string;
}

describe.each(testEngines())('a settled case goes to the archive (%s)', (engine) => {
  let world: ReceiptWorld;
  beforeEach(async () => {
    world = await receiptWorld(engine);
    world.files.files.push(
      { fileId: 'a', mediaType: 'image/jpeg', bytes: Buffer.from('a picture') },
      { fileId: 'b', mediaType: 'application/pdf', bytes: Buffer.alloc(300_000, 'x') },
    );
  });
  afterEach(() => world.close());

  const promised = () => world.outbox.messages.filter(({ topic }) => topic === ARCHIVE_TOPIC);
  const deliver = (caseId: string) => world.outbox.tryNow(`${ARCHIVE_TOPIC}#${promised().find(({ payload }) => payload['caseId'] === caseId)?.key ?? ''}`);
  const inFolder = () => readdirSync(world.archiveDir).sort();
  const rows = () => world.db.database.manager().query('SELECT * FROM archive_package') as Promise<Record<string, unknown>[]>;
  async function settled(stage: 'paid' | 'refused' | 'cancelled' = 'paid'): Promise<{ caseId: string; number: string }> {
    const caseId = await world.submitted();
    await world.settle(caseId, stage);
    return { caseId, number: (await world.module.get(Cases).byId(caseId))?.number ?? '' };
  }

  it('is promised with the move that settles it, and not before', async () => {
    const caseId = await world.submitted();
    await world.settle(caseId, 'approved' as 'paid');
    expect(promised()).toEqual([]);
    await world.settle(caseId, 'paid');
    await world.settle(caseId, 'paid');
    expect(promised()).toEqual([{ topic: ARCHIVE_TOPIC, key: expect.stringContaining(caseId), payload: { caseId } }]);
  });

  it('as one package with metadata, receipt, history and materials, every hash of which holds', async () => {
    const { caseId, number } = await settled();
    expect(await deliver(caseId)).toBe(true);
    expect(inFolder()).toEqual([`${number}.zip`, `${number}.zip.json`]);
    const bytes = readFileSync(join(world.archiveDir, `${number}.zip`));
    const note = JSON.parse(readFileSync(join(world.archiveDir, `${number}.zip.json`), 'utf8')) as Record<string, unknown>;
    expect(note).toEqual({ package: `${number}.zip`, sizeBytes: bytes.length, SM3: hash('sm3', bytes), 'SHA-256': hash('sha256', bytes) });
    for (const name of inFolder()) expect(statSync(join(world.archiveDir, name)).mode & 0o777).toBe(0o600);

    const files = unzipSync(bytes);
    const names = ['history.json', 'materials/01.jpg', 'materials/02.pdf', 'metadata.json', 'metadata.xml', 'receipt.pdf'].map((name) => `${number}/${name}`);
    expect(Object.keys(files).sort()).toEqual(names);
    const metadata = JSON.parse(utf8(files[`${number}/metadata.json`])) as Record<string, unknown> & { 文件: readonly Listed[] };
    expect(metadata).toMatchObject({ 件号: number, 责任者: '厦门市住房公积金中心', 日期: '2026-11-21', 保管期限: '30年', 办理结果: '已到账', 文件数: 5 });
    expect(metadata.文件.map((file) => file.计算机文件名).sort()).toEqual(names.filter((name) => !name.endsWith('metadata.json')));
    for (const { 计算机文件名: path, 字节数, SM3, 'SHA-256': sha256 } of metadata.文件) {
      const content = files[path] ?? new Uint8Array();
      expect([path, content.length, hash('sm3', content), hash('sha256', content)]).toEqual([path, 字节数, SM3, sha256]);
    }
    const xml = utf8(files[`${number}/metadata.xml`]);
    expect(xml).toContain(`<件号>${number}</件号>`);
    for (const { 计算机文件名: path, SM3 } of metadata.文件.slice(1)) for (const part of [`<计算机文件名>${path}</计算机文件名>`, `<SM3>${SM3}</SM3>`]) expect(xml).toContain(part);
    expect(utf8(files[`${number}/receipt.pdf`]).slice(0, 5)).toBe('%PDF-');
    expect(JSON.parse(utf8(files[`${number}/history.json`]))).toMatchObject({ 业务编号: number, 岗位: [{ 岗位: '审批岗' }] });
    expect(Buffer.from(files[`${number}/materials/02.pdf`] ?? []).equals(Buffer.alloc(300_000, 'x'))).toBe(true);
    for (const content of [metadata, xml]) expect(JSON.stringify(content)).not.toMatch(/林晓彤/);
  });

  it('with the papers that a case handed in again took over from the one before, each once', async () => {
    world.files.earlier.push({ fileId: 'c', mediaType: 'image/png', bytes: Buffer.from('an earlier picture') });
    const caseId = await world.submitted({ wish: { accountNo: 'a', cardNo: 'K1', fileIds: ['c', 'b'] } });
    await world.settle(caseId);
    await deliver(caseId);
    const files = unzipSync(readFileSync(join(world.archiveDir, inFolder()[0] ?? '')));
    const materials = Object.keys(files).filter((name) => name.includes('/materials/'));
    expect(materials.map((name) => name.split('/').at(-1)).sort()).toEqual(['01.png', '02.jpg', '03.pdf']);
    expect(utf8(files[materials.find((name) => name.endsWith('01.png')) ?? ''])).toBe('an earlier picture');
  });

  it('not when the bank has sent the money back by then and it can be handed in again, and is promised again when the case is settled anew', async () => {
    const caseId = await world.submitted({ wish: { accountNo: 'a', cardNo: 'K1', fileIds: [] } });
    await world.settle(caseId, 'paid');
    await world.settle(caseId, 'payment-failed');
    expect(await world.module.get(HandOverCase).execute(caseId)).toEqual({ kind: 'done' });
    expect(inFolder()).toEqual([]);
    await world.settle(caseId, 'paid');
    expect(promised()).toHaveLength(3);
    expect(await world.module.get(HandOverCase).execute(caseId)).toEqual({ kind: 'done' });
    expect(inFolder()).toHaveLength(2);
  });

  it('notices a file that was changed by one bit', async () => {
    const { caseId, number } = await settled();
    await deliver(caseId);
    const files = unzipSync(readFileSync(join(world.archiveDir, `${number}.zip`)));
    const [listed] = (JSON.parse(utf8(files[`${number}/metadata.json`])) as { 文件: readonly Listed[] }).文件.slice(-1);
    const content = Buffer.from(files[listed?.计算机文件名 ?? ''] ?? []);
    content[100] = (content[100] ?? 0) ^ 1;
    expect(hash('sm3', content)).not.toBe(listed?.SM3);
  });

  it('once: a second delivery writes nothing, and a try that died comes to the same package', async () => {
    const { caseId, number } = await settled();
    const handOver = world.module.get(HandOverCase);
    await handOver.execute(caseId);
    const [first] = await rows();
    expect(first).toMatchObject({ case_id: caseId, package: `${number}.zip`, outcome: 'paid', successor: null });
    rmSync(join(world.archiveDir, `${number}.zip`));
    expect(await handOver.execute(caseId)).toEqual({ kind: 'done' });
    expect(inFolder()).toEqual([`${number}.zip.json`]);
    // As after a crash between handing over and writing it down, days later, with other figures at the core.
    await world.db.unitOfWork.run(() => world.db.unitOfWork.manager().query('DELETE FROM archive_package'));
    world.clock.advance(3 * 86_400_000);
    world.core.overviewValue = undefined;
    await Promise.all([handOver.execute(caseId), handOver.execute(caseId)]);
    const again = await rows();
    expect(again).toHaveLength(1);
    expect(again[0]).toMatchObject({ sha256: first?.['sha256'], sm3: first?.['sm3'] });
    expect(hash('sha256', readFileSync(join(world.archiveDir, `${number}.zip`)))).toBe(first?.['sha256']);
    expect(inFolder().filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('later, while the core is silent or too many documents are being drawn; a lost material is a fault and no package', async () => {
    const { caseId, number } = await settled('refused');
    const handOver = world.module.get(HandOverCase);
    const { overviewValue } = world.core;
    world.core.overviewValue = undefined;
    expect((await handOver.execute(caseId)).kind).toBe('later');
    world.core.overviewValue = overviewValue;
    world.printer.busy = true;
    expect((await handOver.execute(caseId)).kind).toBe('later');
    world.printer.busy = false;
    world.files.content = async () => undefined;
    await expect(handOver.execute(caseId)).rejects.toThrow('material');
    expect(inFolder()).toEqual([]);
    delete (world.files as { content?: unknown }).content;
    expect(await handOver.execute(caseId)).toEqual({ kind: 'done' });
    expect(inFolder()).toContain(`${number}.zip`);
  });
});
