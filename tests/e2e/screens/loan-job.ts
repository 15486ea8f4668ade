import { endpoints } from '@anju/shared/contract';
import { clockText, dayWords } from './spoken.ts';
import type { FundApp } from '../drivers/fund-app.ts';
import { plain, until } from '../drivers/fund-app.ts';
import type { TestPerson } from '../world/control.ts';
import { Phone } from '../world/phone.ts';

/** The way to a loan as two people go it on any phone: written once over `FundApp`. */

const HOUSEHOLD = '/features/loan-case/pages/household/index';
const AMOUNT = /([\d,]+\.\d{2})\s*元/;

/** A guest reckons with their own price and takes the way on; the figures of the core need a sign-in. */
export async function guestReckonsAHome(app: FundApp, priceInWan: string): Promise<void> {
  await app.open();
  await app.tap('换成我的');
  await app.sees('您家最多可贷（估算）');
  await app.fill('房屋总价', priceInWan);
  await app.tap('用我的账户数据');
  await app.sees('登录后用您的缴存预审');
}

/** Signs in where the person stands, is matched with the core, and comes back to the pre-qualification. */
export async function signsInOnTheWay(app: FundApp, person: TestPerson): Promise<void> {
  app.holder(person);
  await app.tap('登录');
  await app.signIn();
  await app.sees('核对并绑定');
  await app.fill('姓名', person.name);
  await app.fill('证件号码', person.idNumber);
  await app.tap('我已阅读并同意');
  await app.tap('核对并绑定');
  await app.sees('核对通过');
  await app.tap('继续');
  await app.sees('您可以贷');
}

/** The amount at the head of the pre-qualification, in yuan as it is read. */
export async function headOf(app: FundApp, label: string): Promise<string> {
  const found = await until(
    async () => {
      const text = plain(await app.text()).replace(/\s+/g, ' ');
      const at = text.lastIndexOf(label);
      return at < 0 ? undefined : (AMOUNT.exec(text.slice(at).replace(/ \./g, '.'))?.[1] ?? undefined);
    },
    async () => `no amount after ${label}:\n${await app.text()}`,
  );
  return found;
}

/** With the house typed in the calculator and one's own figures from the core, dated. */
export async function readsOwnPrequalification(app: FundApp, priceInWan: string): Promise<string> {
  await app.sees('您可以贷');
  await app.sees(`${priceInWan} 万元 · 首套 · 新房`);
  await app.sees('您的缴存');
  await app.sees(/按中心 \d\d月\d\d日/);
  await app.sees('额度怎么定的');
  return headOf(app, '您可以贷');
}

/** Invites the spouse and reads out the code. */
export async function invitesSpouse(app: FundApp): Promise<string> {
  await app.tap('和配偶一起申请');
  await app.sees('彼此能看到什么');
  await app.tap('邀请配偶');
  await app.sees(/\d{3} \d{3}/);
  const code = /(\d{3}) (\d{3})/.exec(plain(await app.text()));
  return `${code?.[1] ?? ''}${code?.[2] ?? ''}`;
}

/** The spouse types the code on their own phone, reads who asks and what is shared, and confirms. */
export async function confirmsInvitation(app: FundApp, code: string, inviterFamilyName: string): Promise<void> {
  await app.visit(HOUSEHOLD);
  await app.sees('收到了邀请？');
  await app.fill('输入邀请码', code);
  await app.tap('查看邀请');
  await app.sees(new RegExp(`${inviterFamilyName}\\*+.?邀请您`));
  await app.sees('不会显示：任何一方的余额');
  await app.tap('确认一起申请');
  await app.sees('已经一起了');
}

/** The inviter's page has heard of it by itself; the result is now that of two, and tells neither's figures to the other. */
export async function readsJointResult(app: FundApp): Promise<string> {
  await app.sees('已经一起', 15_000);
  await app.tap('看合计能贷多少');
  await app.sees('您和配偶一起可以贷');
  await app.sees('为保护隐私不显示');
  return headOf(app, '您和配偶一起可以贷');
}

export interface Applied {
  /** In yuan, as the button said it. */
  readonly amount: string;
  readonly caseNumber: string;
}

/** From the result to a case: the contract's number is all that is typed. */
export async function preApplies(app: FundApp, person: TestPerson): Promise<Applied> {
  await app.tap('去预受理');
  await app.sees('请先核对购房合同');
  await app.fill('购房合同编号', person.contractNumber ?? '');
  await app.tap('核对');
  await app.sees('不动产登记已核对一致');
  await app.sees('共同借款人');
  await app.sees('合同在银行或中心柜台当面签');
  await app.sees('下一步：刷脸确认是您本人');
  const amount = /提交预受理\s*([\d,]+\.\d{2})/.exec(plain(await app.text()))?.[1] ?? '';
  await app.tap(/^提交预受理\s*[\d,.]+\s*元$/);
  await app.sees('确认是您本人');
  await app.tap('开始刷脸');
  await app.sees('预受理已提交', 20_000);
  await app.sees(/[A-Z]\d{8,}/);
  const caseNumber = /[A-Z]\d{8,}/.exec(await app.text())?.[0] ?? '';
  await app.tap('查看进度');
  await app.sees('办理进度');
  await app.sees(caseNumber);
  return { amount, caseNumber };
}

/** The case has come to the signing; the registration stands apart; a time is booked at the first place. */
export async function booksSigning(app: FundApp, bffUrl: string): Promise<void> {
  await app.sees('待面签', 20_000);
  await app.sees('不计入我们的时限');
  const anybody = new Phone(bffUrl);
  const [place] = (await anybody.ask(endpoints.listServicePoints)).items;
  if (place === undefined) throw new Error('there is no place to sign at');
  const free = (await anybody.ask(endpoints.listSlots, { params: { servicePointId: place.servicePointId } })).items.find((slot) => slot.left > 0);
  if (free === undefined) throw new Error(`${place.name} is full`);
  await app.tap('预约面签');
  await app.sees('在哪里签');
  await app.tap(place.name);
  await app.sees('请选时间');
  await app.tap(clockText(free.startsAt));
  await app.tap(/^确认预约/);
  await app.sees('约好了');
  await app.sees(place.address);
  await app.sees(`${dayWords(free.startsAt)} ${clockText(free.startsAt)}`);
  await app.tap('看办理进度');
  await app.sees('已约好面签');
  await app.sees(/已约好.+面签，请按时到场。/);
}
