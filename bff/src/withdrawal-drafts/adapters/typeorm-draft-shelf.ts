import type { WithdrawalRouteId } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { LessThan } from 'typeorm';
import { Database, FieldCipher, isDuplicateKey } from '../../platform/index.ts';
import { DraftShelf } from '../domain/draft.ts';
import type { DraftContent, StoredDraft } from '../domain/draft.ts';
import { WithdrawalDraftRow } from './withdrawal-draft.rows.ts';

/** One row a person and route, its content sealed for just that row. */
@Injectable()
export class TypeOrmDraftShelf extends DraftShelf {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super();
  }

  async of(personId: string, route: string): Promise<StoredDraft | undefined> {
    const row = await this.rows().findOneBy({ personId, route });
    return row === null ? undefined : this.opened(row);
  }

  async allOf(personId: string): Promise<readonly StoredDraft[]> {
    const rows = await this.rows().find({ where: { personId }, order: { updatedAt: 'DESC', route: 'ASC' } });
    return rows.map((row) => this.opened(row));
  }

  async put(before: StoredDraft | undefined, { personId, route, version, updatedAt, follows, content }: StoredDraft): Promise<boolean> {
    const sealed = this.cipher.seal(JSON.stringify({ follows, content }), purposeOf(personId, route));
    if (before !== undefined) return (await this.rows().update({ personId, route, version: before.version }, { version, updatedAt, content: sealed })).affected === 1;
    try {
      await this.rows().insert({ personId, route, version, updatedAt, content: sealed });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async remove(personId: string, route: string): Promise<void> {
    await this.rows().delete({ personId, route });
  }

  async removeAllOf(personId: string): Promise<void> {
    await this.rows().delete({ personId });
  }

  async sweep(before: Date): Promise<number> {
    return (await this.rows().delete({ updatedAt: LessThan(before) })).affected ?? 0;
  }

  private opened({ personId, route, version, updatedAt, content }: WithdrawalDraftRow): StoredDraft {
    const inside = JSON.parse(this.cipher.open(content, purposeOf(personId, route))) as { readonly follows: number | null; readonly content: DraftContent };
    return { personId, route: route as WithdrawalRouteId, version, updatedAt, ...inside };
  }

  private rows(): Repository<WithdrawalDraftRow> {
    return this.database.manager().getRepository(WithdrawalDraftRow);
  }
}

const purposeOf = (personId: string, route: string): string => `withdrawal_draft.content.${personId}.${route}`;
