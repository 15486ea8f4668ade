import { createConnection } from 'mysql2/promise';

/** Asks the server itself, without choosing a database. */
async function onServer(serverUrl: string, sql: string): Promise<void> {
  const url = new URL(serverUrl);
  const connection = await createConnection({
    host: url.hostname,
    port: Number(url.port || '3306'),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  });
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}

function checkedName(name: string): string {
  if (!/^\w{1,60}_test$/.test(name)) throw new Error('refuses to create or drop a database whose name does not end in _test');
  return `\`${name}\``;
}

export const createDatabase = (serverUrl: string, name: string): Promise<void> =>
  onServer(serverUrl, `CREATE DATABASE ${checkedName(name)} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);

export const dropDatabase = (serverUrl: string, name: string): Promise<void> => onServer(serverUrl, `DROP DATABASE IF EXISTS ${checkedName(name)}`);
