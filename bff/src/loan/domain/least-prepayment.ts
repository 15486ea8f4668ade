/** A part of a loan is paid ahead from 10,000.00 yuan on; the whole balance may be less. */
export const LEAST_PREPAYMENT_FEN = 1_000_000;
