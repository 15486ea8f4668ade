/** The demo panel. It speaks to the stand-ins only, never to the BFF; signing a person in it does with the phone's own screens. */
import { openCounter } from './clerk.js';
import { drawSources } from './sources.js';
import { fillIn, takePhoneOf } from './visitor.js';

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
let everybody = [];

async function showPeople() {
  everybody = listOf(await ask('core/people'), 'people');
  byId('people').replaceChildren(
    ...everybody.map((person) => {
      const button = document.createElement('button');
      button.innerHTML = '<b></b><span></span><small></small>';
      button.querySelector('b').textContent = person.name;
      button.querySelector('span').textContent = person.sentence;
      if (person.spareCard) button.querySelector('small').textContent = `还有一张自己的银行卡，可以添加：${person.spareCard.replace(/(\d{4})(?=\d)/g, '$1 ')}`;
      button.addEventListener('click', () => void choose(person, button));
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
}

/** Only one change of phones at a time. */
let changing = Promise.resolve();
const choose = (person, button) => (changing = changing.then(() => hand(person, button)).catch(() => undefined));

async function hand(person, button) {
  const before = chosen?.key;
  chosen = person;
  for (const other of byId('people').querySelectorAll('button')) other.setAttribute('aria-current', String(other === button));
  // On a narrow screen the phone stands above the panel.
  if (matchMedia('(max-width: 860px)').matches) document.querySelector('.phone').scrollIntoView();
  if (await takePhoneOf(phone, person.key, before)) return;
  // A counter code is used once: the one of now.
  const now = listOf(await ask('core/people'), 'people').find((one) => one.key === person.key) ?? person;
  await fillIn(phone, now, async (after) => {
    const { items } = await ask(`sms/control/messages?mobile=${person.mobile}`);
    const code = items.slice(after).at(-1);
    return { count: items.length, code: code?.params?.[0] };
  });
}

const nameOf = (key) => everybody.find((person) => person.key === key)?.name ?? '';

/** The newest case in one of these states: the chosen person's before another's. */
async function newest(states) {
  const found = listOf(await ask('core/cases'), 'cases').filter((it) => states.includes(it.state));
  return found.find((it) => it.key === chosen?.key) ?? found[0];
}

/** The centre's time, wherever the visitor sits: as the phone shows it. */
const inChina = (at, how) => new Date(at).toLocaleString('zh-CN', { hourCycle: 'h23', timeZone: 'Asia/Shanghai', ...how });

const seen = new Set();
function bubble(kind, id, at, text) {
  if (seen.has(kind + id)) return;
  seen.add(kind + id);
  byId('bubbles').querySelector('.none')?.remove();
  const item = document.createElement('li');
  item.className = kind;
  const source = document.createElement('small');
  source.textContent = `${kind === 'sms' ? '短信' : '微信服务通知'} · ${inChina(at, { hour: '2-digit', minute: '2-digit' })}`;
  item.append(source, text);
  byId('bubbles').prepend(item);
}

const showSources = drawSources(byId('sources'), ask);
openCounter({ byId, ask, newest, nameOf });

async function listen() {
  const paths = ['sms/control/messages', 'wechat/control/messages', 'core/clock', 'core/faults', 'core/sources'];
  const [sms, wechat, clock, faults, sources] = await Promise.all(paths.map((path) => ask(path)));
  for (const message of sms.items) bubble('sms', message.id, message.at, message.text);
  for (const message of wechat.items) bubble('wechat', message.id ?? message.msgid, message.at, message.text ?? message.words ?? Object.values(message.data ?? {}).map((it) => it.value ?? it).join(' · '));
  const now = clock.now ?? clock.at ?? clock.moment;
  if (now) byId('clock').textContent = `中心系统现在是 ${inChina(now, { dateStyle: 'long', timeStyle: 'short' })}`;
  showSources(sources);
  byId('line').setAttribute('aria-pressed', String(listOf(faults, 'faults').some((fault) => fault.kind === 'down')));
}

byId('tomorrow').addEventListener('click', () => void ask('core/clock', { advanceDays: 1 }).then(listen));
byId('next-month').addEventListener('click', async () => {
  const { now } = await ask('core/clock');
  await ask('core/clock', { set: monthAfter(now) });
  await listen();
});
byId('line').addEventListener('click', async (event) => {
  const down = event.currentTarget.getAttribute('aria-pressed') === 'true';
  if (down) await ask('core/faults', undefined, 'DELETE');
  else await ask('core/faults', { on: '*', kind: 'down' });
  await listen();
});

/** The same time a month on by China's calendar; its last day where that month is shorter. */
function monthAfter(now) {
  const day = new Date(now + 8 * 3_600_000);
  const wanted = day.getUTCDate();
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() + 1);
  day.setUTCDate(Math.min(wanted, new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()));
  return day.getTime() - 8 * 3_600_000;
}

/** A phone has no scroll bars of a desktop. */
function hideBars() {
  const style = phone.contentDocument.createElement('style');
  style.textContent = '* { scrollbar-width: none; }';
  phone.contentDocument.head.append(style);
}
phone.addEventListener('load', hideBars);
if (phone.contentDocument.readyState === 'complete') hideBars();

const { checkedOn } = await (await fetch('demo.json')).json();
byId('banner').textContent = `演示环境，人物虚构，规则按厦门市公开政策（核对至 ${checkedOn.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')}）`;
await showPeople();
await listen();
setInterval(() => void listen().catch(() => undefined), 2_000);
