/**
 * The use case's side of an idempotent request. The interceptor has claimed the key before the handler runs; a use case that
 * writes calls `complete` **inside** its unit of work, so that work, outbox row, sealed reply and "done" become true together.
 * A handler that never calls it is completed by the interceptor when it returns. Outside a keyed request it does nothing.
 */
export abstract class AskedOnce {
  /** Stores the reply (JSON) a repeat of the same key gets. May be called again later with a newer reply. */
  abstract complete(reply: unknown): Promise<void>;
  /** A stable number for this asking, the same on each try of the same key by the same person; undefined without a key. */
  abstract askingId(): string | undefined;
  /** When this key was first asked under, the same on each try: the core believes a request number only with the moment it first came with. */
  abstract askedAt(): Date | undefined;
}
