/** One picture of the gallery. */
export interface Picture {
  readonly state: string;
  readonly page: string;
  readonly title: string;
  readonly theme: string;
  readonly file: string;
}

/** In plain words, for who looks through the sheet. */
const STATE_WORDS: Readonly<Record<string, string>> = {
  first: '第一次打开（未登录）', loading: '加载中', empty: '没有内容', value: '有内容', stale: '旧值（核心断线）', coreDown: '核心断线，没有旧值',
  offline: '没有网络', sessionEnded: '登录过期', noPermission: '不属于本人', notBound: '未实名', sealed: '账户封存', frozen: '账户冻结',
};

const STYLE = `body{margin:24px;background:#dde5e2;color:#16211d;font:14px/1.6 "Noto Sans CJK SC",sans-serif}h2{margin:32px 0 12px;font-size:18px}
.row{display:flex;flex-wrap:wrap;gap:20px}figure{margin:0}img{display:block;width:195px;height:422px;border-radius:14px;background:#fff}figcaption{margin-top:6px;color:#55655f;font-size:12px}`;

/** The contact sheet: every picture under its state. */
export function contactSheet(pictures: readonly Picture[]): string {
  const states = [...new Set(pictures.map((picture) => picture.state))];
  const figure = (one: Picture): string => `<figure><a href="${one.file}"><img loading="lazy" src="${one.file}" alt="${one.title}"></a><figcaption>${one.title} · ${one.theme === 'elder' ? '长辈版' : '标准版'}</figcaption></figure>`;
  const section = (state: string): string => `<h2>${STATE_WORDS[state] ?? state}</h2><div class="row">${pictures.filter((one) => one.state === state).map(figure).join('')}</div>`;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>安居公积金 · 画面</title><style>${STYLE}</style><h1>安居公积金 · ${pictures.length} 张画面</h1>${states.map(section).join('')}</html>\n`;
}
