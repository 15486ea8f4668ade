import { AskedOnce } from '../http/asked-once.ts';

/** A keyed request for use-case tests: keeps the replies that were completed. */
export class RecordedAsking extends AskedOnce {
  readonly replies: unknown[] = [];
  constructor(private readonly id: string | undefined = 'asking-1') {
    super();
  }

  async complete(reply: unknown): Promise<void> {
    this.replies.push(reply);
  }
  askingId(): string | undefined {
    return this.id;
  }
  askedAt(): Date | undefined {
    return undefined;
  }
}
