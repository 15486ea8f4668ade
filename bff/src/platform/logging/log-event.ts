import type { LogLevel } from '../../config.ts';

/**
 * The catalogue of log events: every line the BFF writes has one of these names, so that an alarm can be set on it.
 * Fields are ids, codes and counts; never names, numbers, texts a person typed, or URLs with values in them.
 */
export const LOG_EVENTS = {
  // life of the process
  listening: { level: 'info', says: 'the BFF takes requests' },
  stopping: { level: 'info', says: 'the BFF finishes what it has and stops' },
  migrated: { level: 'info', says: 'migrations have run' },
  // requests
  'request.done': { level: 'info', says: 'a request was answered' },
  'request.failed': { level: 'error', says: 'a request ended in an unforeseen error; the reply says nothing, this line does' },
  'asked-once.takeover': { level: 'warn', says: 'a key whose first try died was taken over' },
  // outbox
  'outbox.dead': { level: 'error', says: 'ALARM: a message will never be delivered; a person must look' },
  'outbox.stuck': { level: 'error', says: 'ALARM: a delivery has been tried many times and still breaks; it goes on, but a person should look' },
  'outbox.retry': { level: 'warn', says: 'a delivery failed and will be tried again' },
  'outbox.claim-failed': { level: 'warn', says: 'a relay could not claim work; the database may be away' },
  'sweep.done': { level: 'debug', says: 'rows past their time were removed' },
  'sweep.failed': { level: 'warn', says: 'rows past their time could not be removed' },
  // the core
  'core.call': { level: 'debug', says: 'a call to the core ended' },
  'core.failed': { level: 'warn', says: 'a call to the core got no usable answer' },
  'core.signature': { level: 'error', says: 'ALARM: a reply or event of the core carried a wrong signature' },
  'core.breaker': { level: 'warn', says: 'the circuit to the core opened or closed' },
  'core.events': { level: 'info', says: 'events of the core were taken in' },
  'core.untranslatable': { level: 'error', says: 'ALARM: the core sent a code this version does not know' },
  // providers
  'provider.failed': { level: 'warn', says: 'WeChat, SMS or face verification gave no usable answer' },
  'provider.refused': { level: 'warn', says: 'WeChat, SMS or face verification said no, with its code' },
  // features
  'session.started': { level: 'info', says: 'a session began' },
  'session.ended': { level: 'info', says: 'a session ended' },
  'identity.bound': { level: 'info', says: 'a session was bound to a person' },
  'identity.unbound': { level: 'info', says: 'a person left' },
  'identity.face': { level: 'info', says: 'a face check ended, with its outcome' },
  'case.submitted': { level: 'info', says: 'a case was taken in' },
  'case.forwarded': { level: 'info', says: 'a case reached the core' },
  'case.moved': { level: 'info', says: 'a case changed its stage' },
  'case.unknown': { level: 'warn', says: 'the core did not say what became of a request; it will be asked' },
  'case.disagrees': { level: 'error', says: 'ALARM: the core and the BFF disagree about a case' },
  'ledger.disagrees': { level: 'error', says: 'ALARM: the entries of an account do not come to the balances the core names beside them' },
  'notice.sent': { level: 'info', says: 'a notice went out' },
  'notice.unknown': { level: 'warn', says: 'a notice was being sent when the process died; nobody sends it again, the inbox has it' },
  'notice.not-sent': { level: 'warn', says: 'a notice could not go out; the inbox has it' },
  'audit.broken': { level: 'error', says: 'ALARM: the chain of the audit log does not hold' },
  'file.infected': { level: 'warn', says: 'an upload carried a known harmful mark and was refused' },
  'file.check-failed': { level: 'error', says: 'ALARM: uploads cannot be looked at; the scanner does not answer or the cleaner does not start' },
  'receipt.altered': { level: 'error', says: 'ALARM: a receipt in the database is not what was written' },
  'archive.done': { level: 'info', says: 'the package of a settled case was handed over to the archive' },
  'archive.waiting': { level: 'warn', says: 'a settled case could not be handed over yet; it will be tried again' },
  'file.lost': { level: 'error', says: 'ALARM: a sealed upload is not where it was put' },
} as const satisfies Record<string, { level: Exclude<LogLevel, 'silent'>; says: string }>;

export type LogEvent = keyof typeof LOG_EVENTS;

/** Ids, codes and counts. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;
