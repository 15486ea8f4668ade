import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { AccountModule, accountRows } from '../../account/index.ts';
import { AuditModule, auditRows } from '../../audit/index.ts';
import { BookingModule, bookingRows } from '../../booking/index.ts';
import { Config } from '../../config.ts';
import { CoreFund } from '../../core-fund/index.ts';
import { FileStoreModule, fileStoreRows, MaterialCleaner } from '../../file-store/index.ts';
import { Households } from '../../household/index.ts';
import type { Partner } from '../../household/index.ts';
import { Identities } from '../../identity/index.ts';
import type { Contact, VerifiedIdentity } from '../../identity/index.ts';
import { LoanCasesModule } from '../../loan-cases/index.ts';
import { NotificationModule, notificationRows } from '../../notification/index.ts';
import { AskedOnce, BlindIndex, Clock, Database, FieldCipher, Log, Outbox, Refusal, SilentLog, UnitOfWork } from '../../platform/index.ts';
import type { Delivery, OutboxHandler, OutboxMessage } from '../../platform/index.ts';
import { migrations } from '../../platform/database/migrations/index.ts';
import { RecordedAsking, testBlindIndex, testCipher, testDatabase } from '../../platform/testing/index.ts';
import type { TestDatabase, TestEngine } from '../../platform/testing/index.ts';
import { ProgressModule, progressRows } from '../../progress/index.ts';
import { SmsGateway } from '../../sms/index.ts';
import type { SmsMessage, SmsOutcome } from '../../sms/index.ts';
import type { SubscribeMessage, SubscribeOutcome } from '../../wechat/index.ts';
import { Wechat } from '../../wechat/index.ts';
import { WithdrawalDraftsModule, withdrawalDraftRows } from '../../withdrawal-drafts/index.ts';
import { WithdrawalModule } from '../withdrawal.module.ts';
import { anOverview } from './an-overview.ts';
import { ScriptedCore } from './scripted-core.ts';
import { TrustingCleaner } from './trusting-cleaner.ts';

/** Moves on by a millisecond with each look, so that what comes later is later. */
export class TickingClock extends Clock {
  private at = new Date('2026-11-21T02:00:00.000Z').getTime();
  now(): Date {
    this.at += 1;
    return new Date(this.at);
  }
  advance(milliseconds: number): void {
    this.at += milliseconds;
  }
}

/** Keeps messages until they are delivered by hand; at least once, as the real one. */
export class DrivenOutbox extends Outbox {
  readonly waiting = new Map<string, OutboxMessage>();
  readonly dead: string[] = [];
  private readonly handlers = new Map<string, OutboxHandler>();
  constructor(private readonly clock: Clock) {
    super();
  }
  async record(message: OutboxMessage): Promise<string> {
    const id = `${message.topic}#${message.key}`;
    this.waiting.set(id, message);
    return id;
  }
  handle(topic: string, handler: OutboxHandler): void {
    this.handlers.set(topic, handler);
  }
  async tryNow(messageId: string, budgetMs: number): Promise<boolean> {
    return (await this.deliver(messageId, budgetMs))?.kind === 'done';
  }
  async deliver(messageId: string, budgetMs = 5000): Promise<Delivery | undefined> {
    const message = this.waiting.get(messageId);
    const handler = message === undefined ? undefined : this.handlers.get(message.topic);
    if (message === undefined || handler === undefined) return undefined;
    const delivery = await handler(message.payload, { messageId, attempt: 1, deadlineMs: this.clock.now().getTime() + budgetMs });
    if (delivery.kind !== 'later') this.waiting.delete(messageId);
    if (delivery.kind === 'dead') this.dead.push(delivery.reason);
    return delivery;
  }
  /** One round of a relay over everything that waits. */
  async round(topic?: string): Promise<void> {
    for (const id of [...this.waiting.keys()]) if (topic === undefined || id.startsWith(topic)) await this.deliver(id);
  }
}

export class KnownPeople extends Identities {
  contact: Contact | undefined = { openId: 'open-1', mobile: '13900000000' };
  /** Who left after they were found. */
  readonly unbound = new Set<string>();
  readonly unbinding: ((personId: string) => Promise<void>)[] = [];
  async of(personId: string): Promise<VerifiedIdentity> {
    if (personId === 'nobody' || this.unbound.has(personId)) throw new Refusal('identity.not-verified');
    return {
      personId, customerNo: `KH-${personId}`, masked: { name: '林*彤', idNumber: '3502**********0001' }, name: '林晓彤', mobile: null,
      idType: 'resident-id', stepUp: 'face', tasks: [], openIds: ['open-1'], lastChannel: 'weapp',
    };
  }
  async byCustomer(customerNo: string): Promise<string | undefined> {
    return customerNo.startsWith('KH-') ? customerNo.slice(3) : undefined;
  }
  async contactOf(): Promise<Contact | undefined> {
    return this.contact;
  }
  onUnbound(handler: (personId: string) => Promise<void>): void {
    this.unbinding.push(handler);
  }
}

/** Who has joined whom, as the test says. */
export class KnownHouseholds extends Households {
  readonly partners = new Map<string, Partner>();
  async partnerOf(personId: string): Promise<Partner | null> {
    return this.partners.get(personId) ?? null;
  }
}

/** WeChat and SMS that note what they were asked to send. */
export class Postbox {
  readonly wechat: SubscribeMessage[] = [];
  readonly sms: SmsMessage[] = [];
  wechatOutcome: SubscribeOutcome = { kind: 'ok', messageId: '1' };
  smsOutcome: SmsOutcome = { kind: 'sent', serialNo: '1' };
}

export interface BusinessWorld {
  readonly module: TestingModule;
  readonly db: TestDatabase;
  readonly core: ScriptedCore;
  readonly outbox: DrivenOutbox;
  readonly clock: TickingClock;
  readonly people: KnownPeople;
  readonly households: KnownHouseholds;
  readonly post: Postbox;
  readonly asking: RecordedAsking;
  readonly filesDir: string;
  close(): Promise<void>;
}

/** The business modules over a real, empty database, with everything outside scripted. */
export async function businessWorld(engine: TestEngine = 'sqlite'): Promise<BusinessWorld> {
  const rows = [...accountRows, ...auditRows, ...bookingRows, ...fileStoreRows, ...notificationRows, ...progressRows, ...withdrawalDraftRows];
  const db = await testDatabase(engine, rows, migrations);
  const clock = new TickingClock();
  const filesDir = mkdtempSync(join(tmpdir(), 'anju-files-'));
  const world = { db, clock, filesDir, core: new ScriptedCore(anOverview()), outbox: new DrivenOutbox(clock), people: new KnownPeople(), households: new KnownHouseholds(), post: new Postbox(), asking: new RecordedAsking() };
  const imports = [outside(world), AuditModule, NotificationModule, ProgressModule, FileStoreModule, AccountModule, WithdrawalModule, WithdrawalDraftsModule, BookingModule, LoanCasesModule];
  const module = await Test.createTestingModule({ imports }).overrideProvider(MaterialCleaner).useClass(TrustingCleaner).compile();
  await module.init();
  return {
    ...world,
    module,
    close: async () => {
      await module.close();
      await db.close();
      rmSync(filesDir, { recursive: true, force: true });
    },
  };
}

function outside(world: Omit<BusinessWorld, 'module' | 'close'>): typeof OutsideModule {
  const { db, post } = world;
  const config = { centre: 'xiamen', filesDir: world.filesDir, core: { pollSeconds: 3600 }, wechat: { templateCase: 'template-1' } };
  const send = <M, O>(sent: M[], outcome: () => O) => async (message: M): Promise<O> => {
    sent.push(message);
    return outcome();
  };
  const values = new Map<unknown, unknown>([
    [Clock, world.clock], [Database, db.database], [UnitOfWork, db.unitOfWork], [Outbox, world.outbox], [AskedOnce, world.asking],
    [FieldCipher, testCipher()], [BlindIndex, testBlindIndex()], [Log, new SilentLog()], [Config, config], [CoreFund, world.core],
    [Identities, world.people],
    [Households, world.households],
    [Wechat, { sendSubscribeMessage: send(post.wechat, () => post.wechatOutcome) }],
    [SmsGateway, { send: send(post.sms, () => post.smsOutcome) }],
  ]);
  const tokens = [...values.keys()] as never[];
  Global()(OutsideModule);
  Module({ providers: tokens.map((provide) => ({ provide, useValue: values.get(provide) })), exports: tokens })(OutsideModule);
  return OutsideModule;
}

class OutsideModule {}
