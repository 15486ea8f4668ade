/** Jest's globalTeardown: removes the folder of this run, and the databases on MariaDB that its files say were made. */
const { readdirSync, rmSync } = require('node:fs');

module.exports = async () => {
  const folder = process.env.ANJU_TEST_RUN;
  if (folder === undefined) return;
  const names = readdirSync(folder).flatMap((file) => /^(\w+_test)\.made$/.exec(file)?.[1] ?? []);
  if (names.length > 0) {
    const { hostname, port, username, password } = new URL(process.env.ANJU_TEST_MARIADB_URL);
    const { createConnection } = require('mysql2/promise');
    const server = await createConnection({ host: hostname, port: Number(port || '3306'), user: decodeURIComponent(username), password: decodeURIComponent(password) });
    for (const name of names) await server.query(`DROP DATABASE IF EXISTS \`${name}\``);
    await server.end();
  }
  rmSync(folder, { recursive: true, force: true });
};
