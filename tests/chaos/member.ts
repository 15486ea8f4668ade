import { setTimeout as sleep } from 'node:timers/promises';

/** One run of a program, from its start to its end. */
export interface Life {
  alive(): boolean;
  /** SIGKILL, as a crash; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM, as an operator. */
  end(): Promise<void>;
  /** The end of what it wrote. */
  lastWords(): string;
}

const AGAIN_MS = 300;
const GIVE_UP_MS = 120_000;

/** A program that is killed and comes back, as under a supervisor: a start that fails, because another is down, is tried again. */
export class Member {
  readonly name: string;
  kills = 0;
  /** What it said when it ended though nobody had killed it. */
  readonly falls: string[] = [];
  readonly #begin: () => Promise<Life>;
  #life: Life | undefined;
  #work: Promise<void> = Promise.resolve();
  #closing = false;

  constructor(name: string, begin: () => Promise<Life>) {
    this.name = name;
    this.#begin = begin;
  }

  /** Resolves when whatever was asked of it before is done. @throws when it did not come up */
  ready(): Promise<void> {
    return this.#work;
  }

  isUp(): boolean {
    return this.#life?.alive() ?? false;
  }

  /** The first start of all, when whatever it needs is up: what fails then is wrong in itself. @throws what the program said */
  first(): Promise<void> {
    this.#after(() => this.#rise(0));
    return this.#work;
  }

  #startAfter(downMs: number): void {
    this.#after(async () => {
      await sleep(downMs);
      await this.#rise(GIVE_UP_MS);
    });
  }

  async #rise(patienceMs: number): Promise<void> {
    const until = performance.now() + patienceMs;
    while (!this.#closing) {
      try {
        this.#life = await this.#begin();
        return;
      } catch (error) {
        if (performance.now() > until) throw new Error(`${this.name} did not come up`, { cause: error });
        await sleep(AGAIN_MS);
      }
    }
  }

  /** Kills it if it is up, and starts it again after that time. False when there was nothing to kill. */
  kill(downMs: number): boolean {
    const life = this.#life;
    if (life === undefined || !life.alive()) return false;
    this.kills += 1;
    this.#life = undefined;
    this.#after(() => life.kill());
    this.#startAfter(downMs);
    return true;
  }

  /** Starts it again when it ended by itself. */
  look(): void {
    const life = this.#life;
    if (life === undefined || life.alive()) return;
    this.#life = undefined;
    this.falls.push(life.lastWords());
    this.#startAfter(0);
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#work.catch(() => undefined);
    await this.#life?.end();
  }

  #after(work: () => Promise<void>): void {
    this.#work = this.#work.then(work);
    this.#work.catch(() => undefined);
  }
}
