export interface SmsMessage {
  /** Eleven digits of the mainland. */
  readonly mobile: string;
  /** `code`: {1} the code, {2} minutes. `case`: {1} what it is about, {2} the case number, {3} its state. */
  readonly template: 'code' | 'case';
  readonly params: readonly string[];
}

export type SmsOutcome =
  | { readonly kind: 'sent'; readonly serialNo: string }
  | {
      readonly kind: 'refused';
      /** `too-often`: the carrier's own limits; `number`: this number takes no messages; `permanent`: template, signature, account. */
      readonly reason: 'too-often' | 'number' | 'permanent' | 'later';
    }
  /** Not answered in time: it may have been sent. */
  | { readonly kind: 'unreachable' };

/** Text messages through one gateway. */
export abstract class SmsGateway {
  abstract send(message: SmsMessage): Promise<SmsOutcome>;
}
