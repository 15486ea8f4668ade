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
    expect(await all('notice')).toMatchObject([{ notice_id: 'n1', role: 'co-borrower' }]);
    expect(await all('stored_file')).toMatchObject([{ file_id: 'f1', held_until: null }]);
    for (const table of ['receipt', 'receipt_share', 'archived_case', 'withdrawal_draft']) expect(await all(table)).toEqual([]);
    await closeConnections(connections);
    await db.close();
  });
});
