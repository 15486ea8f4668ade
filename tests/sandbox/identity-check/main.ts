import { needed, optional } from '../kit/environment.ts';
import { portFrom, runAsProcess } from '../kit/index.ts';
import { startIdentityCheck } from './server.ts';

await runAsProcess('identity-check', async () =>
  startIdentityCheck({
    port: portFrom('PORT', 3204),
    secretId: needed('FACEID_SECRET_ID'),
    secretKey: needed('FACEID_SECRET_KEY'),
    ruleId: needed('FACEID_RULE_ID'),
    ...optional('peopleUrl', 'PEOPLE_URL'),
    ...optional('publicBase', 'PUBLIC_BASE'),
    ...optional('stateDir', 'STATE_DIR'),
  }),
);
