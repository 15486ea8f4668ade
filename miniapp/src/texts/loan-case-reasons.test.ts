import { loanReasonSentence, loanReasonWords } from './loan-case-reasons.ts';

describe('what stands in the way of a loan', () => {
  it('is told to each of two borrowers as their own or as the other’s', () => {
    expect(loanReasonSentence({ code: 'partner-ineligible' })).toContain('配偶那边');
    expect(loanReasonSentence({ code: 'own-ineligible' })).toContain('您这边');
  });
  it('leaves what the applicant alone may do to the applicant', () => {
    expect(loanReasonWords({ code: 'applicant-only' })).toMatchObject({ way: 'case', sentence: expect.stringContaining('共同借款人') });
  });
  it('never ends without a way out, whatever the code', () => {
    expect(loanReasonSentence({ code: 'nobody-knows-this' })).toContain('12329');
  });
});
