import { nextStepText } from './next-step.ts';

it('says how the person is seen next, or was seen: nobody with a counter code was seen by face', () => {
  expect(nextStepText({ stepUp: 'face' }, false)).toContain('下一步：刷脸');
  expect(nextStepText({ stepUp: 'face' }, true)).toContain('已刷脸确认，可以直接提交');
  expect(nextStepText({ stepUp: 'counter-code' }, false)).toContain('柜台验证码');
  expect(nextStepText({ stepUp: 'counter-code' }, true)).toMatch(/^(?!.*刷脸).*柜台验证码确认，可以直接提交/);
  expect(nextStepText(null, false)).toContain('刷脸');
});
