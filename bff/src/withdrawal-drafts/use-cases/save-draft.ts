import type { DraftReply, SaveDraftBody } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { FileStore } from '../../file-store/index.ts';
import { Clock, Refusal, UnitOfWork } from '../../platform/index.ts';
import { afterWrite, answerFaults, DraftShelf, isSame, KEPT_MS, MOST_ANSWERS, NOTHING } from '../domain/draft.ts';
import type { StoredDraft } from '../domain/draft.ts';
import { assertRoute, idsOf, KeptDrafts, viewOf } from './kept-drafts.ts';

const MOST_NAMED = 20;

/**
 * Writes what the body names into the draft. A write names the version it saw: one that was overtaken is refused and changes nothing, so that no
 * phone writes over what it has not read. The call carries no key: a repeat of the last write is known by the version it saw and answered with
 * what stands, and no copy of a draft outlives it in the table of keys.
 */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly shelf: DraftShelf,
    private readonly drafts: KeptDrafts,
    private readonly files: FileStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal `request.invalid` naming the answer, `withdrawal.route-unknown`, `draft.changed` for a write that was overtaken,
   * `withdrawal.file-missing` naming the file that is not the person's, or gone
   */
  async execute(personId: string, route: string, body: SaveDraftBody): Promise<DraftReply> {
    const faults = answerFaults(body.answers);
    if (faults.length > 0) throw new Refusal('request.invalid', { fields: faults.slice(0, MOST_NAMED) });
    assertRoute(route);
    return this.unitOfWork.run(async () => {
      const found = await this.shelf.of(personId, route);
      const before = found === undefined || this.drafts.isOver(found) ? undefined : found;
      const content = afterWrite(before?.content ?? NOTHING, body);
      if (content === undefined) throw new Refusal('request.invalid', { fields: [{ field: 'answers', rule: 'maxSize', message: `a draft holds at most ${MOST_ANSWERS} answers` }] });
      const unchanged = isSame(before?.content ?? NOTHING, content);
      if (unchanged && before === undefined) return { draft: null };
      const seen = body.seen ?? null;
      if (unchanged && before !== undefined && [before.version, before.follows].includes(seen)) return { draft: viewOf(before) };
      if (seen !== (before?.version ?? null)) throw new Refusal('draft.changed');
      const updatedAt = this.clock.now();
      const version = Math.max(updatedAt.getTime(), (found?.version ?? 0) + 1);
      const next: StoredDraft = { personId, route, version, follows: seen, updatedAt, content };
      if (!(await this.shelf.put(found, next))) throw new Refusal('draft.changed');
      await this.hold(found, next, body);
      return { draft: viewOf(next) };
    });
  }

  private async hold(before: StoredDraft | undefined, next: StoredDraft, body: SaveDraftBody): Promise<void> {
    const { personId } = next;
    const named = idsOf(next);
    const held = await this.files.hold(personId, named, new Date(next.updatedAt.getTime() + KEPT_MS));
    if (!held && (body.files?.length ?? 0) > 0) await this.refuseStrange(personId, named);
    const dropped = before === undefined ? [] : idsOf(before).filter((fileId) => !named.includes(fileId));
    await this.drafts.letGo(personId, dropped);
  }

  private async refuseStrange(personId: string, named: readonly string[]): Promise<never> {
    const own = new Set((await this.files.own(personId, named)).map(({ fileId }) => fileId));
    const strange = named.flatMap((fileId, at) => (own.has(fileId) ? [] : [{ field: `files.${at}.fileId`, rule: 'unknown', message: 'there is no such file' }]));
    throw new Refusal('withdrawal.file-missing', { fields: strange.slice(0, MOST_NAMED) });
  }
}
