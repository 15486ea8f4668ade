/** A sign-in code on its way to a mobile. Instants are milliseconds since 1970; the code is kept as a keyed hash. */
export interface SmsCode {
  readonly codeId: string;
  readonly mobile: string;
  /** The caller's network address. */
  readonly ip: string;
  readonly codeHash: string;
  readonly askedAt: number;
  readonly expiresAt: number;
}

/** How often codes were asked for. */
export interface SmsHistory {
  readonly lastAskedAt: number | null;
  readonly byMobileInHour: number;
  readonly byMobileInDay: number;
  readonly byIpInHour: number;
}

export interface SmsTry {
  readonly codeId: string;
  readonly codeHash: string;
  readonly expiresAt: number;
  readonly askedAt: number;
  /** Tries before this one. */
  readonly tries: number;
}

/** The sign-in codes asked for. */
export abstract class SmsCodes {
  abstract history(mobile: string, ip: string, now: number): Promise<SmsHistory>;
  /** False when another request for the same mobile came first. */
  abstract add(code: SmsCode): Promise<boolean>;
  /** Takes one back that could not be sent, so that it counts for nothing. */
  abstract remove(codeId: string): Promise<void>;
  /** The newest unused code of the mobile; counts this try **before** the code is compared, so that parallel guesses count too. */
  abstract takeTry(mobile: string): Promise<SmsTry | undefined>;
  /** False when it was used in the meantime. */
  abstract use(codeId: string, at: number): Promise<boolean>;
  /** Forgets codes asked for before `before`. */
  abstract sweep(before: number): Promise<void>;
}
