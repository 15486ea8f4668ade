import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { Not } from 'typeorm';
import { Database, isDuplicateKey } from '../../platform/index.ts';
import type { Membership } from '../domain/membership.ts';
import { Memberships } from '../domain/membership.ts';
import { MemberRow } from './household.rows.ts';

@Injectable()
export class TypeOrmMemberships extends Memberships {
  constructor(private readonly database: Database) {
    super();
  }

  async of(personId: string): Promise<Membership | undefined> {
    return (await this.rows().findOneBy({ personId })) ?? undefined;
  }

  async partnerIn({ householdId, personId }: Membership): Promise<Membership | undefined> {
    return (await this.rows().findOneBy({ householdId, personId: Not(personId) })) ?? undefined;
  }

  async join(two: readonly [Membership, Membership]): Promise<boolean> {
    try {
      // In one order for everybody: two people who accept each other's invitation then wait for each other only once.
      for (const one of [...two].sort((a, b) => (a.personId < b.personId ? -1 : 1))) await this.rows().insert({ ...one });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async dissolve(householdId: string): Promise<void> {
    await this.rows().delete({ householdId });
  }

  private rows(): Repository<MemberRow> {
    return this.database.manager().getRepository(MemberRow);
  }
}
