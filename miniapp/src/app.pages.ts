/** The pages of each feature, one WeChat sub-package a feature. A page is listed here once its file exists. */
const page = (name: string): string => `pages/${name}/index`;
const feature = (name: string, ...pages: readonly string[]) => ({ root: `features/${name}`, pages: pages.map(page) });

export const featurePages: { root: string; pages: string[] }[] = [
  feature('identity', 'sign-in', 'privacy', 'real-name', 'face'),
  feature('withdrawal', 'routes', 'form', 'confirm', 'result', 'cards', 'fix'),
  feature('progress', 'case'),
  feature('receipt', 'receipt', 'verify'),
  feature('loan', 'calculator', 'schedule', 'combined', 'keep', 'conversion'),
  feature('loan-case', 'prequalification', 'household', 'invitation', 'pre-application', 'result', 'booking', 'my-loan', 'prepayment', 'prepay-confirm'),
  feature('standing-order', 'orders', 'sign', 'change'),
  feature('notification', 'inbox'),
  feature('account', 'accounts', 'entries', 'statement', 'history'),
  feature('catalogue', 'guide'),
  feature('me', 'devices', 'about', 'unbind'),
];
