import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { LessThan, MoreThan } from 'typeorm';
import { Database } from '../../platform/index.ts';
import { CodeTries } from '../domain/invitation.ts';
import { CodeTryRow } from './household.rows.ts';

/** Tries in the database, so that the limit holds across instances. */
@Injectable()
export class TypeOrmCodeTries extends CodeTries {
  constructor(private readonly database: Database) {
    super();
  }

  async add(tryId: string, personId: string, at: number): Promise<void> {
    await this.rows().insert({ tryId, personId, at });
  }

  async since(personId: string, after: number): Promise<readonly number[]> {
    const rows = await this.rows().find({ select: { at: true }, where: { personId, at: MoreThan(after) }, order: { at: 'ASC' } });
    return rows.map(({ at }) => at);
  }

  async giveBack(tryId: string): Promise<void> {
    await this.rows().delete({ tryId });
  }

  async sweep(before: number): Promise<number> {
    return (await this.rows().delete({ at: LessThan(before) })).affected ?? 0;
  }

  private rows(): Repository<CodeTryRow> {
    return this.database.manager().getRepository(CodeTryRow);
  }
}
