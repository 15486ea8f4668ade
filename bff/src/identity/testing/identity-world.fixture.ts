import type { RealNameBody } from '@anju/shared/contract';
import { CONSENT_VERSION, residentIdWithCheck } from '@anju/shared/identity';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { Audit } from '../../audit/index.ts';
import { Config } from '../../config.ts';
import { CoreFund } from '../../core-fund/index.ts';
import { IdentityCheck } from '../../identity-check/index.ts';
import { AskedOnce, BlindIndex, Clock, Database, FieldCipher, Log, SilentLog, UnitOfWork } from '../../platform/index.ts';
import type { Caller } from '../../platform/index.ts';
import { migrations } from '../../platform/database/migrations/index.ts';
import { fixedClock, RecordedAsking, testBlindIndex, testCipher, testDatabase } from '../../platform/testing/index.ts';
import type { FixedClock, TestDatabase, TestEngine } from '../../platform/testing/index.ts';
import { IdentifyCaller, SessionModule, sessionRows } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { SmsGateway } from '../../sms/index.ts';
import { Wechat } from '../../wechat/index.ts';
import { IdentityModule, identityRows } from '../index.ts';
import { RecordedAudit, ScriptedCore, ScriptedIdentityCheck, ScriptedSms, ScriptedWechat } from './scripted-ports.fixture.ts';

/** Sessions and identity as they are wired in the BFF, on a database of their own, with scripted surroundings. */
export interface IdentityWorld {
  readonly module: TestingModule;
  readonly db: TestDatabase;
  readonly clock: FixedClock;
  readonly wechat: ScriptedWechat;
  readonly sms: ScriptedSms;
  readonly identityCheck: ScriptedIdentityCheck;
  readonly core: ScriptedCore;
  readonly audit: RecordedAudit;
  readonly asking: RecordedAsking;
  caller(token: string): Promise<Caller>;
  person(token: string): Promise<PersonCaller>;
  close(): Promise<void>;
}

export async function identityWorld(engine: TestEngine = 'sqlite'): Promise<IdentityWorld> {
  const db = await testDatabase(engine, [...sessionRows, ...identityRows], migrations);
  const ports = {
    clock: fixedClock(),
    wechat: new ScriptedWechat(),
    sms: new ScriptedSms(),
    identityCheck: new ScriptedIdentityCheck(),
    core: new ScriptedCore(),
    audit: new RecordedAudit(),
    asking: new RecordedAsking(),
  };
  const providers = [
    { provide: Config, useValue: { sessionDays: 30, faceId: { freshMinutes: 10 }, publicUrl: 'https://anju.example' } },
    { provide: Clock, useValue: ports.clock },
    { provide: UnitOfWork, useValue: db.unitOfWork },
    { provide: Database, useValue: db.database },
    { provide: FieldCipher, useValue: testCipher() },
    { provide: BlindIndex, useValue: testBlindIndex() },
    { provide: AskedOnce, useValue: ports.asking },
    { provide: Log, useValue: new SilentLog() },
    { provide: Wechat, useValue: ports.wechat },
    { provide: SmsGateway, useValue: ports.sms },
    { provide: IdentityCheck, useValue: ports.identityCheck },
    { provide: CoreFund, useValue: ports.core },
    { provide: Audit, useValue: ports.audit },
  ];
  @Global()
  @Module({ providers, exports: providers.map(({ provide }) => provide) })
  class Surroundings {}
  const module = await Test.createTestingModule({ imports: [Surroundings, SessionModule, IdentityModule] }).compile();
  const caller = async (token: string): Promise<Caller> => {
    const found = await module.get(IdentifyCaller, { strict: false }).execute(token);
    if (found === undefined) throw new Error('the token opens no session');
    return found;
  };
  return {
    ...ports,
    module,
    db,
    caller,
    person: async (token) => {
      const found = await caller(token);
      if (found.personId === undefined) throw new Error('the session has no person');
      return { ...found, personId: found.personId };
    },
    close: async () => {
      await module.close();
      await db.close();
    },
  };
}

/** Numbers are computed: none that is valid stands in the source. */
export const residentId = (sequence: number): string => residentIdWithCheck(`35020019900101${String(sequence).padStart(3, '0')}`);

export const realName = (changes: Partial<RealNameBody> = {}): RealNameBody => ({
  name: '欧阳静姝',
  idType: 'resident-id',
  idNumber: residentId(1),
  consentVersion: CONSENT_VERSION,
  ...changes,
});
