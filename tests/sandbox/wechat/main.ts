import { needed, optional } from '../kit/environment.ts';
import { portFrom, runAsProcess } from '../kit/index.ts';
import { startWechat } from './server.ts';

const pages = (process.env['WECHAT_PAGES'] ?? '').split(',').filter((page) => page !== '');

await runAsProcess('wechat', async () =>
  startWechat({
    port: portFrom('PORT', 3203),
    appId: needed('WECHAT_APP_ID'),
    appSecret: needed('WECHAT_APP_SECRET'),
    templateCase: needed('WECHAT_TEMPLATE_CASE'),
    ...optional('peopleUrl', 'PEOPLE_URL'),
    ...optional('stateDir', 'STATE_DIR'),
    ...(pages.length > 0 ? { pages } : {}),
  }),
);
