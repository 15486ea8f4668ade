/** A person as the civil register and the carrier hold them: true name, number, present mobile. */
export interface RegisteredPerson {
  readonly key: string;
  readonly name: string;
  readonly idType?: string;
  readonly idNumber: string;
  readonly mobile: string;
}

const CACHE_MS = 3000;
const DEADLINE_MS = 2000;

function isPerson(value: unknown): value is RegisteredPerson {
  if (typeof value !== 'object' || value === null) return false;
  const person = value as Record<string, unknown>;
  return ['key', 'name', 'idNumber', 'mobile'].every((field) => typeof person[field] === 'string');
}

function peopleIn(body: unknown): RegisteredPerson[] {
  const list = Array.isArray(body) ? body : (body as { people?: unknown; items?: unknown } | null)?.people ?? (body as { items?: unknown } | null)?.items;
  return Array.isArray(list) ? list.filter(isPerson) : [];
}

/**
 * The people the world knows, asked from the core's control at `<url>/people` and kept a few seconds. Without an address there is
 * nobody but those added by hand.
 */
export class PeopleRegister {
  private readonly added = new Map<string, RegisteredPerson>();
  private cached: { readonly at: number; readonly people: RegisteredPerson[] } | undefined;

  constructor(
    private readonly url: string | undefined,
    private readonly steady: () => number = () => performance.now(),
  ) {}

  add(person: RegisteredPerson): void {
    this.added.set(person.key, person);
  }

  clear(): void {
    this.added.clear();
    this.cached = undefined;
  }

  /** Everybody; rejects when the address does not answer and nothing was ever read. */
  async all(): Promise<readonly RegisteredPerson[]> {
    const people = [...(await this.fromAddress()), ...this.added.values()];
    return [...new Map(people.map((person) => [person.key, person])).values()];
  }

  async byKey(key: string): Promise<RegisteredPerson | undefined> {
    return (await this.all()).find((person) => person.key === key);
  }

  async byIdNumber(idNumber: string): Promise<RegisteredPerson | undefined> {
    return (await this.all()).find((person) => person.idNumber.toUpperCase() === idNumber.toUpperCase());
  }

  private async fromAddress(): Promise<RegisteredPerson[]> {
    if (this.url === undefined || this.url === '') return [];
    if (this.cached && this.steady() - this.cached.at < CACHE_MS) return this.cached.people;
    const reply = await fetch(`${this.url.replace(/\/$/, '')}/people`, { signal: AbortSignal.timeout(DEADLINE_MS) });
    if (!reply.ok) throw new Error(`the people answered with status ${reply.status}`);
    this.cached = { at: this.steady(), people: peopleIn(await reply.json()) };
    return this.cached.people;
  }
}
