import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** One running program of the stack. */
export interface Program {
  readonly name: string;
  readonly port: number;
  /** All it has written, for the scan of logs and for the words of a failure. */
  output(): string;
  running(): boolean;
  /** Ends it: SIGTERM as an operator would, SIGKILL as a crash would. Resolves when it is gone. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

const alive = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** Packages stay where they are installed; only our own sources are put together. */
const packagesStay: Plugin = {
  name: 'packages-stay',
  setup: ({ onResolve }) => onResolve({ filter: /^[^./]/ }, ({ path, kind }) => (kind === 'entry-point' || path.startsWith('@anju/') ? null : { path, external: true })),
};

async function bundled(entry: string): Promise<string> {
  const file = `${root}.anju/programs/${entry.replace(/\W+/g, '-')}.mjs`;
  const ours = `${file}.${process.pid}`;
  mkdirSync(`${root}.anju/programs`, { recursive: true });
  await build({ entryPoints: [`${root}${entry}`], outfile: ours, bundle: true, platform: 'node', format: 'esm', target: 'node20', conditions: ['anju-source'], plugins: [packagesStay], logLevel: 'silent' });
  // Another process may be about to start it.
  renameSync(ours, file);
  return file;
}

const made = new Map<string, Promise<string>>();

/** What Node runs for a TypeScript entry of tests: one file with the sources of shared in it, which starts in half the time and is made once a process. */
export function typescript(entry: string): Promise<string> {
  const file = made.get(entry) ?? bundled(entry);
  made.set(entry, file);
  return file;
}

interface Launch {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly waitMs?: number;
}

function listeningPort(output: string): number | undefined {
  for (const line of output.split('\n')) {
    if (!line.includes('"event":"listening"')) continue;
    const { port } = JSON.parse(line) as { port?: number };
    if (port) return port;
  }
  return undefined;
}

/** Starts a program and waits for its line `{"event":"listening",…}`; rejects with what it said when it ends before. */
export async function launch({ name, args, env, waitMs = 60_000 }: Launch): Promise<Program> {
  const child = spawn(process.execPath, [...args], { cwd: root, env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  alive.add(child);
  let output = '';
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve(void alive.delete(child))));
  const port = await new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${name} did not listen within ${waitMs / 1000} s:\n${output}`)), waitMs);
    let listening = false;
    const hear = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4_000_000);
      // Looked for until it is found: a program that runs for long has much to say.
      const heard = listening ? undefined : listeningPort(output);
      if (heard === undefined) return;
      listening = true;
      clearTimeout(late);
      resolve(heard);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void gone.then(() => {
      clearTimeout(late);
      reject(new Error(`${name} ended at once:\n${output}`));
    });
  });
  return {
    name,
    port,
    output: () => output,
    running: () => child.exitCode === null && child.signalCode === null,
    end: async (signal = 'SIGTERM') => {
      child.kill(signal);
      const late = setTimeout(() => child.kill('SIGKILL'), 8_000);
      await gone;
      clearTimeout(late);
    },
  };
}
