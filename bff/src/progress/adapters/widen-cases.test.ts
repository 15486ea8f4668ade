import { closeConnections, openConnections } from '../../platform/database/data-source.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { migrations } from '../../platform/database/migrations/index.ts';
import { WidenCases1780000000030 } from '../../platform/database/migrations/0030-widen-cases.ts';
import { TypeOrmUnitOfWork } from '../../platform/database/typeorm-unit-of-work.ts';
import { testCipher, testDatabase, testEngines } from '../../platform/testing/index.ts';
import { progressRows } from './progress.rows.ts';
import { TypeOrmCases } from './typeorm-cases.ts';

const before = migrations.slice(0, migrations.indexOf(WidenCases1780000000030));
const cipher = testCipher();
const withdrawal = {
  case_id: '22222222-2222-4222-8222-222222222222', number: 'T20261121000001', person_id: 'p1', live_key: 'p1|purchase', is_live: true, channel: 'h5', route: 'purchase',
  amount_fen: 120_000, payee_bank: '中国建设银行', payee_tail: '1496', stage: 'submitted', link: 'to-send', request_no: 'W1', attempt: 1, core_case_no: null,
  customer_no: cipher.seal('KH1', 'withdrawal_case.customer_no'),
  wish: cipher.seal(JSON.stringify({ accountNo: 'a', cardNo: 'c', fileIds: [] }), 'withdrawal_case.wish'), record: null, refusal: null, submitted_at: 1_700_000_000_000,
  updated_at: 1_700_000_000_000, version: 3,
};

describe.each(testEngines())('withdrawals that are on their way when the loan comes (%s)', (engine) => {
  it('are read as before, sealed parts too, and the step may be run again', async () => {
    const db = await testDatabase(engine, [], before);
    await db.unitOfWork.run(() => db.database.manager().createQueryBuilder().insert().into('withdrawal_case').values(withdrawal).execute());
    const connections = await openConnections(db.target, progressRows, migrations);
    expect(await migrate(connections, db.target)).toBe(migrations.length - before.length);
    const cases = new TypeOrmCases(new TypeOrmUnitOfWork(connections), cipher);
    expect(await cases.byId(withdrawal.case_id)).toEqual({
      caseId: withdrawal.case_id, number: 'T20261121000001', personId: 'p1', coPersonId: null, resubmits: null, customerNo: 'KH1', channel: 'h5', route: 'purchase', amountFen: 120_000,
      payee: { bank: '中国建设银行', tail: '1496' }, stage: 'submitted', link: 'to-send', requestNo: 'W1', attempt: 1, coreCaseNo: null,
      wish: { accountNo: 'a', cardNo: 'c', fileIds: [] }, terms: null, record: null, refusal: null, submittedAt: new Date(1_700_000_000_000),
      updatedAt: new Date(1_700_000_000_000), version: 3,
    });
    const runner = connections.writer.createQueryRunner();
    await new WidenCases1780000000030().up(runner);
    await runner.release();
    expect(await cases.liveOf('p1')).toHaveLength(1);
    await closeConnections(connections);
    await db.close();
  });
});
