import { fits, until } from '../drivers/fund-app.ts';
import { StateRoom } from './cells.ts';
import { PAGES } from './page-states.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';

jest.setTimeout(180_000);

const LIGHT = { theme: 'light', width: 390, height: 844 } as const;
const HUGE = '9'.repeat(12);
const NUMBER = '这里只能填数字';

let stage: Stage;
let room: StateRoom;
beforeAll(async () => {
  stage = await openStage();
  room = await StateRoom.open(stage, 'value');
});
afterAll(async () => {
  await room?.close();
  await stage?.close();
});

const field = (label: string) => room.page.locator('.a-field').filter({ has: room.page.locator(`input[aria-label="${label}"]`) }).filter({ visible: true }).last();
const errorAt = async (label: string): Promise<string> => (await field(label).locator('.a-field__error').allInnerTexts()).join('').trim();
const fill = (label: string, typed: string): Promise<void> => field(label).locator('input').fill(typed);
const tap = (words: string): Promise<void> => room.page.getByText(words, { exact: true }).filter({ visible: true }).last().click();
const sees = (words: string): Promise<true> => until(async () => (fits(await room.words(), words) ? (true as const) : undefined), async () => `does not say ${words}:\n${await room.words()}`);

/** Types each, and reads the sentence at the field; what is typed stays as it was typed. */
async function told(label: string, rows: readonly (readonly [typed: string, words: string])[], fit: string): Promise<void> {
  for (const [typed, words] of rows) {
    await fill(label, typed);
    await until(async () => ((await errorAt(label)).includes(words) ? true : undefined), async () => `${label} as ${typed} says “${await errorAt(label)}”, not ${words}`);
    expect(await field(label).locator('input').inputValue()).toBe(typed);
    await fill(label, fit);
    await until(async () => ((await errorAt(label)) === '' ? true : undefined), async () => `${label} as ${fit} is still told: ${await errorAt(label)}`);
  }
}

const MONEY = [['三万', NUMBER], ['NaN', NUMBER], [HUGE, '数字太大了'], ['-5', '不能是负数'], ['1.234', '最多两位小数']] as const;

it('the house of a pre-qualification', async () => {
  await room.show('prequalification', LIGHT, PAGES.prequalification.says.value);
  await tap('修改');
  await sees('开始预审');
  await told('房屋总价', [['二百', NUMBER], ['NaN', NUMBER], [HUGE, '数字太大了'], ['-5', '不能是负数'], ['0', '要大于 0']], '150');
  await told('贷款年限', [['二十', NUMBER], ['0', '请填 1 到 30'], ['31', '请填 1 到 30'], ['-1', '请填 1 到 30'], ['999999', '请填 1 到 30'], ['1.5', '请填整数']], '20');
  await told('子女数', [['两个', NUMBER], ['21', '请填 0 到 20'], ['-1', '请填 0 到 20']], '1');
  await fill('房屋总价', '');
  await tap('开始预审');
  await sees('请填房屋总价');
});

it('the contract, the amount and the term of a pre-application', async () => {
  await room.show('preApplication', LIGHT, PAGES.preApplication.says.value);
  await tap('核对');
  await sees('请填购房合同编号');
  for (const typed of ['NO-SUCH-CONTRACT', '<script>', '-1', HUGE]) {
    await fill('购房合同编号', typed);
    await tap('核对');
    await until(async () => ((await errorAt('购房合同编号')) === '' ? undefined : true), async () => `nothing is said of ${typed}:\n${await room.words()}`);
    expect(await errorAt('购房合同编号')).toMatch(/请/);
  }
  await room.page.getByLabel('修改申请贷款金额').click();
  await told('想贷多少', [...MONEY, ['0', '请填金额'], ['100000.5', '请填整元'], ['999999999', '最多']], '100000');
  await tap('就贷这么多');
  await room.page.getByLabel('修改贷款年限').click();
  await told('贷款年限', [['二十', NUMBER], ['0', '请填 1 到 30'], ['31', '请填 1 到 30'], ['-1', '请填 1 到 30'], ['1.5', '请填整数']], '20');
});

it('the amount of a prepayment', async () => {
  await room.show('prepayment', LIGHT, PAGES.prepayment.says.value);
  await told('提前还多少', [...MONEY, ['0', '请填金额'], ['1', '一次最少还'], ['99999999', '不能超过剩余本金']], '50000');
  await sees('缩短年限');
});

it('the code of an invitation', async () => {
  await room.show('invited', LIGHT, PAGES.invited.says.value);
  for (const typed of ['12', '']) {
    await fill('输入邀请码', typed);
    await tap('查看邀请');
    await sees('请填六位数字');
  }
});
