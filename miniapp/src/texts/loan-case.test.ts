import { preApplicationTexts } from './loan-case.ts';

describe('the consent under a pre-application', () => {
  it('names a co-borrower only where there is one', () => {
    expect(preApplicationTexts.statement(false)).toContain('核对您的缴存');
    expect(preApplicationTexts.statement(false)).not.toContain('共同借款人');
    expect(preApplicationTexts.statement(true)).toContain('核对您和共同借款人的缴存');
  });
});
