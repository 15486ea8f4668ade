/** What the composition root tells about sessions. */
export abstract class SessionSettings {
  /** A session lives this many days from its sign-in, however much it is used. */
  abstract readonly sessionDays: number;
  /** Minutes for which a face check or counter code counts. */
  abstract readonly faceFreshMinutes: number;
  /** Where the H5 is reached, without a slash at the end. */
  abstract readonly publicUrl: string;
}
