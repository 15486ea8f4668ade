import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { BlindIndex, Database, FieldCipher, isDuplicateKey } from '../../platform/index.ts';
import type { Invitation } from '../domain/invitation.ts';
import { Invitations } from '../domain/invitation.ts';
import { InvitationRow } from './household.rows.ts';

const CODE = 'household.code';

/** Invitations in the database: the code sealed, and found by its blind index. */
@Injectable()
export class TypeOrmInvitations extends Invitations {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly blindIndex: BlindIndex,
  ) {
    super();
  }

  async of(inviterId: string): Promise<Invitation | undefined> {
    return this.opened(await this.rows().findOneBy({ inviterId }));
  }

  async byCode(code: string): Promise<Invitation | undefined> {
    return this.opened(await this.rows().findOneBy({ codeIndex: this.indexOf(code) }));
  }

  async replace(older: Invitation | undefined, invitation: Invitation): Promise<boolean> {
    const { inviterId, createdAt, expiresAt, acceptedAt } = invitation;
    if (older !== undefined) await this.rows().delete({ inviterId, codeIndex: this.indexOf(older.code) });
    try {
      await this.rows().insert({ inviterId, codeIndex: this.indexOf(invitation.code), code: this.cipher.seal(invitation.code, CODE), createdAt, expiresAt, acceptedAt });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async take({ inviterId, code }: Invitation, now: number): Promise<boolean> {
    const open = { inviterId, codeIndex: this.indexOf(code), acceptedAt: IsNull(), expiresAt: MoreThan(now) };
    return (await this.rows().update(open, { acceptedAt: now })).affected === 1;
  }

  async remove(inviterId: string): Promise<void> {
    await this.rows().delete({ inviterId });
  }

  async sweep(before: number): Promise<number> {
    return (await this.rows().delete({ expiresAt: LessThan(before) })).affected ?? 0;
  }

  private indexOf(code: string): string {
    return this.blindIndex.of(code, CODE);
  }

  private opened(row: InvitationRow | null): Invitation | undefined {
    if (row === null) return undefined;
    const { inviterId, createdAt, expiresAt, acceptedAt } = row;
    return { inviterId, code: this.cipher.open(row.code, CODE), createdAt, expiresAt, acceptedAt };
  }

  private rows(): Repository<InvitationRow> {
    return this.database.manager().getRepository(InvitationRow);
  }
}
