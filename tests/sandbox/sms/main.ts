import { needed, optional } from '../kit/environment.ts';
import { portFrom, runAsProcess } from '../kit/index.ts';
import { startSms } from './server.ts';

await runAsProcess('sms', async () =>
  startSms({
    port: portFrom('PORT', 3205),
    secretId: needed('SMS_SECRET_ID'),
    secretKey: needed('SMS_SECRET_KEY'),
    sdkAppId: needed('SMS_SDK_APP_ID'),
    signName: needed('SMS_SIGN_NAME'),
    templateCode: needed('SMS_TEMPLATE_CODE'),
    templateCase: needed('SMS_TEMPLATE_CASE'),
    ...optional('stateDir', 'STATE_DIR'),
  }),
);
