import { Refusal } from '../../platform/index.ts';

/** What a co-borrower may see and not do. They know the case, so it is not hidden from them; the reason says whose it is to act. */
export const applicantOnly = (): Refusal => new Refusal('case.state-conflict', { reasons: [{ code: 'applicant-only' }] });
