import type { FastifyInstance, FastifyReply } from 'fastify';
import { maskName } from '@anju/shared/identity';
import { FACE_OUTCOMES, endSession, returnAddress, sessionOf, stateOf, type FaceOutcomeName, type FaceSession, type IdentityContext } from './face.sessions.ts';
import { OUTCOME_BUTTONS, PAGE_TEXTS } from './texts/face.page.texts.ts';

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f3f5f7;color:#1d2630;font:18px/1.6 -apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
main{max-width:480px;margin:0 auto;padding:22px 20px 32px}
.mark{display:block;width:76px;height:76px;margin:0 auto 12px}
h1{margin:0 0 10px;font-size:26px;line-height:1.35;text-align:center;font-weight:600}
.who{margin:0 0 16px;text-align:center;font-size:20px}
.note{margin:0 0 20px;padding:14px 16px;border-radius:14px;background:#e6ebf0;color:#36424e;font-size:17px}
h2{margin:0 0 12px;font-size:20px;font-weight:600}
form{margin:0}
button,a.back{display:block;width:100%;min-height:60px;margin:0 0 10px;padding:8px 16px;border:1.5px solid #b9c4cf;border-radius:14px;background:#fff;color:#1d2630;font:inherit;font-size:20px;text-align:center;text-decoration:none;cursor:pointer}
button.pass,a.back{border-color:#1f4e79;background:#1f4e79;color:#fff;font-weight:600;margin-bottom:20px}
button:focus-visible,a.back:focus-visible{outline:3px solid #f0a202;outline-offset:2px}
button small{display:block;font-size:16px;line-height:1.4;color:#52606d}
button.pass small{color:#d6e3ef}
`;

const MARK = `<svg class="mark" viewBox="0 0 96 96" fill="none" stroke="#1f4e79" stroke-width="4" stroke-linecap="round" aria-hidden="true"><path d="M8 28V16a8 8 0 0 1 8-8h12M68 8h12a8 8 0 0 1 8 8v12M88 68v12a8 8 0 0 1-8 8H68M28 88H16a8 8 0 0 1-8-8V68"/><circle cx="48" cy="38" r="13"/><path d="M24 74c3-12 12-18 24-18s21 6 24 18"/></svg>`;

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function frame(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${STYLE}</style></head><body><main>${MARK}<h1>${title}</h1>${body}</main></body></html>`;
}

function send(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply
    .code(status)
    .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'" })
    .type('text/html; charset=utf-8')
    .send(html);
}

function backLink(session: FaceSession): string {
  const address = returnAddress(session);
  return address === undefined ? `<p class="who">${PAGE_TEXTS.close}</p>` : `<a class="back" href="${escape(address)}">${PAGE_TEXTS.back}</a>`;
}

function askPage(session: FaceSession): string {
  const buttons = OUTCOME_BUTTONS.map(
    ({ outcome, label, hint }) => `<button name="outcome" value="${outcome}"${outcome === 'passed' ? ' class="pass"' : ''}>${label}<small>${hint}</small></button>`,
  ).join('');
  const who = `<p class="who">${PAGE_TEXTS.who}<b>${escape(maskName(session.name))}</b></p>`;
  return frame(PAGE_TEXTS.title, `${who}<p class="note">${PAGE_TEXTS.note}</p><h2>${PAGE_TEXTS.choose}</h2><form method="post">${buttons}</form>`);
}

function pageOf(context: IdentityContext, session: FaceSession | undefined): { status: number; html: string } {
  if (!session) return { status: 404, html: frame(PAGE_TEXTS.unknownTitle, `<p class="note">${PAGE_TEXTS.unknown}</p>`) };
  const state = stateOf(context, session);
  if (state === 'waiting') return { status: 200, html: askPage(session) };
  if (state === 'finished') return { status: 200, html: frame(PAGE_TEXTS.doneTitle, `<p class="note">${PAGE_TEXTS.done}</p>${backLink(session)}`) };
  return { status: 410, html: frame(PAGE_TEXTS.expiredTitle, `<p class="note">${PAGE_TEXTS.expired}</p>${backLink(session)}`) };
}

/** An outcome by its name, or undefined. */
export function outcomeNamed(name: unknown): FaceOutcomeName | undefined {
  return typeof name === 'string' && Object.hasOwn(FACE_OUTCOMES, name) ? (name as FaceOutcomeName) : undefined;
}

/** The page a person goes through: one button an outcome, never a success by itself; the form posts to its own address, so any prefix works. */
export function facePage(app: FastifyInstance, context: IdentityContext): void {
  app.get('/h5/:bizToken', async (request, reply) => {
    const { status, html } = pageOf(context, sessionOf(context, (request.params as { bizToken: string }).bizToken));
    return send(reply, status, html);
  });
  app.post('/h5/:bizToken', async (request, reply) => {
    const session = sessionOf(context, (request.params as { bizToken: string }).bizToken);
    const state = session && stateOf(context, session);
    if (session && state === 'waiting') {
      const outcome = outcomeNamed(new URLSearchParams(request.rawBody.toString('utf8')).get('outcome'));
      if (!outcome) return send(reply, 400, askPage(session));
      await endSession(context, session, outcome);
    }
    const address = session && (state === 'waiting' || state === 'finished') ? returnAddress(session) : undefined;
    if (address !== undefined) return reply.code(303).header('location', address).send();
    const { status, html } = pageOf(context, session && sessionOf(context, session.biz_token));
    return send(reply, status, html);
  });
}
