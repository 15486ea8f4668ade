import 'reflect-metadata';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { APP_GUARD } from '@nestjs/core';
import BetterSqlite3 from 'better-sqlite3';
import { probeApp } from '../../testing/probe-app.ts';
import { EverybodyIsThePerson, probe, ProbeController, resetProbe } from '../../testing/probe.controller.ts';
import type { DatabaseTarget } from '../../config.ts';
import type { Connections } from '../database/data-source.ts';
import { openConnections } from '../database/data-source.ts';
import { isDatabaseAway } from '../database/duplicate-key.ts';
import { CreatePlatform1780000000001 } from '../database/migrations/0001-create-platform.ts';
import { platformRows } from '../platform.rows.ts';
import { testDatabase, testEngines } from '../testing/index.ts';
import { problemOf } from './problem-of.ts';

/** A database that can be taken away and given back. */
interface Away {
  readonly connections: Connections;
  leave(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

/** Another program holds the file. */
async function heldFile(): Promise<Away> {
  const db = await testDatabase('sqlite', platformRows, [CreatePlatform1780000000001]);
  if (db.target.engine !== 'sqlite') throw new Error('a file is needed');
  const other = new BetterSqlite3(db.target.path);
  const connections = await openConnections(db.target, platformRows, []);
  await connections.writer.query('PRAGMA busy_timeout = 0');
  return {
    connections,
    leave: async () => void other.exec('BEGIN IMMEDIATE'),
    comeBack: async () => void other.exec('ROLLBACK'),
    close: async () => {
      other.close();
      await db.close();
    },
  };
}

/** The line to the server breaks, and whoever calls anew is turned away. */
async function brokenLine(): Promise<Away> {
  const db = await testDatabase('mariadb', platformRows, [CreatePlatform1780000000001]);
  if (db.target.engine === 'sqlite') throw new Error('a server is needed');
  const url = new URL(db.target.url);
  const sockets = new Set<Socket>();
  const there = { host: url.hostname, port: Number(url.port || '3306') };
  const line = createServer((near) => {
    const far = connect(there);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => void [near.destroy(), far.destroy(), sockets.delete(socket)]);
    }
    near.pipe(far).pipe(near);
  });
  const listen = (port: number): Promise<void> => new Promise((resolve) => line.listen(port, '127.0.0.1', resolve));
  const leave = (): Promise<void> =>
    new Promise((resolve) => {
      line.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await listen(0);
  const { port } = line.address() as AddressInfo;
  url.hostname = '127.0.0.1';
  url.port = String(port);
  const target: DatabaseTarget = { engine: 'mariadb', url: url.href };
  return { connections: await openConnections(target, platformRows, []), leave, comeBack: () => listen(port), close: async () => {
    await leave();
    await db.close();
  } };
}

describe.each(testEngines())('a database that is away (%s)', (engine) => {
  it('is no fault of the request: 503 with its own code and when to come again, and the same key goes on once it is back', async () => {
    resetProbe();
    const away = await (engine === 'sqlite' ? heldFile() : brokenLine());
    const probing = await probeApp({ controllers: [ProbeController], providers: [{ provide: APP_GUARD, useClass: EverybodyIsThePerson }], connections: away.connections });
    const submit = (key: string) =>
      probing.app.inject({ method: 'POST', url: '/api/v1/withdrawals', headers: { 'content-type': 'application/json', 'idempotency-key': key }, payload: '{"amountFen":1}' });
    expect((await submit('before')).statusCode).toBe(201);
    await away.leave();
    for (const _time of [1, 2]) {
      const reply = await submit('meanwhile');
      expect([reply.statusCode, reply.headers['retry-after'], reply.headers['content-type']]).toEqual([503, '5', 'application/problem+json; charset=utf-8']);
      expect(reply.json()).toMatchObject({ code: 'service.unavailable', status: 503, retryAfter: 5 });
      expect(reply.body).not.toMatch(/SQLITE|ECONN|127\.0\.0\.1|asked_request/);
    }
    expect(probe.calls).toBe(1);
    await away.comeBack();
    expect((await submit('meanwhile')).statusCode).toBe(201);
    expect(probe.calls).toBe(2);
    await probing.close();
    await away.close();
  });
});

describe('what the drivers say', () => {
  const said = (more: object): Error => Object.assign(new Error('words'), more);

  it.each([
    ['a file held by another', said({ code: 'SQLITE_BUSY' })],
    ['the same, while it recovers, within the ORM', said({ driverError: said({ code: 'SQLITE_BUSY_RECOVERY' }) })],
    ['a server that cannot be reached', said({ code: 'ECONNREFUSED', syscall: 'connect', fatal: true })],
    ['a line that broke during a statement', said({ driverError: said({ code: 'PROTOCOL_CONNECTION_LOST', fatal: true }) })],
    ['a connection that was closed before', said({ driverError: said({ fatal: true }) })],
    ['too many connections', said({ code: 'ER_CON_COUNT_ERROR', errno: 1040 })],
    ['a server that shuts down', said({ driverError: said({ code: 'ER_SERVER_SHUTDOWN', errno: 1053 }) })],
    ['a deadlock that three runs did not settle', said({ driverError: said({ code: 'ER_LOCK_DEADLOCK', errno: 1213 }) })],
  ])('is away: %s', (_what, error) => {
    expect(isDatabaseAway(error)).toBe(true);
    expect(problemOf(error, 'r1')).toMatchObject({ code: 'service.unavailable', status: 503, retryAfter: 5 });
  });

  it.each([
    ['a second row of the same key', said({ driverError: said({ code: 'ER_DUP_ENTRY', errno: 1062 }) })],
    ['a table that does not exist', said({ driverError: said({ code: 'ER_NO_SUCH_TABLE', errno: 1146 }) })],
    ['a fault in a statement', said({ code: 'SQLITE_ERROR' })],
    ['a line to somebody else', said({ code: 'ECONNREFUSED', syscall: 'connect' })],
    ['nothing at all', undefined],
  ])('is there: %s', (_what, error) => {
    expect(isDatabaseAway(error)).toBe(false);
    expect(problemOf(error, 'r1')).toMatchObject({ code: 'internal', status: 500 });
  });
});
