/**
 * Writes bff/openapi.json from the endpoints that are served. Build first; run with: node bff/scripts/write-openapi.mjs
 * The application is built on an empty SQLite file and asked for its own description; nothing outside is called.
 */
import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule, rows } from '../dist/app.module.js';
import { createApp } from '../dist/app.setup.js';
import { readConfig } from '../dist/config.js';
import { closeConnections, openConnections } from '../dist/platform/database/data-source.js';
import { migrate } from '../dist/platform/database/migrate.js';
import { migrations } from '../dist/platform/database/migrations/index.js';
import { SilentLog } from '../dist/platform/logging/log.js';

const folder = mkdtempSync(join(tmpdir(), 'anju-openapi-'));
const key = Buffer.alloc(32).toString('base64');
const nowhere = 'http://127.0.0.1:9';
const texts = ['CORE_KEY_ID', 'CORE_SECRET', 'WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'WECHAT_TEMPLATE_CASE', 'SMS_SECRET_ID', 'SMS_SECRET_KEY', 'SMS_SDK_APP_ID', 'SMS_SIGN_NAME', 'SMS_TEMPLATE_CODE', 'SMS_TEMPLATE_CASE', 'FACEID_SECRET_ID', 'FACEID_SECRET_KEY', 'FACEID_RULE_ID'];
const config = readConfig({
  NODE_ENV: 'test',
  DATABASE_URL: `sqlite:${join(folder, 'openapi.sqlite')}`,
  FILES_DIR: folder,
  FIELD_KEYS: `v1:${key}`,
  BLIND_INDEX_KEY: key,
  RECEIPT_KEYS: `r1:${key}`,
  ARCHIVE_DIR: folder,
  CORE_POLL_SECONDS: '3600',
  ...Object.fromEntries(['PUBLIC_URL', 'CORE_URL', 'WECHAT_URL', 'SMS_URL', 'FACEID_URL'].map((name) => [name, nowhere])),
  ...Object.fromEntries(texts.map((name) => [name, 'unused'])),
});

const connections = await openConnections(config.database, rows, migrations);
try {
  await migrate(connections, config.database);
  const app = await createApp(AppModule.with({ config, connections, log: new SilentLog() }));
  const reply = await app.inject('/openapi.json');
  writeFileSync(new URL('../openapi.json', import.meta.url), `${JSON.stringify(reply.json(), null, 2)}\n`);
  await app.close();
} finally {
  await closeConnections(connections);
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
