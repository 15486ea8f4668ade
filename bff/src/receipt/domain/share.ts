import { addDays, chinaDateOf, instantOfChina } from '@anju/shared/calendar';

/** A code of a receipt that somebody else may check. */
export interface Share {
  /** 16 hexadecimal characters. */
  readonly shareId: string;
  readonly receiptId: string;
  readonly personId: string;
  /** What it was first made for: `file` to be drawn into the document, `shown` to be shown; once there it serves both. */
  readonly purpose: 'shown' | 'file';
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly withdrawnAt: number | null;
}

/** How many codes of one receipt are given out in 24 hours; one of them lives at a time. */
export const A_DAY_AT_MOST = 20;

/** Midnight in China at the end of the day of that moment, in milliseconds since 1970. */
export const midnightAfter = (moment: Date): number => instantOfChina(addDays(chinaDateOf(moment), 1));

/** At midnight itself it is over. */
export const isAlive = ({ withdrawnAt, expiresAt }: Share, now: number): boolean => withdrawnAt === null && now < expiresAt;

/** The shares; one that is over stays, so that its code is told from a made-up one. Writes belong inside a unit of work. */
export abstract class Shares {
  abstract add(share: Share): Promise<void>;
  abstract byId(shareId: string): Promise<Share | undefined>;
  /** Newest first. */
  abstract aliveOf(receiptId: string, now: number): Promise<readonly Share[]>;
  abstract countSince(receiptId: string, since: number): Promise<number>;
  /** Whatever is alive of a receipt. True when something has been alive until now. */
  abstract withdraw(receiptId: string, at: number): Promise<boolean>;
  /** Whatever is alive of a person. */
  abstract withdrawAll(personId: string, at: number): Promise<void>;
}
