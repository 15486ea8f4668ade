import { Injectable } from '@nestjs/common';
import { Database, FieldCipher } from '../../platform/index.ts';
import type { KnownSigning } from '../known-signings.port.ts';
import { KnownSignings } from '../known-signings.port.ts';
import { KnownSigningRow } from './booking.rows.ts';

const PURPOSE = 'known_signing.signing';

@Injectable()
export class TypeOrmKnownSignings extends KnownSignings {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super();
  }

  async keep(caseId: string, known: KnownSigning): Promise<void> {
    await this.database.manager().upsert(KnownSigningRow, { caseId, signing: this.cipher.seal(JSON.stringify(known), PURPOSE) }, ['caseId']);
  }

  async of(caseId: string): Promise<KnownSigning | undefined> {
    const row = await this.database.manager().findOneBy(KnownSigningRow, { caseId });
    return row === null ? undefined : (JSON.parse(this.cipher.open(row.signing, PURPOSE)) as KnownSigning);
  }

  async forget(caseId: string): Promise<void> {
    await this.database.manager().delete(KnownSigningRow, { caseId });
  }
}
