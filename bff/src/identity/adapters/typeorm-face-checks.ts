import { chinaDateOf } from '@anju/shared/calendar';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { IsNull, LessThan } from 'typeorm';
import { Database, FieldCipher } from '../../platform/index.ts';
import type { FaceCheck, FaceOutcome } from '../domain/face-check.ts';
import { FaceChecks } from '../domain/face-check.ts';
import { FaceCheckRow } from './face-check.row.ts';

const PROVIDER_REF = 'face-check.provider-ref';

/** Face checks in the database; the provider's name of one is sealed, since it opens a page that shows the person's name. */
@Injectable()
export class TypeOrmFaceChecks extends FaceChecks {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super();
  }

  async add(check: FaceCheck): Promise<void> {
    await this.rows().insert({ ...check, providerRef: this.cipher.seal(check.providerRef, PROVIDER_REF), settledDay: null });
  }

  async byId(verificationId: string): Promise<FaceCheck | undefined> {
    const row = await this.rows().findOneBy({ verificationId });
    if (row === null) return undefined;
    const { personId, sessionId, channel, purpose, outcome, startedAt, expiresAt } = row;
    return { verificationId, personId, sessionId, channel, purpose, outcome, startedAt, expiresAt, providerRef: this.cipher.open(row.providerRef, PROVIDER_REF) };
  }

  async settle(verificationId: string, outcome: FaceOutcome, at: number): Promise<boolean> {
    const result = await this.rows().update({ verificationId, outcome: IsNull() }, { outcome, settledDay: chinaDateOf(at) });
    return result.affected === 1;
  }

  async notRecognisedOn(personId: string, now: number): Promise<number> {
    return this.rows().countBy({ personId, settledDay: chinaDateOf(now), outcome: 'not-recognised' });
  }

  async removeOf(personId: string): Promise<void> {
    await this.rows().delete({ personId });
  }

  async sweep(before: number): Promise<void> {
    await this.rows().delete({ startedAt: LessThan(before) });
  }

  private rows(): Repository<FaceCheckRow> {
    return this.database.manager().getRepository(FaceCheckRow);
  }
}
