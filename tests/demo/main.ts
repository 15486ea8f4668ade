import { packOf } from '@anju/shared/policy/packs';
import { keptKeys } from '../stack/keys.ts';
import { root } from '../stack/process.ts';
import { openFrontDoor } from '../stack/front-door.ts';
import { at, Stack } from '../stack/stack.ts';

const port = (name: string, standard: number): number => Number(process.env[name] ?? standard);
const stateDir = process.env['ANJU_STATE_DIR'] ?? `${root}.anju/demo`;
const door = port('ANJU_PORT', 3100);
const ports = {
  bff: port('ANJU_BFF_PORT', 3000),
  core: port('ANJU_CORE_PORT', 3201),
  coreControl: port('ANJU_CORE_CONTROL_PORT', 3202),
  wechat: port('ANJU_WECHAT_PORT', 3203),
  identity: port('ANJU_IDENTITY_PORT', 3204),
  sms: port('ANJU_SMS_PORT', 3205),
};

/** The demo: the whole stack on the embedded database behind one door, until Ctrl-C. */
async function main(): Promise<void> {
  const stack = new Stack({ stateDir, keys: keptKeys(`${stateDir}/keys.json`), ports, databaseUrl: `sqlite:${stateDir}/anju.sqlite`, doorUrl: at(door) });
  const started = performance.now();
  process.stdout.write('  starting the stand-ins and the BFF …');
  await stack.start();
  const entrance = await openFrontDoor({ port: door, urls: stack.urls, checkedOn: rulesCheckedOn() });
  await fetch(`${stack.urls.coreControl}/clerk`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ mode: 'auto', afterSeconds: 20 }) });
  process.stdout.write(` ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  printAddresses(entrance.url, stack);

  let closing = false;
  const close = () => {
    if (closing) return;
    closing = true;
    process.stdout.write('\n  stopping …');
    void entrance
      .close()
      .then(() => stack.close())
      .then(() => {
        process.stdout.write(' done\n');
        process.exit(0);
      });
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}

/** The day on which the rules of the demo's centre were last compared with what the centre publishes. */
function rulesCheckedOn(): string {
  const found = packOf('xiamen');
  if (!found) throw new Error('no rule pack for xiamen');
  return found.checkedOn;
}

function printAddresses(url: string, stack: Stack): void {
  const rows = [
    ['the phone alone (H5)', `${url}/h5/`],
    ['BFF health', `${stack.urls.bff}/health/ready`],
    ['BFF API description', `${stack.urls.bff}/docs`],
    ['core fund system: control', `${stack.urls.coreControl}/people`],
    ['WeChat stand-in', `${stack.urls.wechat}/control/requests`],
    ['identity check stand-in', `${stack.urls.identity}/control/sessions`],
    ['SMS stand-in', `${stack.urls.sms}/control/messages`],
    ['state (delete it to start anew)', stateDir],
  ];
  console.log(`\n  Open  ${url}\n`);
  for (const [name = '', address = ''] of rows) console.log(`  ${name.padEnd(32)} ${address}`);
  console.log('\n  Ctrl-C stops everything.');
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
