import fc from 'fast-check';
import { CASE_STAGES, isNotified, isTerminal, mayCancel, mayMove, NOTIFIED_STAGES, noticesFor, rankOf, STAGE_PATH, stagesBefore, takesNews, timelineOf } from './index.ts';
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

  it('give the database write its condition', () => {
    expect(stagesBefore('accepted')).toEqual(['submitted', 'unknown']);
    expect(stagesBefore('unknown')).toEqual(['submitted']);
    for (const to of CASE_STAGES) expect(stagesBefore(to)).toEqual(CASE_STAGES.filter((from) => mayMove(from, to)));
  });

  it('rest when paid, refused or cancelled, and can be taken back only before approval', () => {
    expect(CASE_STAGES.filter(isTerminal)).toEqual(['paid', 'refused', 'cancelled']);
    expect(CASE_STAGES.filter(mayCancel)).toEqual(['submitted', 'accepted', 'under-review']);
  });
});

describe('news of a case', () => {
  it('ends at the same stage in whatever order and however often its events come', () => {
    const told = [{ stage: 'accepted', eventNumber: 2 }, { stage: 'under-review', eventNumber: 3 }, { stage: 'approved', eventNumber: 4 }, { stage: 'paid', eventNumber: 5 }] as const;
    fc.assert(
      fc.property(fc.shuffledSubarray([...told, ...told], { minLength: 8 }), (events) => {
        let current: { stage: CaseStage; eventNumber?: number } = { stage: 'submitted' };
        for (const event of events) if (takesNews(current, event)) current = event;
        expect(current.stage).toBe('paid');
      }),
    );
  });

  it('ignores what was told before what is known, even where the stages would allow it', () => {
    expect(takesNews({ stage: 'payment-failed', eventNumber: 9 }, { stage: 'paid', eventNumber: 8 })).toBe(false);
    expect(takesNews({ stage: 'payment-failed', eventNumber: 9 }, { stage: 'paid', eventNumber: 10 })).toBe(true);
    expect(takesNews({ stage: 'accepted', eventNumber: 3 }, { stage: 'under-review', eventNumber: 3 })).toBe(false);
  });

  it('goes by the stages alone when no number is known', () => {
    expect(takesNews({ stage: 'accepted' }, { stage: 'paid' })).toBe(true);
    expect(takesNews({ stage: 'paid' }, { stage: 'accepted', eventNumber: 2 })).toBe(false);
  });
});

describe('notices', () => {
  it('tell accepted, approved and paid once each when a case is decided at once', () => {
    expect(noticesFor('submitted', 'paid')).toEqual(['accepted', 'approved', 'paid']);
    expect(noticesFor('unknown', 'paid')).toEqual(['accepted', 'approved', 'paid']);
  });

  it('tell each stage once, whatever way a case goes to paid', () => {
    fc.assert(
      fc.property(fc.subarray(['accepted', 'under-review', 'approved'] as CaseStage[]), (between) => {
        const way: CaseStage[] = ['submitted', ...between, 'paid'];
        const told = way.flatMap((to, at) => (at === 0 ? [] : noticesFor(way[at - 1] as CaseStage, to)));
        expect(told).toEqual(['accepted', 'approved', 'paid']);
      }),
    );
  });

  it('say only that it was refused when it was', () => {
    expect(noticesFor('accepted', 'refused')).toEqual(['refused']);
    expect(noticesFor('submitted', 'payment-failed')).toEqual(['payment-failed']);
    expect(noticesFor('submitted', 'cancelled')).toEqual([]);
    expect(noticesFor('accepted', 'under-review')).toEqual([]);
  });

  it('say nothing of a move that is none', () => {
    expect(noticesFor('paid', 'accepted')).toEqual([]);
    expect(CASE_STAGES.filter(isNotified)).toHaveLength(NOTIFIED_STAGES.length);
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
