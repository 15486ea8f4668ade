import { portFrom, runAsProcess } from '../kit/index.ts';
import { startCoreFund } from './server.ts';

/** The core fund system as a process: PORT, CONTROL_PORT, STATE_DIR, CORE_KEY_ID, CORE_SECRET, CORE_CALLBACK_URL, CORE_CENTRE. */
function needed(variable: string): string {
  const value = process.env[variable];
  if (value === undefined || value === '') throw new Error(`${variable} must be set`);
  return value;
}

await runAsProcess('core-fund', async () => {
  const callbackUrl = process.env['CORE_CALLBACK_URL'];
  const centre = process.env['CORE_CENTRE'];
  return startCoreFund({
    port: portFrom('PORT', 3201),
    controlPort: portFrom('CONTROL_PORT', 3202),
    stateDir: needed('STATE_DIR'),
    keyId: needed('CORE_KEY_ID'),
    secret: needed('CORE_SECRET'),
    ...(centre ? { centre } : {}),
    ...(callbackUrl ? { callbackUrl } : {}),
  });
});
