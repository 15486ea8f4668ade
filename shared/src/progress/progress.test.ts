import fc from 'fast-check';
import { CASE_STAGES, isNotified, isTerminal, mayCancel, mayMove, rankOf, stagePathOf, timelineOf } from './index.ts';
import type { CaseStage } from './index.ts';

const stages = fc.constantFrom<CaseStage>(...CASE_STAGES);
const MATTERS = ['purchase', 'loan-pre-application', 'loan-prepayment'] as const;

describe('case stages', () => {
  it.each(MATTERS)('follow the main path of %s, and may skip along it', (matter) => {
    const path = stagePathOf(matter);
    path.forEach((from, at) => path.slice(at + 1).forEach((to) => expect([from, to, mayMove(from, to)]).toEqual([from, to, true])));
  });

  it('have a path for each matter', () => {
    expect(stagePathOf('repay-fund-loan')).toEqual(['submitted', 'accepted', 'under-review', 'approved', 'paid']);
    expect(stagePathOf('loan-pre-application')).toEqual(['submitted', 'accepted', 'under-review', 'approved', 'signing', 'mortgage', 'paid']);
    expect(stagePathOf('loan-prepayment')).toEqual(['submitted', 'accepted', 'approved', 'paid']);
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

  it.each([
    ['paid', 'approved'], ['paid', 'refused'], ['refused', 'accepted'], ['cancelled', 'submitted'], ['under-review', 'accepted'], ['accepted', 'submitted'], ['accepted', 'unknown'],
    ['approved', 'under-review'], ['signing', 'approved'], ['mortgage', 'signing'], ['paid', 'mortgage'],
  ] as const)('refuse to go from %s to %s', (from, to) => {
    expect(mayMove(from, to)).toBe(false);
  });

  it('let a bank return the money after it was sent, and a corrected card be paid', () => {
    expect(mayMove('paid', 'payment-failed')).toBe(true);
    expect(mayMove('payment-failed', 'paid')).toBe(true);
    expect(mayMove('unknown', 'submitted')).toBe(true);
  });

  it('rest when paid, refused or cancelled', () => {
    expect(CASE_STAGES.filter(isTerminal)).toEqual(['paid', 'refused', 'cancelled']);
  });

  it('let a case be taken back: a withdrawal before approval, a pre-application before its signing is done, a prepayment before it has left', () => {
    const cancellable = (matter: string): readonly CaseStage[] => CASE_STAGES.filter((stage) => mayCancel(stage, matter));
    expect(cancellable('purchase')).toEqual(['submitted', 'accepted', 'under-review']);
    expect(cancellable('loan-pre-application')).toEqual(['submitted', 'accepted', 'under-review', 'approved', 'signing']);
    expect(cancellable('loan-prepayment')).toEqual(['submitted']);
  });
});

describe('the stages a person is told of', () => {
  const told = (matter: string): readonly CaseStage[] => CASE_STAGES.filter((stage) => isNotified(stage, matter));

  it.each(['purchase', 'loan-prepayment'])('are, of %s, those at which something was decided or paid, and none that the person brought about', (matter) => {
    expect(told(matter)).toEqual(['accepted', 'approved', 'paid', 'refused', 'payment-failed']);
  });

  it('are, of a pre-application, the approval once: when its signing can be booked', () => {
    expect(told('loan-pre-application')).toEqual(['accepted', 'signing', 'paid', 'refused', 'payment-failed']);
  });

  it('are, of a pre-application for the spouse who borrows too, also those that the applicant brought about; of what is one\'s own, none', () => {
    const toldToo = (matter: string): readonly CaseStage[] => CASE_STAGES.filter((stage) => isNotified(stage, matter, 'co-borrower'));
    expect(toldToo('loan-pre-application')).toEqual(['submitted', 'accepted', 'signing', 'paid', 'refused', 'cancelled', 'payment-failed']);
    expect([...toldToo('purchase'), ...toldToo('loan-prepayment')]).toEqual([]);
  });
});

describe('the timeline', () => {
  const of = (matter: string, stage: CaseStage, reached?: CaseStage): string => timelineOf(matter, stage, reached).map((step) => `${step.stage}:${step.state}`).join(' ');
  const read = (stage: CaseStage, reached?: CaseStage): string => of('purchase', stage, reached);

  it('shows what is done, where it is, what lies ahead', () => {
    expect(read('under-review')).toBe('submitted:done accepted:done under-review:current approved:ahead paid:ahead');
    expect(read('submitted')).toBe('submitted:current accepted:ahead under-review:ahead approved:ahead paid:ahead');
    expect(read('paid')).toBe('submitted:done accepted:done under-review:done approved:done paid:done');
  });

  it('shows the signing and the registration of a pre-application, and neither of a prepayment', () => {
    expect(of('loan-pre-application', 'signing')).toBe('submitted:done accepted:done under-review:done approved:done signing:current mortgage:ahead paid:ahead');
    expect(of('loan-prepayment', 'approved')).toBe('submitted:done accepted:done approved:current paid:ahead');
  });

  it('stops where a case was refused or taken back', () => {
    expect(read('refused', 'under-review')).toBe('submitted:done accepted:done under-review:done refused:stopped');
    expect(read('cancelled')).toBe('submitted:done cancelled:stopped');
    expect(of('loan-pre-application', 'cancelled', 'approved')).toBe('submitted:done accepted:done under-review:done approved:done cancelled:stopped');
  });

  it('keeps payment ahead when a payment failed, and everything when nothing is known', () => {
    expect(read('payment-failed', 'paid')).toBe('submitted:done accepted:done under-review:done approved:done payment-failed:stopped paid:ahead');
    expect(read('unknown')).toBe('submitted:done unknown:current accepted:ahead under-review:ahead approved:ahead paid:ahead');
  });
});
