/** The demo panel. It speaks to the stand-ins only, never to the BFF; signing a person in it does with the phone's own screens. */
import { fillIn, leave } from './visitor.js';

const byId = (id) => document.getElementById(id);
const phone = byId('phone');

async function ask(path, body, method = body === undefined ? 'GET' : 'POST') {
  const response = await fetch(`console/${path}`, { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const text = await response.text();
  return text === '' ? {} : JSON.parse(text);
}
const listOf = (reply, name) => (Array.isArray(reply) ? reply : (reply[name] ?? reply.items ?? []));

let chosen;

async function showPeople() {
  const people = listOf(await ask('core/people'), 'people');
  byId('people').replaceChildren(
    ...people.map((person) => {
      const button = document.createElement('button');
      button.innerHTML = '<b></b><span></span>';
      button.querySelector('b').textContent = person.name;
      button.querySelector('span').textContent = person.sentence;
      button.addEventListener('click', () => void choose(person, button));
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
}

async function choose(person, button) {
  chosen = person;
  for (const other of byId('people').querySelectorAll('button')) other.setAttribute('aria-current', String(other === button));
  await leave(phone);
  await fillIn(phone, person, async (after) => {
    const { items } = await ask(`sms/control/messages?mobile=${person.mobile}`);
    const code = items.slice(after).at(-1);
    return { count: items.length, code: code?.params?.[0] };
  });
}

/** The newest case of the chosen person that a clerk can still move. */
async function waitingCase() {
  const cases = listOf(await ask(chosen ? `core/cases?key=${chosen.key}` : 'core/cases'), 'cases');
  const state = (it) => it.zt ?? it.ZT ?? it.state;
  return cases.filter((it) => ['SQ', 'SL', 'SH', 'SP'].includes(state(it))).at(-1);
}

async function clerk(action) {
  await ask('core/clerk', { mode: 'manual' });
  const found = await waitingCase();
  byId('clerk-state').textContent = found ? '由您扮演柜员。' : '现在没有等待受理的业务。';
  if (found) await ask(`core/cases/${found.ywlsh ?? found.YWLSH}/${action}`, action === 'refuse' ? { reason: '付款凭证看不清，请重新上传' } : {});
}

const seen = new Set();
function bubble(kind, id, at, text) {
  if (seen.has(kind + id)) return;
  seen.add(kind + id);
  byId('bubbles').querySelector('.none')?.remove();
  const item = document.createElement('li');
  item.className = kind;
  const source = document.createElement('small');
  source.textContent = `${kind === 'sms' ? '短信' : '微信服务通知'} · ${new Date(at).toLocaleTimeString('zh-CN', { hour12: false, hour: '2-digit', minute: '2-digit' })}`;
  item.append(source, text);
  byId('bubbles').prepend(item);
}

async function listen() {
  const [sms, wechat, clock, faults] = await Promise.all([ask('sms/control/messages'), ask('wechat/control/messages'), ask('core/clock'), ask('core/faults')]);
  for (const message of sms.items) bubble('sms', message.id, message.at, message.text);
  for (const message of wechat.items) bubble('wechat', message.id ?? message.msgid, message.at, message.text ?? message.words ?? Object.values(message.data ?? {}).map((it) => it.value ?? it).join(' · '));
  const now = clock.now ?? clock.at ?? clock.moment;
  if (now) byId('clock').textContent = `中心系统现在是 ${new Date(now).toLocaleString('zh-CN', { hour12: false, dateStyle: 'long', timeStyle: 'short' })}`;
  byId('line').setAttribute('aria-pressed', String(listOf(faults, 'faults').some((fault) => fault.kind === 'down')));
}

byId('advance').addEventListener('click', () => void clerk('advance'));
byId('refuse').addEventListener('click', () => void clerk('refuse'));
byId('tomorrow').addEventListener('click', () => void ask('core/clock', { advanceDays: 1 }).then(listen));
byId('line').addEventListener('click', async (event) => {
  const down = event.currentTarget.getAttribute('aria-pressed') === 'true';
  if (down) await ask('core/faults', undefined, 'DELETE');
  else await ask('core/faults', { on: '*', kind: 'down' });
  await listen();
});

const { checkedOn } = await (await fetch('demo.json')).json();
byId('banner').textContent = `演示环境，人物虚构，规则按厦门市公开政策（核对至 ${checkedOn.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')}）`;
await showPeople();
await listen();
setInterval(() => void listen().catch(() => undefined), 2_000);
