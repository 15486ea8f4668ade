import { chinaDateOf } from '@anju/shared/calendar';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { LessThan } from 'typeorm';
import { BlindIndex, Database, randomId } from '../../platform/index.ts';
import { ATTEMPT_LIMITS, Attempts } from '../domain/attempts.ts';
import type { AttemptKind } from '../domain/attempts.ts';
import { AttemptRow } from './attempt.row.ts';

/** Counts tries in the database, so that the limit holds across instances. */
@Injectable()
export class TypeOrmAttempts extends Attempts {
  constructor(
    private readonly database: Database,
    private readonly blindIndex: BlindIndex,
  ) {
    super();
  }

  async take(kind: AttemptKind, subject: string, now: number): Promise<string | undefined> {
    const day = chinaDateOf(now);
    const who = { kind, subject: this.blindIndex.of(subject, `identity.attempt.${kind}`), day };
    await this.rows().delete({ day: LessThan(day) });
    const attemptId = randomId();
    await this.rows().insert({ attemptId, ...who });
    if ((await this.rows().countBy(who)) <= ATTEMPT_LIMITS[kind]) return attemptId;
    await this.rows().delete({ attemptId });
    return undefined;
  }

  async giveBack(attemptId: string): Promise<void> {
    await this.rows().delete({ attemptId });
  }

  private rows(): Repository<AttemptRow> {
    return this.database.manager().getRepository(AttemptRow);
  }
}
