import type { Config } from '../config.ts';

/** What sessions and identity need of the configuration. */
export abstract class SessionSettings {
  /** A session lives this many days from its sign-in, however much it is used. */
  abstract readonly sessionDays: number;
  /** Minutes for which a face check or counter code counts. */
  abstract readonly faceFreshMinutes: number;
  /** Where the H5 is reached, without a slash at the end. */
  abstract readonly publicUrl: string;
}

export function sessionSettingsOf(config: Config): SessionSettings {
  return { sessionDays: config.sessionDays, faceFreshMinutes: config.faceId.freshMinutes, publicUrl: config.publicUrl };
}
