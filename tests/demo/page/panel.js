/** The demo panel. It speaks to the stand-ins only, never to the BFF; signing a person in it does with the phone's own screens. */
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

const STAGES = { SQ: '已提交', SL: '已受理', SH: '审核中', SP: '已审批', MQ: '待面签', DY: '已面签，正在抵押登记', FK: '已放款', DZ: '已到账', BH: '已退回', CX: '本人已撤回', FKSB: '银行退回了付款' };
const WAITING = ['SQ', 'SL', 'SH', 'SP', 'MQ', 'DY'];
/** What happens if the visitor does nothing. */
function next(state) {
  if (state === 'MQ') return '等本人在手机上预约面签；约好的时间过后（把时钟往前拨），演示柜员接着办。';
  return WAITING.includes(state) ? '您已接手；20 秒不动，演示柜员接着办。' : '';
}
const nameOf = (key) => everybody.find((person) => person.key === key)?.name ?? '';

/** The newest case that a clerk can still move: the chosen person's before another's. */
async function waitingCase() {
  const waiting = listOf(await ask('core/cases'), 'cases').filter((it) => WAITING.includes(it.state));
  return waiting.find((it) => it.key === chosen?.key) ?? waiting[0];
}

async function clerk(action) {
  const found = await waitingCase();
  const say = (words) => (byId('clerk-state').textContent = words);
  if (!found) return say('现在没有等待办理的业务：选“在漳州买了房”的人，提交一件购房提取。');
  try {
    await ask(`core/cases/${found.ywlsh}/${action}`, action === 'refuse' ? { reason: '付款凭证看不清，请重新上传' } : {});
    const now = listOf(await ask('core/cases'), 'cases').find((it) => it.ywlsh === found.ywlsh);
    say(`${nameOf(found.key)}的业务：${STAGES[now?.state] ?? '已办理'}。${next(now?.state)}`);
  } catch {
    say(action === 'refuse' ? '已经审批通过，不能再退回。' : '核心系统没有应答。');
  }
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

async function listen() {
  const [sms, wechat, clock, faults] = await Promise.all([ask('sms/control/messages'), ask('wechat/control/messages'), ask('core/clock'), ask('core/faults')]);
  for (const message of sms.items) bubble('sms', message.id, message.at, message.text);
  for (const message of wechat.items) bubble('wechat', message.id ?? message.msgid, message.at, message.text ?? message.words ?? Object.values(message.data ?? {}).map((it) => it.value ?? it).join(' · '));
  const now = clock.now ?? clock.at ?? clock.moment;
  if (now) byId('clock').textContent = `中心系统现在是 ${inChina(now, { dateStyle: 'long', timeStyle: 'short' })}`;
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
