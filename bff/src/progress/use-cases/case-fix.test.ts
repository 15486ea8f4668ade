import { fixOf } from './case-fix.ts';

describe('what a payment that came back has put right', () => {
  const returned = (route: 'purchase' | 'down-payment') => fixOf({ route, stage: 'payment-failed', refusal: null, wish: null });

  it('is the card, or with a down payment the account that is watched over', () => {
    expect([returned('purchase'), returned('down-payment')]).toEqual([{ item: 'card', resubmit: false }, { item: 'account', resubmit: false }]);
  });
});
