import type { Booking, PreApplicationReply } from '@anju/shared/contract';
import { signingTime } from './signing-time.ts';

const AT = Date.parse('2026-11-26T02:00:00.000Z');
const booking = { bookingId: 'b', startsAt: '2026-11-27T02:30:00.000Z', endsAt: '2026-11-27T03:00:00.000Z' } as Booking;
const shown = (signing: PreApplicationReply['signing'], of: object = {}): PreApplicationReply => ({ case: { caseId: 'k', stage: 'signing', ...of }, signing }) as PreApplicationReply;
const NOTHING = { canBook: false, booking: null };

describe('the time of a signing', () => {
  it('is the one last heard of while the core is silent', () => {
    expect(signingTime(shown(NOTHING), booking, AT)).toEqual({ canBook: false, booking, silent: true });
  });
  it('is none where none was heard of, or where it is over', () => {
    expect(signingTime(shown(NOTHING), null, AT)).toEqual({ ...NOTHING, silent: true });
    expect(signingTime(shown(NOTHING), booking, Date.parse(booking.endsAt))).toEqual({ ...NOTHING, silent: true });
  });
  it('is the one the service last knew while the core is silent, whoever looks and whatever was heard here', () => {
    const stale = { canBook: false, booking, state: 'stale', asOf: '2026-11-26T01:00:00.000Z' } as const;
    for (const part of [{}, { role: 'co-borrower' }]) expect(signingTime(shown(stale, part), null, AT)).toEqual({ canBook: false, booking, silent: true });
    expect(signingTime(shown({ ...NOTHING, state: 'unknown' }, { role: 'co-borrower' }), null, AT)).toEqual({ ...NOTHING, silent: true });
  });
  it('is what the service says as soon as it says something', () => {
    expect(signingTime(shown({ canBook: true, booking: null }), booking, AT)).toEqual({ canBook: true, booking: null, silent: false });
    expect(signingTime(shown({ canBook: false, booking }), null, AT)).toEqual({ canBook: false, booking, silent: false });
  });
  it('is not kept up before or after the signing, nor for who borrows with the applicant', () => {
    for (const part of [{ stage: 'under-review' }, { stage: 'mortgage' }, { role: 'co-borrower' }]) expect(signingTime(shown(NOTHING, part), booking, AT)).toEqual({ ...NOTHING, silent: false });
  });
});
