import type { Draft, DraftReply, DraftSummary } from '@anju/shared/contract';
import { WITHDRAWAL_ROUTES } from '@anju/shared/withdrawal';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { FileStore } from '../../file-store/index.ts';
import { Identities } from '../../identity/index.ts';
import { Clock, Refusal, UnitOfWork } from '../../platform/index.ts';
import { DraftShelf, KEPT_MS } from '../domain/draft.ts';
import type { StoredDraft } from '../domain/draft.ts';
import { Drafts } from '../drafts.port.ts';

/** Drafts as they are read, given up and forgotten. Who unbinds leaves none. */
@Injectable()
export class KeptDrafts extends Drafts implements OnModuleInit {
  constructor(
    private readonly shelf: DraftShelf,
    private readonly files: FileStore,
    private readonly identities: Identities,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  onModuleInit(): void {
    this.identities.onUnbound((personId) => this.shelf.removeAllOf(personId));
  }

  async of(personId: string, route: string): Promise<Draft | null> {
    const draft = await this.shelf.of(personId, route);
    return draft === undefined || this.isOver(draft) ? null : viewOf(draft);
  }

  async list(personId: string): Promise<readonly DraftSummary[]> {
    const all = await this.shelf.allOf(personId);
    return all.filter((draft) => !this.isOver(draft)).map(({ route, updatedAt }) => ({ route, updatedAt: updatedAt.toISOString() }));
  }

  async forget(personId: string, route: string): Promise<void> {
    const draft = await this.shelf.of(personId, route);
    if (draft === undefined) return;
    await this.shelf.remove(personId, route);
    await this.letGo(personId, idsOf(draft));
  }

  /** @throws Refusal `withdrawal.route-unknown` */
  async show(personId: string, route: string): Promise<DraftReply> {
    assertRoute(route);
    return { draft: await this.of(personId, route) };
  }

  /** The person gives it up; none there is well too. @throws Refusal `withdrawal.route-unknown` */
  async drop(personId: string, route: string): Promise<void> {
    assertRoute(route);
    await this.unitOfWork.run(() => this.forget(personId, route));
  }

  /** Past its time, though no sweep has come by yet. */
  isOver({ updatedAt }: StoredDraft): boolean {
    return updatedAt.getTime() + KEPT_MS <= this.clock.now().getTime();
  }

  /** Files that no draft of the person names any more are not held any more. Inside the unit of work that took them out. */
  async letGo(personId: string, fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    const named = new Set((await this.shelf.allOf(personId)).flatMap(idsOf));
    await this.files.hold(personId, fileIds.filter((fileId) => !named.has(fileId)), null);
  }
}

export const idsOf = ({ content }: StoredDraft): readonly string[] => content.files.map(({ fileId }) => fileId);

export const viewOf = ({ route, version, updatedAt, content }: StoredDraft): Draft => ({ route, version, updatedAt: updatedAt.toISOString(), ...content });

/** @throws Refusal `withdrawal.route-unknown` */
export function assertRoute(route: string): asserts route is Draft['route'] {
  if (!(WITHDRAWAL_ROUTES as readonly string[]).includes(route)) throw new Refusal('withdrawal.route-unknown');
}
