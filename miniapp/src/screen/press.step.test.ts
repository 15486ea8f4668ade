import { standingOf, stepOf } from './press.step.ts';

const SEEN = { seen: true, sending: false, standing: 'yes' } as const;

describe('a press that waited for the face check', () => {
  it('goes out once the person comes back from being seen, and not while it is on its way', () => {
    expect(stepOf(SEEN)).toBe('send');
    expect(stepOf({ ...SEEN, sending: true })).toBe('wait');
  });
  it('stays where it is without being seen, and where nothing waits or nothing can be told yet', () => {
    expect([stepOf({ ...SEEN, seen: false }), stepOf({ ...SEEN, standing: null }), stepOf({ ...SEEN, standing: 'later' })]).toEqual(['wait', 'wait', 'wait']);
  });
  it('is dropped at once when something else stands here: typing the old amount again later sends nothing', () => {
    expect(stepOf({ ...SEEN, standing: 'gone' })).toBe('drop');
    expect(stepOf({ ...SEEN, standing: 'gone', seen: false })).toBe('wait');
  });
});

describe('one whole wish', () => {
  const pressed = { route: 'rent', amountFen: 500_000, bankCardId: 'c1' };
  it('stands while nothing of it is another', () => {
    expect(standingOf(pressed, { ...pressed })).toBe('yes');
  });
  it('does not stand with another amount or another card', () => {
    expect([standingOf(pressed, { ...pressed, amountFen: 400_000 }), standingOf(pressed, { ...pressed, bankCardId: 'c2' })]).toEqual(['gone', 'gone']);
  });
  it('cannot be told while the page comes together', () => {
    expect(standingOf(pressed, null)).toBe('later');
  });
});
