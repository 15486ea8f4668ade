import type { HouseCheckReply } from '@anju/shared/contract';
import type { DeviceStore } from '../../platform/ports.ts';
import { EMPTY_WISH, wishFrom } from './loan.wish.ts';
import type { LoanWish } from './loan.wish.ts';

/** A purchase contract as the real-estate register knows it. */
export interface CheckedHouse extends HouseCheckReply {
  readonly contractNumber: string;
}

/** What a person has given on the way to a pre-application; kept on the device, so that a face check or the back button loses nothing. */
export interface LoanDraft {
  readonly wish: LoanWish;
  /** Fingerprint of what the calculator held when it was taken over: newer figures there are taken anew. */
  readonly carried: string;
  readonly contractNumber: string;
  /** What the register said of that number. */
  readonly house: CheckedHouse | null;
  /** Only when the person wants less than the most. */
  readonly amountFen: number | null;
  readonly method: 'equal-instalment' | 'equal-principal';
}
export const EMPTY_DRAFT: LoanDraft = { wish: EMPTY_WISH, carried: '', contractNumber: '', house: null, amountFen: null, method: 'equal-instalment' };

/** What a person wants to repay earlier. */
export interface PrepaymentDraft {
  /** As typed, in yuan. */
  readonly amount: string;
  readonly keep: 'instalment' | 'term' | 'whole';
  /** The card that is charged; empty: the first. Kept like the rest, or the face check would put another in its place. */
  readonly bankCardId: string;
}
export const EMPTY_PREPAYMENT: PrepaymentDraft = { amount: '', keep: 'instalment', bankCardId: '' };

/** Signing out forgets it: the name begins with `wish:`. */
export const draftName = (personKey: string, what: string): string => `wish:${personKey}:draft:${what}`;

function readObject(store: DeviceStore, name: string): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(store.get(name) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

/** The kept fields that are of the pattern's kind; where the pattern has null, a number. */
function like<Draft extends object>(pattern: Draft, kept: Readonly<Record<string, unknown>>): Draft {
  const fits = Object.entries(pattern).filter(([name, value]) => typeof kept[name] === (value === null ? 'number' : typeof value));
  return { ...pattern, ...Object.fromEntries(fits.map(([name]) => [name, kept[name]])) };
}

const RESULTS = ['matched', 'mismatch', 'not-found', 'unavailable'] as const;

function houseFrom(kept: unknown): CheckedHouse | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { contractNumber, result, buyer, address, priceFen, filedOn } = kept as Readonly<Record<string, unknown>>;
  const said = RESULTS.find((one) => one === result);
  if (typeof contractNumber !== 'string' || said === undefined) return null;
  return {
    contractNumber,
    result: said,
    ...(buyer === 'self' || buyer === 'partner' ? { buyer } : {}),
    ...(typeof address === 'string' ? { address } : {}),
    ...(typeof priceFen === 'number' ? { priceFen } : {}),
    ...(typeof filedOn === 'string' ? { filedOn } : {}),
  };
}

export function readLoanDraft(store: DeviceStore, name: string): LoanDraft {
  const kept = readObject(store, name);
  const method = kept['method'] === 'equal-principal' ? 'equal-principal' : 'equal-instalment';
  return { ...like(EMPTY_DRAFT, kept), wish: wishFrom(kept['wish']), house: houseFrom(kept['house']), method };
}

export function readPrepaymentDraft(store: DeviceStore, name: string): PrepaymentDraft {
  return like(EMPTY_PREPAYMENT, readObject(store, name));
}
