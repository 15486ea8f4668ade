import { auditRows } from '../../audit/index.ts';
import { notificationRows } from '../../notification/index.ts';
import { closeConnections, openConnections } from '../../platform/database/data-source.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { AddCoBorrower1780000000038 } from '../../platform/database/migrations/0038-add-co-borrower.ts';
import { migrations } from '../../platform/database/migrations/index.ts';
import { TypeOrmUnitOfWork } from '../../platform/database/typeorm-unit-of-work.ts';
import { testCipher, testDatabase, testEngines } from '../../platform/testing/index.ts';
import { progressRows } from './progress.rows.ts';
import { TypeOrmCases } from './typeorm-cases.ts';

const before = migrations.slice(0, migrations.indexOf(AddCoBorrower1780000000038));
const cipher = testCipher();
const [joint, alone] = ['22222222-2222-4222-8222-222222222222', '33333333-3333-4333-8333-333333333333'];
const rowOf = (caseId: string, personId: string) => ({
  case_id: caseId, number: `T${personId}`, person_id: personId, live_key: `${personId}|loan-pre-application`, is_live: true, channel: 'h5', route: 'loan-pre-application', amount_fen: 1,
  payee_bank: null, payee_tail: null, stage: 'signing', link: 'held', request_no: `W${personId}`, attempt: 1, core_case_no: null, customer_no: cipher.seal('KH1', 'withdrawal_case.customer_no'),
  wish: null, terms: null, record: null, refusal: null, submitted_at: 1, updated_at: 1, version: 1,
});
const notice = { case_id: joint, number: 'T', route: 'r', stage: 'paid', amount_fen: 1, channel: 'h5', at: 1, position: 1, is_read: false, send_state: 'none', also_by: 'none' };
const entry = {
  sequence: 1, at: 1, person_id: 'p2', actor: 'anju', action: 'loan-pre-application.co-borrower', subject: joint, outcome: 'done', previous_hash: 'a', hash: 'b',
};

describe.each(testEngines())('couples whose loan is on its way when the spouse is shown it (%s)', (engine) => {
  it('are both named by their case, each may be told a stage, and the step may be run again', async () => {
    const db = await testDatabase(engine, [], before);
    const insert = (table: string, values: object[]) => db.unitOfWork.run(() => db.database.manager().createQueryBuilder().insert().into(table).values(values).execute());
    await insert('service_case', [rowOf(joint, 'p1'), rowOf(alone, 'p3')]);
    await insert('audit_entry', [entry]);
    await insert('notice', [{ ...notice, notice_id: 'o1', person_id: 'p1', stage: 'signing' }]);
    await insert('notice', [{ ...notice, notice_id: 'o2', person_id: 'p2', stage: 'refused' }]);
    const connections = await openConnections(db.target, [...progressRows, ...auditRows, ...notificationRows], migrations);
    await migrate(connections, db.target);
    const runner = connections.writer.createQueryRunner();
    await new AddCoBorrower1780000000038().up(runner);
    await runner.release();
    const cases = new TypeOrmCases(new TypeOrmUnitOfWork(connections), cipher);
    expect((await cases.liveOf('p2')).map(({ caseId, personId, coPersonId }) => [caseId, personId, coPersonId])).toEqual([[joint, 'p1', 'p2']]);
    expect((await cases.byId(alone))?.coPersonId).toBeNull();
    const tell = (noticeId: string, personId: string): Promise<string> =>
      insert('notice', [{ ...notice, notice_id: noticeId, person_id: personId }]).then(() => 'told', String);
    expect([await tell('n1', 'p1'), await tell('n2', 'p2'), await tell('n3', 'p2')]).toEqual(['told', 'told', expect.stringMatching(/unique|duplicate/i)]);
    const told: unknown = await connections.writer.query("SELECT person_id, role FROM notice WHERE stage <> 'paid' ORDER BY notice_id");
    expect(told).toEqual([{ person_id: 'p1', role: 'applicant' }, { person_id: 'p2', role: 'co-borrower' }]);
    await closeConnections(connections);
    await db.close();
  });
});
