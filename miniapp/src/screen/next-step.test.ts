import { nextStepText } from './next-step.ts';

it('says how the person is seen next; how they were seen is not known here: who could be seen by face may have used a code of the counter', () => {
  expect(nextStepText({ stepUp: 'face' }, false)).toContain('下一步：刷脸');
  expect(nextStepText({ stepUp: 'counter-code' }, false)).toContain('柜台验证码');
  for (const stepUp of ['face', 'counter-code'] as const) expect(nextStepText({ stepUp }, true)).toBe('刚刚已确认是您本人，可以直接提交');
  expect(nextStepText(null, false)).toContain('刷脸');
  expect([nextStepText({ stepUp: 'face' }, true, true), nextStepText(null, false, true)]).toEqual(Array(2).fill('没有提交：手机没有连上网络，连上后请再点一次'));
});
