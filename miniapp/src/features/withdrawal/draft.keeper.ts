import type { Draft, MissingField, SaveDraftBody } from '@anju/shared/contract';
import { failureKind } from '../../api/failure.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { DeviceStore } from '../../platform/ports.ts';
import { heldFrom, NO_DRAFT, reconcile, withoutFiles, writeOf, written } from './draft.content.ts';
import type { DraftContent, HeldDraft } from './draft.content.ts';

/** How it stands with the server: all there, on its way, kept on the phone until there is a network, or not taken as it is. */
export type DraftSync = 'saved' | 'saving' | 'on-phone' | 'refused';
export interface DraftView {
  readonly held: HeldDraft;
  readonly sync: DraftSync;
  /** Answers that another phone had changed too. */
  readonly overwritten: readonly string[];
  /** While `refused`: the fields that the service does not take as they are; none where it named none. */
  readonly refused: readonly string[];
}
export interface DraftParts {
  readonly store: DeviceStore;
  /** The name of the device's copy. */
  readonly name: string;
  load(): Promise<Draft | null>;
  save(body: SaveDraftBody): Promise<Draft | null>;
  drop(): Promise<void>;
  /** Runs later; returns how to call it off. */
  later(ms: number, work: () => void): () => void;
}

/** So long nothing is typed before it is written. */
export const DEBOUNCE_MS = 700;
const RETRY_MS = [2_000, 5_000, 15_000, 30_000] as const;
const TRIES_OF_A_WRITE = 4;

/** Places in the list of files of those that the service does not have any more: they are asked for again. */
function lostFiles(error: unknown): readonly number[] {
  if (!(error instanceof ApiProblem) || error.code !== 'withdrawal.file-missing') return [];
  return error.fields.flatMap(({ field }) => {
    const place = /^files\.(\d+)\./.exec(field)?.[1];
    return place === undefined ? [] : [Number(place)];
  });
}

/** Fields that the service does not take as they were written, or null: it was no refusal. The same write again would be refused again. */
function refusedFields(error: unknown, { files }: DraftContent): readonly string[] | null {
  if (!(error instanceof ApiProblem) || (error.status !== 422 && error.code !== 'request.invalid' && error.code !== 'request.too-large')) return null;
  const names = error.fields.flatMap(({ field }) => {
    const [group = '', name = ''] = field.split('.');
    return group === 'answers' ? name : group === 'files' ? (files[Number(name)]?.field ?? '') : '';
  });
  return [...new Set(names.filter((name) => name !== ''))];
}

/** One draft of one route: the device's copy is the truth here, the server follows it. */
export class DraftKeeper {
  private view: DraftView;
  private text: string | null;
  private readonly listeners = new Set<() => void>();
  private missing: readonly MissingField[] = [];
  private callOff: (() => void) | null = null;
  private running: Promise<void> | null = null;
  private retries = 0;
  private opened = false;

  constructor(private readonly parts: DraftParts) {
    this.text = parts.store.get(parts.name);
    this.view = { held: heldFrom(this.text), sync: 'saved', overwritten: [], refused: [] };
  }

  /** What stands now; another tab or a sign-out may have changed the device's copy. */
  get current(): DraftView {
    const text = this.parts.store.get(this.parts.name);
    if (text !== this.text) {
      this.text = text;
      if (text === null) this.opened = false;
      this.view = { ...this.view, held: heldFrom(text) };
    }
    return this.view;
  }
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** The form has come, with the server's draft: taken in once; later the server is asked anew. */
  open(missing: readonly MissingField[], server: Draft | null | undefined): void {
    this.missing = missing;
    if (this.opened) return;
    this.opened = true;
    if (server !== undefined) this.take(server);
    this.plan(0);
  }
  /** Changes the device's copy at once and the server's soon. */
  change(part: Partial<DraftContent>): void {
    const { held } = this.current;
    this.keep({ ...held, content: { ...held.content, ...part } });
    this.plan(DEBOUNCE_MS);
  }
  /** Asks the server whether another phone has written meanwhile. */
  async refresh(): Promise<void> {
    if (!this.opened) return;
    await this.flush();
    try {
      this.take(await this.parts.load());
    } catch {
      // Without an answer the device's copy stands.
    }
  }
  /** Writes now what is not written yet; settles when tried, never throws. */
  async flush(): Promise<void> {
    this.callOff?.();
    this.callOff = null;
    this.running ??= this.write().finally(() => {
      this.running = null;
    });
    await this.running;
  }
  /** The person was told of what another phone had changed. */
  told(): void {
    this.show({ ...this.view, overwritten: [] });
  }
  /** It was sent: nothing of it stays here. */
  forget(): void {
    this.callOff?.();
    this.callOff = null;
    this.opened = false;
    this.parts.store.remove(this.parts.name);
    this.text = null;
    this.show({ held: NO_DRAFT, sync: 'saved', overwritten: [], refused: [] });
  }
  /** The person gives it up. @throws ApiProblem, TransportFailure: then it is still there */
  async giveUp(): Promise<void> {
    await this.flush();
    await this.parts.drop();
    this.forget();
  }

  private plan(ms: number): void {
    if (writeOf(this.current.held, this.missing) === null) return this.show({ ...this.view, sync: 'saved' });
    // It is not saved from the moment that it changed.
    if (this.view.sync === 'saved') this.show({ ...this.view, sync: 'saving' });
    this.callOff?.();
    this.callOff = this.parts.later(ms, () => void this.flush());
  }
  private async write(): Promise<void> {
    for (let turn = 0; turn < TRIES_OF_A_WRITE; turn += 1) {
      const { held } = this.current;
      const body = writeOf(held, this.missing);
      if (body === null) {
        this.retries = 0;
        return this.show({ ...this.view, sync: 'saved' });
      }
      this.show({ ...this.view, sync: 'saving' });
      try {
        const saved = await this.parts.save(body);
        // Given up or sent meanwhile: nothing comes back.
        if (!this.opened) return;
        if (saved === null) this.take(null);
        else this.keep(written(this.current.held, held.content, saved));
      } catch (error) {
        if (!(await this.mended(error, held.content))) return;
      }
    }
    this.show({ ...this.view, sync: 'on-phone' });
  }
  /** Another phone was first: theirs is taken in and ours written again. Without a network: later. */
  private async mended(error: unknown, sent: DraftContent): Promise<boolean> {
    if (error instanceof ApiProblem && error.status === 409) {
      try {
        this.take(await this.parts.load());
        return true;
      } catch {
        // Told below.
      }
    }
    const gone = lostFiles(error);
    if (gone.length > 0) {
      this.keep(withoutFiles(this.current.held, gone));
      return true;
    }
    const refused = refusedFields(error, sent);
    if (refused !== null) {
      this.show({ ...this.view, sync: 'refused', refused });
      return false;
    }
    this.show({ ...this.view, sync: 'on-phone' });
    const kind = failureKind(error);
    if (kind === 'offline' || kind === 'timeout' || kind === 'core-down' || kind === 'error') {
      const wait = RETRY_MS[Math.min(this.retries, RETRY_MS.length - 1)] ?? 30_000;
      this.retries += 1;
      this.callOff?.();
      this.callOff = this.parts.later(wait, () => void this.flush());
    }
    return false;
  }
  private take(server: Draft | null): void {
    const { held, overwritten } = reconcile(this.current.held, server);
    this.keep(held);
    if (overwritten.length > 0) this.show({ ...this.view, overwritten: [...new Set([...this.view.overwritten, ...overwritten])] });
  }
  private keep(held: HeldDraft): void {
    this.text = JSON.stringify(held);
    this.parts.store.set(this.parts.name, this.text);
    // A full store keeps nothing: what stands in memory stays the truth while the app runs.
    this.text = this.parts.store.get(this.parts.name);
    this.show({ ...this.view, held });
  }
  private show(view: DraftView): void {
    this.view = view;
    this.listeners.forEach((listener) => listener());
  }
}
