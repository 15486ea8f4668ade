import type { OutboxHandler, OutboxMessage } from '../outbox/outbox.ts';
import { Outbox } from '../outbox/outbox.ts';

/** Keeps what was recorded; `tryNow` and `deliver` hand a message to its handler. Same topic and key: one message. */
export class RecordedOutbox extends Outbox {
  readonly messages: OutboxMessage[] = [];
  private readonly handlers = new Map<string, OutboxHandler>();
  private readonly delivered = new Set<string>();

  async record(message: OutboxMessage): Promise<string> {
    const id = `${message.topic}#${message.key}`;
    if (!this.messages.some((known) => `${known.topic}#${known.key}` === id)) this.messages.push(message);
    return id;
  }

  handle(topic: string, handler: OutboxHandler): void {
    this.handlers.set(topic, handler);
  }

  async tryNow(messageId: string): Promise<boolean> {
    const message = this.messages.find((known) => `${known.topic}#${known.key}` === messageId);
    const handler = message === undefined ? undefined : this.handlers.get(message.topic);
    if (message === undefined || handler === undefined || this.delivered.has(messageId)) return false;
    const delivery = await handler(message.payload, { messageId, attempt: 1, deadlineMs: Number.MAX_SAFE_INTEGER });
    if (delivery.kind === 'done') this.delivered.add(messageId);
    return delivery.kind === 'done';
  }
}
