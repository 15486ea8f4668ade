/** What a handler says of one try. */
export type Delivery =
  | { readonly kind: 'done' }
  /** Not yet: try again no sooner than this. Without it the relay backs off by itself (1 s, 2 s, 4 s … 60 s). */
  | { readonly kind: 'later'; readonly afterMs?: number }
  /** Never will: kept as dead, logged as an alarm. */
  | { readonly kind: 'dead'; readonly reason: string };

export interface OutboxMessage {
  /** `withdrawal.forward`, `notification.send` … */
  readonly topic: string;
  /** Stable; a second message with the same topic and key is the same message. */
  readonly key: string;
  /** JSON without personal data: ids only. */
  readonly payload: Readonly<Record<string, string | number | boolean>>;
  /** No sooner than this many milliseconds from now. */
  readonly delayMs?: number;
}

export interface DeliveryTry {
  readonly messageId: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** When this try must be over, in epoch milliseconds of the Clock. */
  readonly deadlineMs: number;
}

export type OutboxHandler = (payload: OutboxMessage['payload'], attempt: DeliveryTry) => Promise<Delivery>;

/** The transactional outbox: recorded in the same unit of work as the row it belongs to, delivered at least once by relays that claim by lease. */
export abstract class Outbox {
  /** Must be called inside a unit of work. Returns the message's id. */
  abstract record(message: OutboxMessage): Promise<string>;
  /** One try right now by this request, after the commit, within the budget; claims the same lease as the relays. False when it was not delivered. */
  abstract tryNow(messageId: string, budgetMs: number): Promise<boolean>;
  /** Each module registers its topics in onModuleInit. */
  abstract handle(topic: string, handler: OutboxHandler): void;
}
