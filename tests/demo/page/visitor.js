/** Types into the phone's own screens, as the visitor would, so that every step is the real one. */

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const shown = (element) => element.getClientRects().length > 0;

async function until(find, withinMs = 12_000) {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    const found = find();
    if (found) return found;
    await wait(60);
  }
  return undefined;
}

function fieldOf(phone, label) {
  const document = phone.contentDocument;
  return [...document.querySelectorAll(`input[aria-label="${label}"], [aria-label="${label}"] input, input[placeholder="${label}"]`)].filter(shown).at(-1);
}

function type(input, text) {
  const { set } = Object.getOwnPropertyDescriptor(input.ownerDocument.defaultView.HTMLInputElement.prototype, 'value');
  set.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

function press(phone, words) {
  const walker = phone.contentDocument.createTreeWalker(phone.contentDocument.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (walker.currentNode.textContent.trim() === words && shown(walker.currentNode.parentElement)) found.push(walker.currentNode.parentElement);
  found.at(-1)?.click();
  return found.length > 0;
}

/** Each person has a phone of their own: what it keeps lies here while another one is in the visitor's hand. */
const drawer = new Map();

/** Puts the phone in hand away and takes this person's out; tells whether they are signed in on it already. */
export async function takePhoneOf(phone, key, before) {
  const view = phone.contentWindow;
  if (before) drawer.set(before, JSON.stringify(view.localStorage));
  view.localStorage.clear();
  view.sessionStorage.clear();
  const kept = JSON.parse(drawer.get(key) ?? '{}');
  for (const [name, value] of Object.entries(kept)) view.localStorage.setItem(name, value);
  const loaded = new Promise((resolve) => phone.addEventListener('load', resolve, { once: true }));
  const home = new URL('h5/', document.baseURI).href;
  // In the middle of a face check the phone shows the provider's page.
  if (view.location.href.startsWith(home)) {
    view.location.hash = '';
    view.location.reload();
  } else view.location.replace(home);
  await loaded;
  return 'anju:session' in kept;
}

/** Signs the person in by SMS and fills in the real-name form; `newestCode(after)` tells the code that came. */
export async function fillIn(phone, person, newestCode) {
  phone.contentWindow.location.hash = '/features/identity/pages/sign-in/index';
  const mobile = await until(() => fieldOf(phone, '手机号'));
  if (!mobile) return;
  const { count } = await newestCode(0);
  type(mobile, person.mobile);
  await wait(150);
  press(phone, '获取验证码');
  for (let tries = 0; tries < 40; tries += 1) {
    const { code } = await newestCode(count);
    if (code) {
      // The sixth digit signs in by itself.
      type(fieldOf(phone, '短信验证码'), code);
      break;
    }
    await wait(250);
  }
  const name = await until(() => fieldOf(phone, '姓名'), 6_000);
  if (!name) return;
  if (person.idType !== 'resident-id') await chooseDocument(phone, person.idType);
  type(name, person.name);
  type(fieldOf(phone, '证件号码'), person.idNumber);
  const code = fieldOf(phone, '柜台验证码');
  if (code && person.counterCode) type(code, person.counterCode);
}

const DOCUMENTS = { 'hmt-residence-permit': '港澳台居民居住证', 'foreign-permanent-resident-id': '外国人永久居留身份证', passport: '护照' };

async function chooseDocument(phone, idType) {
  press(phone, '居民身份证');
  await until(() => press(phone, DOCUMENTS[idType]), 3_000);
  await until(() => fieldOf(phone, '柜台验证码'), 3_000);
}
