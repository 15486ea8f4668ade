import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Provider, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../app.setup.ts';
import type { Config } from '../config.ts';
import { readConfig } from '../config.ts';
import type { Connections } from '../platform/database/data-source.ts';
import { openConnections } from '../platform/database/data-source.ts';
import { CreatePlatform1780000000001 } from '../platform/database/migrations/0001-create-platform.ts';
import type { Log } from '../platform/logging/log.ts';
import { SilentLog } from '../platform/logging/log.ts';
import { PlatformModule } from '../platform/platform.module.ts';
import { platformRows } from '../platform/platform.rows.ts';
import { testDatabase } from '../platform/testing/test-database.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const nowhere = 'http://127.0.0.1:1';

/** A complete environment with inert values; overrides win. */
export const testEnvironment = (overrides: Record<string, string> = {}): Record<string, string> => ({
  NODE_ENV: 'test',
  PORT: '0',
  LOG_LEVEL: 'silent',
  PUBLIC_URL: 'http://127.0.0.1',
  FILES_DIR: join(tmpdir(), 'anju-test-files'),
  FIELD_KEYS: `v1:${key}`,
  BLIND_INDEX_KEY: key,
  RECEIPT_KEYS: `r1:${key}`,
  ARCHIVE_DIR: join(tmpdir(), 'anju-test-archive'),
  OUTBOX_POLL_MS: '50',
  CORE_URL: nowhere,
  CORE_KEY_ID: 'anju',
  CORE_SECRET: 'core-secret',
  WECHAT_URL: nowhere,
  WECHAT_APP_ID: 'wx0',
  WECHAT_APP_SECRET: 'wechat-secret',
  WECHAT_TEMPLATE_CASE: 'template',
  SMS_URL: nowhere,
  SMS_SECRET_ID: 'sms-id',
  SMS_SECRET_KEY: 'sms-key',
  SMS_SDK_APP_ID: 'sms-app',
  SMS_SIGN_NAME: 'sign',
  SMS_TEMPLATE_CODE: '1',
  SMS_TEMPLATE_CASE: '2',
  FACEID_URL: nowhere,
  FACEID_SECRET_ID: 'face-id',
  FACEID_SECRET_KEY: 'face-key',
  FACEID_RULE_ID: '1',
  ...overrides,
});

export const testConfig = (overrides: Record<string, string> = {}): Config => readConfig(testEnvironment(overrides));

export interface ProbeParts {
  readonly controllers: Type[];
  readonly providers?: Provider[];
  readonly environment?: Record<string, string>;
  readonly log?: Log;
  /** In place of those to a SQLite file of its own. */
  readonly connections?: Connections;
}

/** The platform on SQLite around the controllers of a test; everything but the features is as in the running BFF. */
export async function probeApp(parts: ProbeParts): Promise<{ readonly app: NestFastifyApplication; close(): Promise<void> }> {
  const database = await testDatabase('sqlite', platformRows, [CreatePlatform1780000000001]);
  const connections = parts.connections ?? (await openConnections(database.target, platformRows, []));
  const platform = PlatformModule.with({ config: testConfig(parts.environment), connections, log: parts.log ?? new SilentLog() });
  class ProbeModule {}
  Module({ imports: [platform], controllers: parts.controllers, providers: parts.providers ?? [] })(ProbeModule);
  const app = await createApp(ProbeModule);
  return {
    app,
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}
