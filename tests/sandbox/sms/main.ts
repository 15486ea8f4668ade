import { portFrom, runAsProcess } from '../kit/index.ts';
import { startSms } from './server.ts';

const env = process.env;

await runAsProcess('sms', async () =>
  startSms({
    port: portFrom('PORT', 3205),
    secretId: env['SMS_SECRET_ID'] ?? 'sandbox-sms-id',
    secretKey: env['SMS_SECRET_KEY'] ?? 'sandbox-sms-key',
    sdkAppId: env['SMS_SDK_APP_ID'] ?? '1400000000',
    signName: env['SMS_SIGN_NAME'] ?? '安居公积金',
    templateCode: env['SMS_TEMPLATE_CODE'] ?? '2000001',
    templateCase: env['SMS_TEMPLATE_CASE'] ?? '2000002',
    ...(env['STATE_DIR'] ? { stateDir: env['STATE_DIR'] } : {}),
  }),
);
