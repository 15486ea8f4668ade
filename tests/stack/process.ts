import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

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

/** The arguments that run a TypeScript entry of tests with the sources of shared. */
export const typescript = (entry: string): readonly string[] => ['--import', 'tsx', '--conditions', 'anju-source', `${root}${entry}`];

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
