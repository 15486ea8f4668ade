/** Version of the privacy text: the phone sends the one a person agreed to, the BFF holds it against this. */
export const CONSENT_VERSION = '2026-11-01';
