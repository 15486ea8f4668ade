import type { LogEvent, LogFields } from './log-event.ts';

/** Writes events of the catalogue. The request's id is added by itself. */
export abstract class Log {
  /** `error` is written with its stack; never put personal data into an error's message. */
  abstract event(name: LogEvent, fields?: LogFields, error?: unknown): void;
}

/** For tests and scripts. */
export class SilentLog extends Log {
  event(): void {
    // says nothing
  }
}
