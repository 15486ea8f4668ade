import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { AuditModule, auditRows } from '../../audit/index.ts';
import { CoreFund } from '../../core-fund/index.ts';
import type { CoreRead } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import type { Contact, VerifiedIdentity } from '../../identity/index.ts';
import { AskedOnce, BlindIndex, Clock, Database, FieldCipher, Log, Refusal, SilentLog, UnitOfWork } from '../../platform/index.ts';
import { migrations } from '../../platform/database/migrations/index.ts';
import { RecordedAsking, fixedClock, outsideModule, testBlindIndex, testCipher, testDatabase } from '../../platform/testing/index.ts';
import type { FixedClock, TestDatabase, TestEngine } from '../../platform/testing/index.ts';
import { householdRows } from '../adapters/household.rows.ts';
import { HouseholdModule } from '../household.module.ts';

const MASKED: Readonly<Record<string, string>> = { lin: '林*宁', chen: '陈*远', wu: '吴*' };

/** Three people who can be bound and unbound. */
export class BoundPeople extends Identities {
  readonly gone = new Set<string>();
  private readonly handlers: ((personId: string) => Promise<void>)[] = [];

  async of(personId: string): Promise<VerifiedIdentity> {
    const name = MASKED[personId];
    if (name === undefined || this.gone.has(personId)) throw new Refusal('identity.not-verified');
    return {
      personId, customerNo: `KH-${personId}`, masked: { name, idNumber: '3502**********0001' }, name: `全名${personId}`, mobile: '13900000001',
      idType: 'resident-id', stepUp: 'face', tasks: [], openIds: [], lastChannel: 'h5',
    };
  }
  async byCustomer(): Promise<undefined> {
    return undefined;
  }
  async contactOf(personId: string): Promise<Contact | undefined> {
    return this.gone.has(personId) ? undefined : {};
  }
  onUnbound(handler: (personId: string) => Promise<void>): void {
    this.handlers.push(handler);
  }
  async unbind(personId: string): Promise<void> {
    for (const handler of this.handlers) await handler(personId);
    this.gone.add(personId);
  }
}

/** The civil-affairs source as the core passes it on. */
export class Registry {
  answer: CoreRead<'married' | 'not-married' | 'unavailable'> = { kind: 'ok', value: 'married', asOf: '2026-11-21T01:30:15.000Z' };
  readonly asked: string[] = [];
  async checkMarriage(one: string, other: string): Promise<CoreRead<'married' | 'not-married' | 'unavailable'>> {
    this.asked.push(`${one} ${other}`);
    return this.answer;
  }
}

export interface HouseholdWorld {
  readonly module: TestingModule;
  readonly db: TestDatabase;
  readonly clock: FixedClock;
  readonly people: BoundPeople;
  readonly registry: Registry;
  readonly asking: RecordedAsking;
  close(): Promise<void>;
}

/** The household module over a real, empty database. */
export async function householdWorld(engine: TestEngine): Promise<HouseholdWorld> {
  const db = await testDatabase(engine, [...auditRows, ...householdRows], migrations);
  const world = { db, clock: fixedClock(), people: new BoundPeople(), registry: new Registry(), asking: new RecordedAsking() };
  const values = new Map<unknown, unknown>([
    [Clock, world.clock], [Database, db.database], [UnitOfWork, db.unitOfWork], [AskedOnce, world.asking], [FieldCipher, testCipher()],
    [BlindIndex, testBlindIndex()], [Log, new SilentLog()], [CoreFund, world.registry], [Identities, world.people],
  ]);
  const module = await Test.createTestingModule({ imports: [outsideModule(values), AuditModule, HouseholdModule] }).compile();
  await module.init();
  return {
    ...world,
    module,
    close: async () => {
      await module.close();
      await db.close();
    },
  };
}
