import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Verdict } from './cleaning/verdict.ts';

/** What the child may hold beside its program, in KiB: decoded pixels of the largest picture, twice, and its new form. */
const MEMORY_KIB = 1024 * 1024;
const HEAP_MB = 256;
const START_MS = 15_000;
/** The longest a material may take. */
const JOB_MS = 18_000;

/** Under test the sources run as they are written. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const PROGRAM = fileURLToPath(new URL(`./cleaning/child.${FROM_SOURCE ? 'ts' : 'js'}`, import.meta.url));

/** The child itself could not be started, or died before it had anything to read. */
export class CleanerBroken extends Error {}

/** One process that cleans, started with the first material. What it dies of, or takes too long for, is damaged: another takes the next, also after a large one. */
export class CleaningChild {
  private child: ChildProcess | undefined;

  /** One at a time; the caller sees to that. @throws CleanerBroken */
  async clean(bytes: Buffer): Promise<Verdict> {
    const child = this.child ?? (await this.start());
    child.ref();
    const answer = await answerOf<{ verdict: Verdict; spent: boolean }>(child, JOB_MS, () => child.send(bytes, () => undefined));
    if (answer === undefined || answer.spent) this.stop();
    else child.unref();
    return answer?.verdict ?? { kind: 'refused', code: 'file.damaged' };
  }

  stop(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }

  private async start(): Promise<ChildProcess> {
    const child = spawnChild();
    if ((await answerOf(child, START_MS)) === undefined) {
      child.kill('SIGKILL');
      throw new CleanerBroken('the cleaning process does not start');
    }
    child.once('exit', () => {
      if (this.child === child) this.child = undefined;
    });
    // It does not keep the service alive, and is known to be gone as soon as it is.
    child.channel?.unref();
    this.child = child;
    return child;
  }
}

/** No environment goes along. The shell sets the limit of memory and becomes the program; where there is none, the heap alone is limited. */
function spawnChild(): ChildProcess {
  const args = [`--max-old-space-size=${HEAP_MB}`, ...(FROM_SOURCE ? ['--import', 'tsx', '--conditions', 'anju-source'] : []), PROGRAM];
  const options = { env: {}, serialization: 'advanced' as const, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] as ('ignore' | 'ipc')[] };
  if (process.platform === 'win32') return spawn(process.execPath, args, options);
  return spawn('/bin/sh', ['-c', `ulimit -d ${MEMORY_KIB} 2>/dev/null; exec "$0" "$@"`, process.execPath, ...args], options);
}

/** The next message, or undefined when the child ends or the time is over before one comes. */
function answerOf<T>(child: ChildProcess, withinMs: number, ask: () => unknown = () => undefined): Promise<T | undefined> {
  return new Promise((resolve) => {
    const done = (answer?: T): void => {
      clearTimeout(timer);
      child.off('message', done as (message: unknown) => void).off('exit', gone).off('error', gone);
      resolve(answer);
    };
    const gone = (): void => done();
    const timer = setTimeout(gone, withinMs);
    child.on('message', done as (message: unknown) => void).on('exit', gone).on('error', gone);
    ask();
  });
}
