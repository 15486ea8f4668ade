import { portFrom, runAsProcess } from '../kit/index.ts';
import { startIdentityCheck } from './server.ts';

const env = process.env;

await runAsProcess('identity-check', async () =>
  startIdentityCheck({
    port: portFrom('PORT', 3204),
    secretId: env['FACEID_SECRET_ID'] ?? 'sandbox-faceid-id',
    secretKey: env['FACEID_SECRET_KEY'] ?? 'sandbox-faceid-key',
    ruleId: env['FACEID_RULE_ID'] ?? '1',
    ...(env['PEOPLE_URL'] ? { peopleUrl: env['PEOPLE_URL'] } : {}),
    ...(env['PUBLIC_BASE'] ? { publicBase: env['PUBLIC_BASE'] } : {}),
    ...(env['STATE_DIR'] ? { stateDir: env['STATE_DIR'] } : {}),
  }),
);
