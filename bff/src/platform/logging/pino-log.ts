import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';
import type { LogLevel } from '../../config.ts';
import { LOG_EVENTS } from './log-event.ts';
import type { LogEvent, LogFields } from './log-event.ts';
import { Log } from './log.ts';
import { redactedError, redactedFields } from './redact.ts';
import { requestContext } from './request-context.ts';

/** One JSON line an event on standard output: `{"level":"info","time":…,"event":"request.done",…}`. */
export class PinoLog extends Log {
  private readonly logger: Logger;

  constructor(level: LogLevel, destination?: DestinationStream) {
    super();
    const options = {
      level,
      base: null,
      formatters: { level: (label: string) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    };
    this.logger = destination === undefined ? pino(options) : pino(options, destination);
  }

  event(name: LogEvent, fields: LogFields = {}, error?: unknown): void {
    const requestId = requestContext.getStore()?.requestId;
    this.logger[LOG_EVENTS[name].level]({
      event: name,
      ...(requestId === undefined ? {} : { requestId }),
      ...redactedFields(fields),
      ...(error === undefined ? {} : { error: redactedError(error) }),
    });
  }
}
