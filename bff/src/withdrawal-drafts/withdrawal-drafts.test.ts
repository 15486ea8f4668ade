import { randomUUID } from 'node:crypto';
import type { Draft, DraftReply, SaveDraftBody } from '@anju/shared/contract';
import { TypeOrmFileRegister } from '../file-store/adapters/typeorm-file-register.ts';
import { StoredFiles } from '../file-store/use-cases/stored-files.ts';
import { fileStoreRows } from '../file-store/index.ts';
import { SilentLog } from '../platform/index.ts';
import { migrations } from '../platform/database/migrations/index.ts';
import { FixedClock, testCipher, testDatabase, testEngines } from '../platform/testing/index.ts';
import type { TestDatabase } from '../platform/testing/index.ts';
import { TypeOrmDraftShelf } from './adapters/typeorm-draft-shelf.ts';
import { withdrawalDraftRows } from './adapters/withdrawal-draft.rows.ts';
import { KEPT_MS } from './domain/draft.ts';
import { KeptDrafts } from './use-cases/kept-drafts.ts';
import { SaveDraft } from './use-cases/save-draft.ts';
import { SweepDrafts } from './use-cases/sweep-drafts.ts';

const me = randomUUID();
const other = randomUUID();

describe.each(testEngines())('drafts of withdrawals (%s)', (engine) => {
  let db: TestDatabase;
  let clock: FixedClock;
  let register: TypeOrmFileRegister;
  let drafts: KeptDrafts;
  let save: SaveDraft;
  let unbound: ((personId: string) => Promise<void>)[];
  beforeEach(async () => {
    db = await testDatabase(engine, [...withdrawalDraftRows, ...fileStoreRows], migrations);
    clock = new FixedClock('2026-11-26T02:00:00Z');
    unbound = [];
    const people = { onUnbound: (handler: (personId: string) => Promise<void>) => void unbound.push(handler) } as never;
    register = new TypeOrmFileRegister(db.database);
    const files = new StoredFiles(register, {} as never, people, new SilentLog());
    const shelf = new TypeOrmDraftShelf(db.database, testCipher());
    drafts = new KeptDrafts(shelf, files, people, db.unitOfWork, clock);
    drafts.onModuleInit();
    save = new SaveDraft(shelf, drafts, files, db.unitOfWork, clock);
  });
  afterEach(() => db.close());

  const write = (body: SaveDraftBody, route = 'rent', who = me): Promise<DraftReply> => save.execute(who, route, body);
  const written = async (body: SaveDraftBody, route = 'rent'): Promise<Draft> => {
    const { draft } = await write(body, route);
    if (draft === null) throw new Error('nothing was written');
    return draft;
  };
  async function aFile(ownerId = me): Promise<string> {
    const fileId = randomUUID();
    const file = { fileId, ownerId, mediaType: 'image/jpeg', sizeBytes: 1, sha256: '0'.repeat(64), storedAt: clock.now(), caseId: null, heldUntil: null } as const;
    await db.unitOfWork.run(() => register.add(file));
    return fileId;
  }
  const heldUntil = async (fileId: string): Promise<string | null> => (await register.byId(fileId))?.heldUntil?.toISOString() ?? null;
  const paper = (fileId: string, field = 'contract'): { field: string; fileId: string; name: string } => ({ field, fileId, name: '合同.jpg' });

  it('keeps what is filled in, group by group, and gives it to any phone of the person', async () => {
    const fileId = await aFile();
    const first = await written({ at: 'monthlyRent', answers: { monthlyRent: 250_000 } });
    clock.advance(1000);
    const second = await written({ seen: first.version, at: 'contract', answers: { landlord: '林先生' } });
    const third = await written({ seen: second.version, files: [paper(fileId)], amountFen: 300_000, bankCardId: 'card-1' });
    expect(third.version).toBeGreaterThan(second.version);
    expect((await drafts.show(me, 'rent')).draft).toEqual({
      route: 'rent', version: third.version, updatedAt: '2026-11-26T02:00:01.000Z', at: 'contract',
      answers: { monthlyRent: 250_000, landlord: '林先生' }, files: [paper(fileId)], amountFen: 300_000, bankCardId: 'card-1',
    });
  });

  it('clears what a write names with null, and nothing else', async () => {
    const first = await written({ at: 'a', answers: { one: 1, two: '二' }, amountFen: 100, bankCardId: 'card-1' });
    const second = await written({ seen: first.version, at: null, answers: { one: null }, amountFen: null });
    expect(second).toMatchObject({ at: null, answers: { two: '二' }, amountFen: null, bankCardId: 'card-1' });
    expect(await written({ seen: second.version, answers: null, bankCardId: null, files: null })).toMatchObject({ answers: {}, bankCardId: null, files: [] });
  });

  it('refuses a write that was overtaken, tells nothing by it, and changes nothing', async () => {
    const first = await written({ answers: { monthlyRent: 1 } });
    const there = await written({ seen: first.version, answers: { monthlyRent: 2 } });
    await expect(write({ seen: first.version, answers: { monthlyRent: 3 } })).rejects.toMatchObject({ code: 'draft.changed', details: {} });
    await expect(write({ answers: { landlord: 'x' } })).rejects.toMatchObject({ code: 'draft.changed' });
    expect((await drafts.show(me, 'rent')).draft).toEqual(there);
  });

  it('answers the repeat of the last write with what stands, and writes nothing', async () => {
    const body = { answers: { monthlyRent: 1 } };
    const first = await written(body);
    clock.advance(1000);
    expect((await write(body)).draft).toEqual(first);
    const next = { seen: first.version, answers: { monthlyRent: 2 } };
    const second = await written(next);
    expect((await write(next)).draft).toEqual(second);
    await written({ seen: second.version, at: 'later' });
    await expect(write(next)).rejects.toMatchObject({ code: 'draft.changed' });
  });

  it('lets one of two first writes win', async () => {
    const outcomes = await Promise.allSettled([write({ answers: { a: 1 } }), write({ answers: { a: 2 } })]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'draft.changed' } });
  });

  it('does not take a version for seen that belonged to a draft given up since', async () => {
    const first = await written({ answers: { a: 1 } });
    await drafts.drop(me, 'rent');
    await drafts.drop(me, 'rent');
    expect((await drafts.show(me, 'rent')).draft).toBeNull();
    await expect(write({ seen: first.version, answers: { b: 1 } })).rejects.toMatchObject({ code: 'draft.changed' });
    clock.advance(1);
    await written({ answers: { c: 1 } });
    await expect(write({ seen: first.version, answers: { b: 1 } })).rejects.toMatchObject({ code: 'draft.changed' });
  });

  it('makes no draft of nothing', async () => {
    expect(await write({})).toEqual({ draft: null });
    expect(await drafts.list(me)).toEqual([]);
  });

  it.each<[string, SaveDraftBody, object]>([
    ['a name that is none', { answers: { 'a.b': 1 } }, { code: 'request.invalid', details: { fields: [{ field: 'answers.a.b' }] } }],
    ['the name of a prototype', { answers: JSON.parse('{"__proto__":"x"}') }, { code: 'request.invalid', details: { fields: [{ field: 'answers.__proto__' }] } }],
    ['a text too long', { answers: { a: 'x'.repeat(201) } }, { code: 'request.invalid', details: { fields: [{ field: 'answers.a' }] } }],
    ['signs nobody sees', { answers: { a: 'x\u0000' } }, { code: 'request.invalid' }],
    ['half a sign', { answers: { a: '\ud83d' } }, { code: 'request.invalid' }],
    ['a fraction', { answers: { a: 1.5 } }, { code: 'request.invalid' }],
    ['an object', { answers: { a: {} as never } }, { code: 'request.invalid' }],
    ['forty-one answers', { answers: Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`a${n}`, n])) }, { code: 'request.invalid', details: { fields: [{ field: 'answers' }] } }],
  ])('refuses %s by its name', async (_what, body, refusal) => {
    await expect(write(body)).rejects.toMatchObject(refusal);
    expect(await drafts.list(me)).toEqual([]);
  });

  it('holds as much as it promises', async () => {
    const answers = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`a${n}`, '金'.repeat(200)]));
    expect((await written({ answers })).answers).toEqual(answers);
    expect((await drafts.show(me, 'rent')).draft?.answers).toEqual(answers);
  });

  it('knows no route but the fifteen', async () => {
    for (const call of [() => write({}, 'lottery'), () => drafts.show(me, 'lottery'), () => drafts.drop(me, 'lottery')]) {
      await expect(call()).rejects.toMatchObject({ code: 'withdrawal.route-unknown' });
    }
  });

  it('takes only files that are the person\'s own, and names the one that is not', async () => {
    const [mine, theirs] = [await aFile(), await aFile(other)];
    for (const strange of [theirs, randomUUID()]) {
      await expect(write({ files: [paper(mine), paper(strange)] })).rejects.toMatchObject({ code: 'withdrawal.file-missing', details: { fields: [{ field: 'files.1.fileId' }] } });
    }
    expect(await drafts.list(me)).toEqual([]);
    expect([await heldUntil(mine), await heldUntil(theirs)]).toEqual([null, null]);
  });

  it('holds its files from its last write for 30 days, and lets go of one that no draft names', async () => {
    const [one, two] = [await aFile(), await aFile()];
    const first = await written({ files: [paper(one), paper(two)] });
    await written({ files: [paper(two)] }, 'purchase');
    clock.advance(86_400_000);
    const second = await written({ seen: first.version, at: 'x' });
    expect(await heldUntil(one)).toBe(new Date(clock.now().getTime() + KEPT_MS).toISOString());
    const third = await written({ seen: second.version, files: [] });
    expect([await heldUntil(one), (await heldUntil(two)) !== null]).toEqual([null, true]);
    await drafts.drop(me, 'purchase');
    expect(await heldUntil(two)).toBeNull();
    expect(third.files).toEqual([]);
  });

  it('lies sealed, for its own row only', async () => {
    await written({ answers: { landlord: 'Somebody' } });
    const [row] = await db.database.manager().query<[{ content: string }]>('SELECT content FROM withdrawal_draft');
    expect(row.content).not.toContain('Somebody');
    await db.unitOfWork.run(() => db.database.manager().query(`UPDATE withdrawal_draft SET route = 'purchase'`));
    await expect(drafts.show(me, 'purchase')).rejects.toThrow();
  });

  it('lists them, the last written first, each person their own', async () => {
    await written({ answers: { a: 1 } });
    clock.advance(1000);
    await written({ answers: { a: 1 } }, 'purchase');
    await write({ answers: { a: 1 } }, 'lift', other);
    expect(await drafts.list(me)).toEqual([{ route: 'purchase', updatedAt: '2026-11-26T02:00:01.000Z' }, { route: 'rent', updatedAt: '2026-11-26T02:00:00.000Z' }]);
  });

  it('is forgotten with the application that was sent, and only if that is taken in', async () => {
    const fileId = await aFile();
    await written({ files: [paper(fileId)] });
    await expect(db.unitOfWork.run(async () => (await drafts.forget(me, 'rent'), Promise.reject(new Error('not taken in'))))).rejects.toThrow('not taken in');
    expect(await drafts.of(me, 'rent')).not.toBeNull();
    await db.unitOfWork.run(async () => (await register.attach(me, [fileId], randomUUID()), drafts.forget(me, 'rent')));
    expect(await drafts.of(me, 'rent')).toBeNull();
    await db.unitOfWork.run(() => drafts.forget(me, 'rent'));
  });

  it('is over after 30 days without a write, and then swept', async () => {
    const first = await written({ answers: { a: 1 } });
    const sweep = new SweepDrafts(new TypeOrmDraftShelf(db.database, testCipher()), db.unitOfWork, clock, new SilentLog());
    clock.advance(KEPT_MS - 1);
    expect([await sweep.execute(), (await drafts.of(me, 'rent'))?.version]).toEqual([0, first.version]);
    clock.advance(1);
    expect([await drafts.of(me, 'rent'), await drafts.list(me)]).toEqual([null, []]);
    await expect(write({ seen: first.version, answers: { b: 1 } })).rejects.toMatchObject({ code: 'draft.changed' });
    expect((await written({ answers: { b: 1 } })).answers).toEqual({ b: 1 });
    clock.advance(KEPT_MS + 1);
    expect(await sweep.execute()).toBe(1);
  });

  it('goes with its person', async () => {
    await written({ answers: { a: 1 } });
    await write({ answers: { a: 1 } }, 'rent', other);
    await db.unitOfWork.run(async () => {
      for (const leave of unbound) await leave(me);
    });
    expect([await drafts.of(me, 'rent'), (await drafts.of(other, 'rent'))?.answers]).toEqual([null, { a: 1 }]);
  });
});
