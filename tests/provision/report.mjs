/** How the two commands speak: a step with its seconds, a stop with one sentence and the command that helps. Node's own modules only. */
import { performance } from 'node:perf_hooks';

/** A stop that the person at the keyboard can mend. */
export class Stop extends Error {
  constructor(sentence, help, missing) {
    super(help ? `${sentence}\n  ${help}` : sentence);
    this.name = 'Stop';
    /** What is not there, when the caller may be able to install it. */
    this.missing = missing;
  }
}

/** Runs `work`, prints the step's name and its seconds. */
export async function step(name, work) {
  const started = performance.now();
  process.stdout.write(`  ${name} …`);
  try {
    const result = await work();
    process.stdout.write(` ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write(' stopped\n');
    throw error;
  }
}

/** Ends the process: a Stop in its own words, anything else with its trace. */
export function fail(error) {
  console.error(error instanceof Stop ? `\n${error.message}` : error);
  process.exit(1);
}
