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

/** Ends the session of whoever is on the phone and opens the app anew. */
export async function leave(phone) {
  const view = phone.contentWindow;
  view.localStorage.clear();
  view.sessionStorage.clear();
  const loaded = new Promise((resolve) => phone.addEventListener('load', resolve, { once: true }));
  view.location.hash = '';
  view.location.reload();
  await loaded;
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
      type(fieldOf(phone, '验证码'), code);
      await wait(150);
      press(phone, '登录');
      break;
    }
    await wait(250);
  }
  const name = await until(() => fieldOf(phone, '姓名'), 6_000);
  if (!name) return;
  type(name, person.name);
  type(fieldOf(phone, '证件号码'), person.idNumber);
}
