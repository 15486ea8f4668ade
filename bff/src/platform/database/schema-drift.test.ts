import 'reflect-metadata';
import { rows } from '../../app.module.ts';
import { testDatabase, testEngines } from '../testing/index.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { closeConnections, openConnections } from './data-source.ts';

describe.each(testEngines())('the schema on %s', (engine) => {
  test('migrations and entities describe the same tables', async () => {
    const db = await testDatabase(engine, rows, migrations);
    const { upQueries } = await db.connections.writer.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    await db.close();
  });

  test('several instances that start at once migrate one after the other, and a second start finds nothing to do', async () => {
    const db = await testDatabase(engine, [], []);
    const instances = await Promise.all([1, 2, 3].map(() => openConnections(db.target, rows, migrations)));
    const ran: number[] = [];
    // on SQLite the lock blocks the whole process, so that within one process they must take turns
    if (engine === 'sqlite') for (const instance of instances) ran.push(await migrate(instance, db.target));
    else ran.push(...(await Promise.all(instances.map((instance) => migrate(instance, db.target)))));
    expect(ran.sort((a, b) => b - a)).toEqual([migrations.length, 0, 0]);
    await Promise.all(instances.map(closeConnections));
    await db.close();
  });

  test('no column has a default and none is of a type that one engine lacks', async () => {
    const db = await testDatabase(engine, rows, migrations);
    const columns = db.connections.writer.entityMetadatas.flatMap((entity) => entity.columns);
    for (const column of columns) {
      expect([column.propertyPath, String(column.type), column.default]).toEqual([column.propertyPath, expect.stringMatching(/^(varchar|bigint|boolean|blob|text|longblob)$/), undefined]);
    }
    await db.close();
  });
});
