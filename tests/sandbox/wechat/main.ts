import { portFrom, runAsProcess } from '../kit/index.ts';
import { startWechat } from './server.ts';

const env = process.env;
const pages = (env['WECHAT_PAGES'] ?? '').split(',').filter((page) => page !== '');

await runAsProcess('wechat', async () =>
  startWechat({
    port: portFrom('PORT', 3203),
    appId: env['WECHAT_APP_ID'] ?? 'wx0000anjusandbox',
    appSecret: env['WECHAT_APP_SECRET'] ?? 'sandbox-app-secret',
    templateCase: env['WECHAT_TEMPLATE_CASE'] ?? 'anju-template-case-progress',
    ...(env['PEOPLE_URL'] ? { peopleUrl: env['PEOPLE_URL'] } : {}),
    ...(env['STATE_DIR'] ? { stateDir: env['STATE_DIR'] } : {}),
    ...(pages.length > 0 ? { pages } : {}),
  }),
);
