import { isWoman, retirementAsked } from './prequalification.view.ts';

describe('the age of retirement that is asked about', () => {
  it('is a woman\'s, told by the last but one digit of a resident\'s number and by no other paper', () => {
    expect(isWoman('3502**********0025')).toBe(true);
    expect(isWoman('3502**********001X')).toBe(false);
    for (const other of [undefined, '', 'E******42', '3502**********']) expect(isWoman(other)).toBeNull();
  });
  it('names whose it is, and is chosen by her alone', () => {
    expect(retirementAsked('柯*苒', false)).toMatchObject({ title: '柯*苒按哪个年龄退休', choose: false });
    expect(retirementAsked('柯*苒', false).lead).toContain('柯*苒在自己的手机上');
    expect(retirementAsked('施*峥', true)).toMatchObject({ title: '您按哪个年龄退休', choose: true });
    expect(retirementAsked('施*峥', null)).toMatchObject({ title: '按哪个年龄退休', choose: false });
    expect(retirementAsked(null, true)).toMatchObject({ title: '按哪个年龄退休', choose: true });
  });
});
