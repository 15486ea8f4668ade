import type { TestPerson } from '../world/control.ts';
import { plain, until } from '../drivers/fund-app.ts';
import type { FundApp } from '../drivers/fund-app.ts';

/** The main job as a person does it on any phone: written once over `FundApp`. */

export const INBOX = '/features/notification/pages/inbox/index';
const LOAN_IN_WAN = /您家最多可贷（估算）[^]*?([\d,]+\.\d)\s*万元/;

/** A guest opens the app, is met by no wall, and the calculator follows each keystroke. */
export async function guestReckons(app: FundApp): Promise<void> {
  await app.open();
  await app.sees('登录后查看余额和可提取金额');
  await app.sees('算算能贷多少');
  await app.tap('换成我的');
  await app.sees('您家最多可贷（估算）');
  const before = LOAN_IN_WAN.exec(await app.text())?.[1];
  await app.fill('每月缴存', '1200');
  const after = await until(
    async () => {
      const now = LOAN_IN_WAN.exec(await app.text())?.[1];
      return now === before ? undefined : now;
    },
    async () => `the result did not change from ${String(before)}:\n${await app.text()}`,
  );
  expect(Number(after)).toBeLessThan(Number(before));
  await app.back();
  await app.sees('登录后查看余额和可提取金额');
}

/** Signs in, agrees, is matched with the core, and stands on home. */
export async function becomesKnown(app: FundApp, person: TestPerson): Promise<void> {
  app.holder(person);
  await app.visit('/features/identity/pages/sign-in/index');
  await app.signIn();
  await app.sees('核对并绑定');
  await app.fill('姓名', person.name);
  await app.fill('证件号码', person.idNumber);
  // Without the consent nothing is sent.
  const before = app.requests().length;
  await app.tap('核对并绑定');
  await app.sees('请先阅读并同意，再提交核对');
  expect(app.requests().length).toBe(before);
  await app.tap('我已阅读并同意');
  await app.tap('核对并绑定');
  await app.sees('核对通过');
  await app.tap('继续');
  await app.sees('账户余额（元）');
}

/** Home again, as after tapping the icon: the balance with its time, by one call. */
export async function homeByOneCall(app: FundApp): Promise<void> {
  const before = app.requests().length;
  await app.open();
  await app.sees(/截至 \d{2}月\d{2}日\s\d{2}:\d{2}/);
  await app.sees(/\d{1,3}(,\d{3})*\s*\.\d{2}/);
  expect(app.requests().slice(before)).toEqual(['GET /api/v1/home']);
}

export interface Asked {
  /** In yuan, as the button said it. */
  readonly amount: string;
  readonly caseNumber: string;
}

/** From the one thing home offers to 已到账, typing nothing. */
export async function withdrawsWhatIsOffered(app: FundApp): Promise<Asked> {
  await app.sees('您现在可以');
  await app.tap('去提取');
  await app.sees('本次最多可提，已为您填好');
  await app.sees('账户里还有');
  const amount = /确认提取\s*([\d,]+\.\d{2})/.exec(await app.text())?.[1] ?? '';
  expect(amount).not.toBe('');
  await app.tap(/^确认提取\s*[\d,.]+\s*元$/);
  await app.sees('确认是您本人');
  await app.tap('开始刷脸');
  await app.sees('已到账', 20_000);
  await app.sees(/T\d{8,}/);
  const caseNumber = /T\d{8,}/.exec(await app.text())?.[0] ?? '';
  return { amount, caseNumber };
}

/** The timeline from the result page: all stages, and what was paid where. */
export async function readsTimeline(app: FundApp, { amount, caseNumber }: Asked): Promise<void> {
  await app.tap('查看进度');
  await app.sees('办理进度');
  await app.sees(caseNumber);
  for (const word of ['已提交', '已受理', '已通过', '已到账']) await app.sees(word);
  expect((await app.text()).replace(/\s/g, '')).toContain(`${amount}元`);
}

/** The inbox tells each stage once. */
export async function readsInbox(app: FundApp): Promise<void> {
  await app.visit(INBOX);
  await app.sees('提取·偿还公积金贷款 · 已到账');
  const text = await app.text();
  for (const stage of ['已受理', '已通过', '已到账']) expect(text.split(`提取·偿还公积金贷款 · ${stage}`)).toHaveLength(2);
}

/** Answers whatever the form asks, one question a screen, until the confirm page stands. */
async function answersTheForm(app: FundApp, person: TestPerson, voucher: string): Promise<void> {
  const total = Number(/第 1 步，共 (\d) 步/.exec(plain(await app.text()))?.[1] ?? '0');
  expect(total).toBeGreaterThan(1);
  for (let step = 1; step < total; step += 1) {
    await app.sees(`第 ${step} 步，共 ${total} 步`);
    const asked = await app.text();
    const next = asked.includes('下一步：核对并提交') ? '下一步：核对并提交' : '下一步';
    if (asked.includes('购房合同编号是多少')) {
      await app.tap(next);
      await app.sees('请填购房合同编号');
      await app.fill('购房合同编号', person.contractNumber ?? '');
    } else if (asked.includes('房子在哪里')) await app.tap('本市');
    else {
      // Without the paper nobody goes on.
      await app.tap(next);
      await app.sees('请上传付款凭证');
      await app.upload('拍照或选照片', voucher);
      await app.sees('已上传');
    }
    await app.tap(next);
  }
}

/** A purchase: what nobody else knows is asked, the rest is known. */
export async function withdrawsForPurchase(app: FundApp, person: TestPerson, voucher: string): Promise<void> {
  await app.visit('/features/withdrawal/pages/form/index?route=purchase');
  await app.sees('第 1 步');
  await answersTheForm(app, person, voucher);
  await app.sees('本次最多可提，已为您填好');
  await app.tap(/^确认提取\s*[\d,.]+\s*元$/);
  await app.sees('确认是您本人');
  await app.tap('开始刷脸');
  await app.sees('已到账', 20_000);
}
