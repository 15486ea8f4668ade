import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@anju/shared/contract';
import type { Browser } from 'playwright-core';
import { root } from '../../stack/process.ts';
import { H5App, openBrowser } from '../drivers/h5-app.ts';
import type { FundApp } from '../drivers/fund-app.ts';
import { WeappApp } from '../drivers/weapp/weapp-app.ts';
import { becomesKnown } from '../screens/main-job.ts';
import { keptSession } from '../screens/stage.ts';
import { verifiedOnWeapp } from '../world/journeys.ts';
import { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(180_000);

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const FORM = '/features/withdrawal/pages/form/index?route=build-or-repair';
const PERSON = 'renter';

describe.each(['h5', 'weapp'] as const)('a form that is broken off on %s', (channel) => {
  let world: World;
  let browser: Browser | undefined;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'anju-papers-'));
    writeFileSync(join(folder, 'paper.png'), PIXEL);
    [world, browser] = await Promise.all([openWorld({ door: true }), channel === 'h5' ? openBrowser() : undefined]);
    // With the register silent, everything is asked.
    await world.control.sourceIs('BDC', 'silent');
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
    await world?.close();
  });

  const phones: (H5App | WeappApp)[] = [];
  afterEach(async () => {
    for (const one of phones.splice(0)) await one.close();
  });
  function phone(kept?: Map<string, unknown>): H5App | WeappApp {
    const made = browser
      ? new H5App({ browser, doorUrl: world.doorUrl, control: world.control })
      : new WeappApp({ folder: `${root}miniapp/dist/weapp`, control: world.control, apiUrl: world.bffUrl, ...(kept === undefined ? {} : { kept }) });
    phones.push(made);
    return made;
  }

  /** The app is killed and opened again on the same phone: what the phone keeps is there, and nothing else. */
  async function killed(app: H5App | WeappApp): Promise<H5App | WeappApp> {
    const next = app instanceof WeappApp ? phone(app.kept) : app;
    if (app instanceof WeappApp) await app.close();
    next.holder(await world.control.person(PERSON));
    await next.open();
    await next.visit(FORM);
    return next;
  }
  async function answers(app: FundApp, step: number): Promise<void> {
    const paper = join(folder, 'paper.png');
    if (step === 1) await app.tap(/^大修/);
    if (step === 2) await app.tap('D 级');
    if (step === 3) await app.fill('费用金额', '42500.5');
    if (step >= 4) {
      await app.upload('拍照或选照片', paper);
      await app.sees('已上传');
    }
  }
  const QUESTIONS = ['是建房、翻建还是大修', '房屋鉴定是几级', '一共花了多少', '请上传建房批准文件', '请上传发票'];

  it('goes on at the same question with all that was given, after a kill at each of them; on another phone too', async () => {
    const person = await world.control.person(PERSON);
    let app = phone();
    await app.open();
    await becomesKnown(app, person);
    await app.visit(FORM);
    for (let step = 1; step <= QUESTIONS.length; step += 1) {
      await app.sees(QUESTIONS[step - 1] ?? '');
      await answers(app, step);
      // Killed right after the answer, and once more when it was taken.
      app = await killed(app);
      await app.sees(QUESTIONS[step - 1] ?? '');
      if (step >= 4) await app.sees('已上传');
      await app.tap(step === QUESTIONS.length ? '下一步：核对并提交' : '下一步');
      if (step < QUESTIONS.length) {
        await app.sees(QUESTIONS[step] ?? '');
        app = await killed(app);
      }
    }
    await app.sees('您填的');
    const read = async (one: FundApp): Promise<void> => {
      for (const words of ['大修', /D.级/, '42,500.50', '已上传 1 份']) await one.sees(words);
    };
    await read(app);
    const other = await anotherPhone(app, person);
    await other.visit('/features/withdrawal/pages/routes/index');
    await other.sees('继续填写');
    await other.tap('继续填写');
    await other.sees('请上传发票');
    await other.sees('已上传');
    await other.tap('下一步：核对并提交');
    await read(other);
  });

  it('comes back to the same question after the session has ended', async () => {
    const person = await world.control.person('flexible-worker');
    const { phone: known } = await verifiedOnWeapp(world.bffUrl, world.control, person);
    const app = phone();
    app.holder(person);
    await app.open();
    if (app instanceof H5App) await takesSession(app, JSON.stringify(await keptSession(known)));
    else await signsIn(app);
    await app.visit(FORM);
    await app.sees(QUESTIONS[0] ?? '');
    await app.tap(/^大修/);
    await app.tap('下一步');
    await app.sees(QUESTIONS[1] ?? '');
    await endSession(app);
    await app.tap('D 级');
    await app.tap('下一步');
    // In WeChat a session that ran out is renewed without a word: the person notices nothing.
    if (app instanceof H5App) {
      await app.sees('登录已过期');
      await app.tap('重新登录');
      await app.signIn();
    }
    // The answer was taken before the session was missed: the next question stands there, and the one before keeps its answer.
    await app.sees(QUESTIONS[2] ?? '');
    await app.fill('费用金额', '1000');
    await app.tap('上一步');
    await app.sees(QUESTIONS[1] ?? '');
    await app.tap('下一步');
    await app.sees(QUESTIONS[2] ?? '');
  });

  async function signsIn(app: FundApp): Promise<void> {
    await app.visit('/features/identity/pages/sign-in/index');
    // A WeChat that is known needs no number.
    await app.tap('微信一键登录');
    await app.sees('账户余额（元）');
  }
  async function takesSession(app: H5App, session: string): Promise<void> {
    await app.page.evaluate((kept) => localStorage.setItem('anju:session', kept), session);
    await app.open();
  }
  /** A phone on which the person is signed in, and which keeps nothing else of theirs. A second code by SMS comes only after a minute. */
  async function anotherPhone(app: H5App | WeappApp, person: { readonly key: string; readonly mobile: string }): Promise<FundApp> {
    const other = phone();
    other.holder(person);
    await other.open();
    if (other instanceof H5App && app instanceof H5App) await takesSession(other, (await app.page.evaluate(() => localStorage.getItem('anju:session'))) ?? '');
    else await signsIn(other);
    return other;
  }
  /** Ends the session of this phone on the server, behind its back. */
  async function endSession(app: H5App | WeappApp): Promise<void> {
    const text = app instanceof H5App ? await app.page.evaluate(() => localStorage.getItem('anju:session')) : String(app.kept.get('session') ?? '');
    const ending = new Phone(world.bffUrl);
    ending.token = (JSON.parse(text ?? '{}') as { token: string }).token;
    await ending.ask(endpoints.signOut);
  }
});
