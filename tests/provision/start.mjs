/** `npm start`: installs what is missing, builds what changed, and hands over to the demo. Until the install is done only Node's own modules. */
import { spawn } from 'node:child_process';
import { install, root } from './install.mjs';
import { checkPorts, readPorts } from './ports.mjs';
import { fail, step } from './report.mjs';
import { build } from './run.mjs';

async function main() {
  console.log('安居公积金 Anju\n');
  const ports = readPorts();
  await checkPorts(ports);
  await install();
  await step('building what changed', build);
  const env = { ...process.env, ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])) };
  const demo = spawn(process.execPath, ['--import', 'tsx', '--conditions', 'anju-source', `${root}tests/demo/main.ts`], { cwd: root, env, stdio: 'inherit' });
  // npm and the terminal both send SIGINT: the demo closes itself on the first, this process only waits for it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => demo.kill(signal));
  demo.on('close', (code) => process.exit(code ?? 0));
}

main().catch(fail);
