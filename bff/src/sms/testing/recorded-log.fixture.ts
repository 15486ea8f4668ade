import { Log } from '../../platform/index.ts';

/** Keeps what was logged. */
export class RecordedLog extends Log {
  readonly events: (readonly [string, Readonly<Record<string, unknown>>])[] = [];

  event(name: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.events.push([name, fields]);
  }
}
