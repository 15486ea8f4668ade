import { archiveRows } from '../../archive/index.ts';
import { fileStoreRows } from '../../file-store/index.ts';
import { notificationRows } from '../../notification/index.ts';
import { progressRows } from '../../progress/index.ts';
import { receiptRows } from '../../receipt/index.ts';
import { withdrawalDraftRows } from '../../withdrawal-drafts/index.ts';
import { testDatabase, testEngines } from '../testing/index.ts';
import { closeConnections, openConnections } from './data-source.ts';
import { migrate } from './migrate.ts';
import { AddNoticeRole1780000000040 } from './migrations/0040-add-notice-role.ts';
import { HoldFiles1780000000045 } from './migrations/0045-hold-files.ts';
import { CreateWithdrawalDraft1780000000046 } from './migrations/0046-create-withdrawal-draft.ts';
import { ArchiveInParts1780000000047 } from './migrations/0047-archive-in-parts.ts';
import { TellArchiveOfReturns1780000000052 } from './migrations/0052-tell-archive-of-returns.ts';
import { TellMoreOfNotices1780000000049 } from './migrations/0049-tell-more-of-notices.ts';
import { migrations } from './migrations/index.ts';

const before = migrations.slice(0, migrations.indexOf(AddNoticeRole1780000000040));
const rows = [...progressRows, ...notificationRows, ...fileStoreRows, ...receiptRows, ...archiveRows, ...withdrawalDraftRows];
const liveCase = {
  case_id: 'c1', number: 'T20261121000001', person_id: 'p1', co_person_id: 'p2', live_key: 'p1|rent', is_live: true, channel: 'h5', route: 'rent', amount_fen: 1, stage: 'submitted', link: 'to-send',
  request_no: 'W1', attempt: 1, customer_no: 'sealed', submitted_at: 1, updated_at: 1, version: 1,
};
const notice = { notice_id: 'n1', person_id: 'p2', case_id: 'c1', number: 'T20261121000001', route: 'rent', stage: 'accepted', amount_fen: 1, channel: 'h5', at: 1, is_read: false, send_state: 'none', also_by: 'none', position: 1 };
const file = { file_id: 'f1', owner_id: 'p1', media_type: 'image/png', size_bytes: 1, sha256: 'x', stored_at: 1 };

describe.each(testEngines())('a database from before withdrawals were whole (%s)', (engine) => {
  it.each([
    ['nothing of it', []],
    ['the files and drafts of it, whose numbers are higher', [HoldFiles1780000000045, CreateWithdrawalDraft1780000000046]],
  ] as const)('that has %s gets the rest, keeps what it holds, and is asked nothing twice', async (_what, some) => {
    const db = await testDatabase(engine, [], [...before, ...some]);
    const insert = (table: string, values: object) => db.unitOfWork.run(() => db.database.manager().createQueryBuilder().insert().into(table).values(values).execute());
    for (const [table, values] of [['service_case', liveCase], ['notice', notice], ['stored_file', file]] as const) await insert(table, values);
    const connections = await openConnections(db.target, rows, migrations);
    expect(await migrate(connections, db.target)).toBe(migrations.length - before.length - some.length);
    expect(await migrate(connections, db.target)).toBe(0);
    const all = (table: string) => connections.reader.query(`SELECT * FROM ${table}`) as Promise<Record<string, unknown>[]>;
    expect(await all('service_case')).toMatchObject([{ case_id: 'c1', live_key: 'p1|rent', resubmits: null }]);
    expect(await all('notice')).toMatchObject([{ notice_id: 'n1', role: 'co-borrower', origin: null, cause: null }]);
    expect(await all('stored_file')).toMatchObject([{ file_id: 'f1', held_until: null }]);
    for (const table of ['receipt', 'receipt_share', 'archive_package', 'withdrawal_draft']) expect(await all(table)).toEqual([]);
    await expect(all('booking_wish')).rejects.toThrow();
    await closeConnections(connections);
    await db.close();
  });
});

describe.each(testEngines())('a database whose notices said nothing of who made their cases (%s)', (engine) => {
  it('says it of each by the number its case has at the core', async () => {
    const db = await testDatabase(engine, [], migrations.slice(0, migrations.indexOf(TellMoreOfNotices1780000000049)));
    const insert = (table: string, values: object) => db.unitOfWork.run(() => db.database.manager().createQueryBuilder().insert().into(table).values(values).execute());
    for (const [at, request] of [`W${'a'.repeat(32)}`, 'ZD000000000001-20261121', 'GT20261121'].entries()) {
      const [caseId, number] = [`c${at}`, `T2026112100000${at}`];
      await insert('service_case', { ...liveCase, case_id: caseId, number, live_key: caseId, request_no: request });
      await insert('notice', { ...notice, notice_id: `n${at}`, case_id: caseId, number, role: 'applicant' });
    }
    const connections = await openConnections(db.target, rows, migrations);
    await migrate(connections, db.target);
    const told = (await connections.reader.query('SELECT * FROM notice ORDER BY notice_id')) as Record<string, unknown>[];
    expect(told.map(({ origin, cause }) => [origin, cause])).toEqual([[null, null], ['order', null], ['centre', null]]);
    await closeConnections(connections);
    await db.close();
  });
});

describe.each(testEngines())('a database whose cases went to the archive in one package each (%s)', (engine) => {
  it('knows them as first packages, by how the case stood then, and the archive will be told of what came back', async () => {
    const db = await testDatabase(engine, [], migrations.slice(0, migrations.indexOf(ArchiveInParts1780000000047)));
    const insert = (table: string, values: object) => db.unitOfWork.run(() => db.database.manager().createQueryBuilder().insert().into(table).values(values).execute());
    for (const [at, stage] of ['paid', 'refused', 'payment-failed', 'cancelled'].entries()) {
      const name = { case_id: `c${at}`, number: `T2026112100000${at}` };
      await insert('service_case', { ...liveCase, ...name, live_key: `c${at}`, is_live: false, request_no: `W${at}`, stage });
      await insert('archived_case', { ...name, package: `${name.number}.zip`, sha256: `a${at}`, sm3: `b${at}`, size_bytes: 9, handed_over_at: 5 });
    }
    const connections = await openConnections(db.target, rows, migrations);
    await migrate(connections, db.target);
    const runner = connections.writer.createQueryRunner();
    await new ArchiveInParts1780000000047().up(runner);
    await new TellArchiveOfReturns1780000000052().up(runner);
    await runner.release();
    const promised = (await connections.reader.query("SELECT payload, state FROM outbox_message WHERE topic = 'archive.hand-over'")) as Record<string, unknown>[];
    expect(promised).toEqual([{ payload: '{"caseId":"c2"}', state: 'waiting' }]);
    const kept = (await connections.reader.query('SELECT * FROM archive_package ORDER BY case_id')) as Record<string, unknown>[];
    expect(kept.map((row) => [row['case_id'], Number(row['part']), row['package'], row['outcome'], row['sm3'], Number(row['size_bytes'])])).toEqual([
      ['c0', 1, 'T20261121000000.zip', 'paid', 'b0', 9],
      ['c1', 1, 'T20261121000001.zip', 'refused', 'b1', 9],
      ['c2', 1, 'T20261121000002.zip', 'paid', 'b2', 9],
      ['c3', 1, 'T20261121000003.zip', 'cancelled', 'b3', 9],
    ]);
    await expect(connections.reader.query('SELECT * FROM archived_case')).rejects.toThrow();
    await closeConnections(connections);
    await db.close();
  });
});
