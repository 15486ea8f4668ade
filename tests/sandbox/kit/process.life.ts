import type { Running } from './http.server.ts';

/** A stand-in never runs beside real people: its start is refused under NODE_ENV=production. */
export function refuseInProduction(name: string): void {
  if (process.env['NODE_ENV'] === 'production') throw new Error(`${name} is a stand-in and does not start with NODE_ENV=production`);
}

/** The port in an environment variable; absent gives the fallback, a wrong value stops the start. */
export function portFrom(variable: string, fallback: number): number {
  const text = process.env[variable];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`${variable} must be a port between 0 and 65535`);
  return port;
}

/**
 * Runs a stand-in as a process: prints one line `{"event":"listening","name":…,"port":…}` when it is ready, closes and exits 0
 * on SIGTERM or SIGINT, and says in one sentence why it could not start.
 */
export async function runAsProcess(name: string, start: () => Promise<Running & { readonly controlUrl?: string }>): Promise<void> {
  try {
    refuseInProduction(name);
    const running = await start();
    let closing = false;
    const stop = (): void => {
      if (closing) return;
      closing = true;
      void running.close().then(() => process.exit(0), () => process.exit(1));
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    const control = running.controlUrl === undefined ? {} : { controlUrl: running.controlUrl };
    process.stdout.write(`${JSON.stringify({ event: 'listening', name, port: running.port, url: running.url, ...control })}\n`);
  } catch (error) {
    process.stderr.write(`${JSON.stringify({ event: 'not-started', name, reason: error instanceof Error ? error.message : String(error) })}\n`);
    process.exit(1);
  }
}
