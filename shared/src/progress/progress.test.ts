import fc from 'fast-check';
import { CASE_STAGES, isNotified, isTerminal, mayCancel, mayMove, rankOf, STAGE_PATH, timelineOf } from './index.ts';
import type { CaseStage } from './index.ts';

const stages = fc.constantFrom<CaseStage>(...CASE_STAGES);

describe('case stages', () => {
  it('follow the main path, and may skip along it', () => {
    STAGE_PATH.forEach((from, at) => STAGE_PATH.slice(at + 1).forEach((to) => expect(mayMove(from, to)).toBe(true)));
  });

  it('never move back, and never stay as a move', () => {
    fc.assert(
      fc.property(stages, stages, (from, to) => {
        const corrected = from === 'payment-failed' && to === 'approved';
        if (mayMove(from, to) && !corrected) expect(rankOf(to)).toBeGreaterThanOrEqual(rankOf(from));
        expect(mayMove(from, from)).toBe(false);
      }),
    );
  });

  it.each([['paid', 'approved'], ['paid', 'refused'], ['refused', 'accepted'], ['cancelled', 'submitted'], ['under-review', 'accepted'], ['accepted', 'submitted'], ['accepted', 'unknown'], ['approved', 'under-review']] as const)(
    'refuse to go from %s to %s',
    (from, to) => {
      expect(mayMove(from, to)).toBe(false);
    },
  );

  it('let a bank return the money after it was sent, and a corrected card be paid', () => {
    expect(mayMove('paid', 'payment-failed')).toBe(true);
    expect(mayMove('payment-failed', 'paid')).toBe(true);
    expect(mayMove('unknown', 'submitted')).toBe(true);
  });

  it('rest when paid, refused or cancelled, and can be taken back only before approval', () => {
    expect(CASE_STAGES.filter(isTerminal)).toEqual(['paid', 'refused', 'cancelled']);
    expect(CASE_STAGES.filter(mayCancel)).toEqual(['submitted', 'accepted', 'under-review']);
  });
});

describe('the stages a person is told of', () => {
  it('are those at which something was decided or paid, and none that the person brought about', () => {
    expect(CASE_STAGES.filter(isNotified)).toEqual(['accepted', 'approved', 'paid', 'refused', 'payment-failed']);
  });
});

describe('the timeline', () => {
  const read = (...input: Parameters<typeof timelineOf>): string => timelineOf(...input).map((step) => `${step.stage}:${step.state}`).join(' ');

  it('shows what is done, where it is, what lies ahead', () => {
    expect(read('under-review')).toBe('submitted:done accepted:done under-review:current approved:ahead paid:ahead');
    expect(read('submitted')).toBe('submitted:current accepted:ahead under-review:ahead approved:ahead paid:ahead');
    expect(read('paid')).toBe('submitted:done accepted:done under-review:done approved:done paid:done');
  });

  it('stops where a case was refused or taken back', () => {
    expect(read('refused', 'under-review')).toBe('submitted:done accepted:done under-review:done refused:stopped');
    expect(read('cancelled')).toBe('submitted:done cancelled:stopped');
  });

  it('keeps payment ahead when a payment failed, and everything when nothing is known', () => {
    expect(read('payment-failed', 'paid')).toBe('submitted:done accepted:done under-review:done approved:done payment-failed:stopped paid:ahead');
    expect(read('unknown')).toBe('submitted:done unknown:current accepted:ahead under-review:ahead approved:ahead paid:ahead');
  });
});
