import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testEngines } from '../../platform/testing/index.ts';
import type { BusinessWorld } from '../../withdrawal/testing/business-world.ts';
import { businessWorld } from '../../withdrawal/testing/business-world.ts';
import { FileRegister, FileVault } from '../domain/stored-file.ts';
import { FileStore } from '../index.ts';
import { SweepOrphans } from './sweep-orphans.ts';
import { ShowFile, UploadFile } from './upload-file.ts';

const me = '11111111-1111-4111-8111-111111111111';
const other = '33333333-3333-4333-8333-333333333333';
const caseId = '22222222-2222-4222-8222-222222222222';
const WEEK_MS = 7 * 86_400_000;

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Secret(voucher)>>endobj\ntrailer<<>>\n%%EOF\n');
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex');
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043', 'hex');

describe.each(testEngines())('materials (%s)', (engine) => {
  let world: BusinessWorld;
  beforeEach(async () => {
    world = await businessWorld(engine);
  });
  afterEach(() => world.close());
  const upload = (bytes: Buffer) => world.module.get(UploadFile).execute(me, { bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
  const onDisk = (): string[] => readdirSync(world.filesDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pathOf = (fileId: string): string => join(world.filesDir, fileId.slice(0, 2), fileId);
  const dayBefore = (days: number): Date => new Date(world.clock.now().getTime() - days * 86_400_000);
  const attach = (fileIds: string[], to = caseId): Promise<boolean> => world.db.unitOfWork.run(() => world.module.get(FileStore).attach(me, fileIds, to));
  const hold = (fileIds: string[], days: number | null, who = me): Promise<boolean> => {
    const until = days === null ? null : new Date(world.clock.now().getTime() + days * 86_400_000);
    return world.db.unitOfWork.run(() => world.module.get(FileStore).hold(who, fileIds, until));
  };

  it.each([
    ['application/pdf', PDF],
    ['image/png', PNG],
    ['image/jpeg', JPEG],
  ])('takes a %s in by its bytes and gives back whole what the cleaner made of it', async (mediaType, bytes) => {
    const reply = await upload(bytes);
    expect(reply).toMatchObject({ mediaType, sizeBytes: bytes.length });
    expect(await world.module.get(FileStore).content(reply.fileId)).toEqual({ mediaType, bytes });
    expect(world.asking.replies).toEqual([reply]);
  });

  it('lies on disk sealed', async () => {
    await upload(PDF);
    const [path] = onDisk();
    expect(readFileSync(path ?? '').includes('voucher')).toBe(false);
  });

  it.each([
    ['a script', Buffer.from('<script>alert(1)</script>'), 'file.infected'],
    ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000'), 'file.type-not-allowed'],
    ['a ZIP', Buffer.from('504b0304140000000800', 'hex'), 'file.type-not-allowed'],
    ['nothing', Buffer.alloc(0), 'file.empty'],
  ])('refuses %s and keeps nothing', async (_what, bytes, code) => {
    await expect(upload(bytes)).rejects.toMatchObject({ code });
    expect(onDisk()).toEqual([]);
  });

  it('takes no more than twenty that no case needs', async () => {
    const files: string[] = [];
    for (let n = 0; n < 20; n += 1) files.push((await upload(PDF)).fileId);
    await expect(upload(PDF)).rejects.toMatchObject({ code: 'request.too-many' });
    expect(onDisk()).toHaveLength(20);
    await attach(files.slice(0, 1));
    await expect(upload(PDF)).resolves.toMatchObject({ mediaType: 'application/pdf' });
  });

  it('takes no more than a hundred together with what drafts hold', async () => {
    const register = world.module.get(FileRegister);
    const held = { ...(await register.byId((await upload(PDF)).fileId))!, heldUntil: dayBefore(-30) };
    await world.db.unitOfWork.run(async () => {
      for (let n = 0; n < 98; n += 1) await register.add({ ...held, fileId: randomUUID() });
    });
    await upload(PDF);
    await expect(upload(PDF)).rejects.toMatchObject({ code: 'request.too-many' });
    expect(onDisk()).toHaveLength(2);
  });

  it('shows a file to its owner only', async () => {
    const { fileId } = await upload(PDF);
    expect(await world.module.get(ShowFile).execute(me, fileId)).toMatchObject({ fileId });
    await expect(world.module.get(ShowFile).execute(other, fileId)).rejects.toMatchObject({ code: 'request.not-found' });
    expect(await world.module.get(FileStore).own(other, [fileId])).toEqual([]);
  });

  it('gives a file to one case only, which may be put right and handed in again with it', async () => {
    const { fileId } = await upload(PDF);
    const { fileId: added } = await upload(PNG);
    expect(await attach([fileId])).toBe(true);
    expect(await attach([fileId], other)).toBe(false);
    expect(await attach([fileId, added])).toBe(true);
    world.clock.advance(20 * WEEK_MS);
    expect(await world.module.get(SweepOrphans).execute()).toBe(0);
  });

  it('keeps what a draft holds until its time is over, or it is let go', async () => {
    const [held, dropped] = [(await upload(PDF)).fileId, (await upload(PNG)).fileId];
    expect(await hold([held, dropped], 30)).toBe(true);
    expect(await hold([held], 30, other)).toBe(false);
    expect(await hold([held, randomUUID()], 30)).toBe(false);
    world.clock.advance(WEEK_MS);
    const sweep = world.module.get(SweepOrphans);
    expect(await sweep.execute()).toBe(0);
    await hold([dropped], null);
    expect(await sweep.execute()).toBe(1);
    expect(await world.module.get(ShowFile).execute(me, held)).toMatchObject({ fileId: held });
    world.clock.advance(4 * WEEK_MS);
    expect(await sweep.execute()).toBe(1);
    expect(onDisk()).toEqual([]);
  });

  it('does not say that a file is there when its content is gone', async () => {
    const { fileId } = await upload(PDF);
    await world.module.get(FileVault).remove(fileId);
    await expect(world.module.get(ShowFile).execute(me, fileId)).rejects.toMatchObject({ code: 'request.not-found' });
  });

  it('forgets what no case needed when its person leaves', async () => {
    const [taken, unused] = [(await upload(PDF)).fileId, (await upload(PNG)).fileId];
    await attach([taken]);
    await hold([unused], 30);
    await world.db.unitOfWork.run(async () => {
      for (const leave of world.people.unbinding) await leave(me);
    });
    expect((await world.module.get(FileStore).own(me, [taken, unused])).map(({ fileId }) => fileId)).toEqual([taken]);
  });

  it('sweeps what no case took within a week, and nothing else', async () => {
    const taken = await upload(PDF);
    const forgotten = await upload(PNG);
    await attach([taken.fileId]);
    const sweep = world.module.get(SweepOrphans);
    expect(await sweep.execute()).toBe(0);
    world.clock.advance(WEEK_MS);
    expect(await sweep.execute()).toBe(1);
    expect(onDisk().map((path) => path.slice(-36))).toEqual([taken.fileId]);
    await expect(world.module.get(ShowFile).execute(me, forgotten.fileId)).rejects.toMatchObject({ code: 'request.not-found' });
  });

  it('sweeps a content that a crash left without a row, a day later, and no file with a row', async () => {
    const vault = world.module.get(FileVault);
    const { fileId } = await upload(PDF);
    const [orphan, begun, young] = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of [orphan, begun, young]) await vault.put(id, PNG);
    renameSync(pathOf(begun), `${pathOf(begun)}.part`);
    writeFileSync(join(world.filesDir, 'README'), 'not a material');
    const age = (path: string, days: number): void => utimesSync(path, dayBefore(days), dayBefore(days));
    for (const path of [pathOf(fileId), pathOf(orphan), `${pathOf(begun)}.part`, join(world.filesDir, 'README')]) age(path, 2);
    age(pathOf(young), 0);
    expect(await world.module.get(SweepOrphans).execute()).toBe(2);
    expect(new Set(onDisk())).toEqual(new Set([pathOf(fileId), pathOf(young), join(world.filesDir, 'README')]));
  });
});
