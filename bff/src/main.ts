import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, rows } from './app.module.ts';
import { createApp } from './app.setup.ts';
import type { Config } from './config.ts';
import { ConfigError, readConfig } from './config.ts';
import { closeConnections, openConnections } from './platform/database/data-source.ts';
import { migrate } from './platform/database/migrate.ts';
import { migrations } from './platform/database/migrations/index.ts';
import type { Log } from './platform/logging/log.ts';
import { PinoLog } from './platform/logging/pino-log.ts';

/** Configuration, database, migrations, application, listen: in this order, each before the next. */
async function start(config: Config, log: Log): Promise<NestFastifyApplication> {
  const connections = await openConnections(config.database, rows, migrations);
  try {
    log.event('migrated', { count: await migrate(connections, config.database) });
    const app = await createApp(AppModule.with({ config, connections, log }));
    await app.listen({ port: config.port, host: config.host });
    return app;
  } catch (error) {
    await closeConnections(connections);
    throw error;
  }
}

/** The first signal finishes what is under way and leaves with 0; a second one leaves at once. */
function stopOnSignal(app: NestFastifyApplication, log: Log): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.event('stopping');
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
}

/** One sentence that says what to do. */
function sentenceOf(error: unknown, port: number): string {
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') return `Port ${port} is taken; stop what listens there or set PORT to another one.`;
  if (code === 'EACCES') return `Port ${port} or the database file may not be opened by this user; set PORT or DATABASE_URL.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return 'The database of DATABASE_URL does not answer; start it or correct DATABASE_URL.';
  if (code === 'ER_ACCESS_DENIED_ERROR') return 'The database of DATABASE_URL refuses this user or password; correct DATABASE_URL.';
  if (code === 'ER_BAD_DB_ERROR') return 'The database named in DATABASE_URL does not exist; create it with CHARACTER SET utf8mb4.';
  return `The BFF cannot start: ${error instanceof Error ? `${error.name}: ${error.message}` : 'unknown reason'}`;
}

function configured(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(1);
  }
}

async function main(): Promise<void> {
  const config = configured();
  const log = new PinoLog(config.logLevel);
  try {
    const app = await start(config, log);
    stopOnSignal(app, log);
    const { port } = app.getHttpServer().address() as { port: number };
    process.stdout.write(`${JSON.stringify({ event: 'listening', name: 'bff', port, url: `http://${config.host}:${port}` })}\n`);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error, config.port)}\n`);
    process.exit(1);
  }
}

await main();
