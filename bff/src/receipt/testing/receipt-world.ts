import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { ArchiveModule, archiveRows } from '../../archive/index.ts';
import { Audit } from '../../audit/index.ts';
import { Config } from '../../config.ts';
import { CoreFund } from '../../core-fund/index.ts';
import type { CoreOverview, CoreRead } from '../../core-fund/index.ts';
import { FileStore } from '../../file-store/index.ts';
import { Identities } from '../../identity/index.ts';
import { Notices } from '../../notification/index.ts';
import { AskedOnce, BlindIndex, Clock, Database, FieldCipher, Log, Outbox, SilentLog, UnitOfWork } from '../../platform/index.ts';
import { migrations } from '../../platform/database/migrations/index.ts';
import { fixedClock, RecordedAsking, RecordedOutbox, testBlindIndex, testCipher, testDatabase } from '../../platform/testing/index.ts';
import type { FixedClock, TestDatabase, TestEngine } from '../../platform/testing/index.ts';
import { Cases, MoveCase, newCase, ProgressModule, progressRows } from '../../progress/index.ts';
import type { AskedCase } from '../../progress/index.ts';
import { drawReceipt } from '../adapters/pdf/draw-receipt.ts';
import { Fonts } from '../adapters/pdf/fonts.ts';
import { ReceiptPrinter } from '../domain/receipt-printer.ts';
import type { Print } from '../domain/receipt-printer.ts';
import { ReceiptModule, receiptRows } from '../index.ts';

export const ME = '11111111-1111-4111-8111-111111111111';
export const OTHER = '22222222-2222-4222-8222-222222222222';

/** Of the core's overview, what a receipt takes. */
const anOverview = (): CoreOverview => ({ person: { name: '林晓彤' }, accounts: [{ accountNo: 'GR3502000000000001' }] }) as unknown as CoreOverview;

/** Uploads of a case, as the file store would give them. */
export class KeptFiles {
  readonly files: { readonly fileId: string; readonly mediaType: string; readonly bytes: Buffer }[] = [];
  readonly read: string[] = [];
  async ofCase(caseId: string): Promise<readonly { readonly fileId: string; readonly mediaType: string }[]> {
    return caseId === this.earlierCase ? this.earlier : this.files;
  }
  earlierCase: string | undefined;
  /** Those of an earlier case of the same person. */
  readonly earlier: { readonly fileId: string; readonly mediaType: string; readonly bytes: Buffer }[] = [];
  async own(_personId: string, fileIds: readonly string[]): Promise<readonly { readonly fileId: string; readonly mediaType: string }[]> {
    return [...this.earlier, ...this.files].filter(({ fileId }) => fileIds.includes(fileId));
  }
  async content(fileId: string): Promise<{ readonly mediaType: string; readonly bytes: Buffer } | undefined> {
    this.read.push(fileId);
    return [...this.earlier, ...this.files].find((file) => file.fileId === fileId);
  }
}

/** Draws in the test's own thread. */
class PrinterHere extends ReceiptPrinter {
  private fonts: Fonts | undefined;
  busy = false;
  async print(print: Print): Promise<Buffer | undefined> {
    return this.busy ? undefined : drawReceipt(print, (this.fonts ??= new Fonts()));
  }
}

const outside = () => ({
  clock: fixedClock(),
  outbox: new RecordedOutbox(),
  asking: new RecordedAsking(),
  files: new KeptFiles(),
  printer: new PrinterHere(),
  core: { overviewValue: anOverview() as CoreOverview | 'not-on-file' | undefined, asked: 0 },
  unbound: [] as ((personId: string) => Promise<void>)[],
  audited: [] as string[],
  archiveDir: mkdtempSync(join(tmpdir(), 'anju-archive-')),
});

export type ReceiptWorld = ReturnType<typeof outside> & {
  readonly module: TestingModule;
  readonly db: TestDatabase;
  readonly clock: FixedClock;
  /** A case of mine, submitted and nothing more. */
  submitted(more?: Partial<AskedCase>): Promise<string>;
  /** Brings it to its end. */
  settle(caseId: string, stage?: 'paid' | 'refused' | 'cancelled' | 'payment-failed', interestFen?: number): Promise<void>;
  close(): Promise<void>;
};

function overviewOf(core: ReturnType<typeof outside>['core']): CoreRead<CoreOverview> {
  core.asked += 1;
  if (core.overviewValue === 'not-on-file') return { kind: 'refused', code: 'person-not-found' };
  return core.overviewValue === undefined ? { kind: 'unreachable' } : { kind: 'ok', value: core.overviewValue, asOf: '2026-11-21T01:30:15.000Z' };
}

/** Receipts and archive over real cases and a real database, with everything else scripted. */
export async function receiptWorld(engine: TestEngine): Promise<ReceiptWorld> {
  const db = await testDatabase(engine, [...progressRows, ...receiptRows, ...archiveRows], migrations);
  const world = outside();
  const config = { centre: 'xiamen', publicUrl: 'https://anju.example/h5', archiveDir: world.archiveDir, core: { pollSeconds: 3600 }, receiptKeys: [{ id: 'r1', key: Buffer.alloc(32, 7) }] };
  const values = new Map<unknown, unknown>([
    [Clock, world.clock], [Database, db.database], [UnitOfWork, db.unitOfWork], [Outbox, world.outbox], [AskedOnce, world.asking], [FieldCipher, testCipher()],
    [BlindIndex, testBlindIndex()], [Log, new SilentLog()], [Config, config], [FileStore, world.files],
    [CoreFund, { overview: async () => overviewOf(world.core) }],
    [Identities, { onUnbound: (handler: (personId: string) => Promise<void>) => void world.unbound.push(handler), of: async () => ({}), contactOf: async () => undefined }],
    [Notices, { tell: async () => undefined, unread: async () => 0 }],
    [Audit, { record: async ({ action }: { action: string }) => void world.audited.push(action) }],
  ]);
  const tokens = [...values.keys()] as never[];
  class OutsideModule {}
  Global()(OutsideModule);
  Module({ providers: tokens.map((provide) => ({ provide, useValue: values.get(provide) })), exports: tokens })(OutsideModule);
  const module = await Test.createTestingModule({ imports: [OutsideModule, ProgressModule, ReceiptModule, ArchiveModule] })
    .overrideProvider(ReceiptPrinter)
    .useValue(world.printer)
    .compile();
  await module.init();
  return { ...world, ...stepsOf(module, db, world.clock), module, db, close: async () => {
    await module.close();
    await db.close();
    rmSync(world.archiveDir, { recursive: true, force: true });
  } };
}

function stepsOf(module: TestingModule, db: TestDatabase, clock: FixedClock): Pick<ReceiptWorld, 'submitted' | 'settle'> {
  const [cases, move] = [module.get(Cases), module.get(MoveCase)];
  let last = 0;
  return {
    submitted: async (more = {}) => {
      const asked: AskedCase = {
        personId: ME, customerNo: 'KH1', channel: 'weapp', route: 'repay-fund-loan', amountFen: 1_234_567, payee: { bank: '中国建设银行厦门分行', tail: '1496' }, wish: null, terms: null, ...more,
      };
      const caseId = `44444444-4444-4444-8444-${String((last += 1)).padStart(12, '0')}`;
      await db.unitOfWork.run(async () => {
        const one = { ...newCase(asked, caseId, clock.now()), number: await cases.nextNumber('2026-11-21') };
        await cases.add(one);
        await cases.note(caseId, [{ stage: 'submitted', at: one.submittedAt }]);
      });
      return caseId;
    },
    settle: async (caseId, stage = 'paid', interestFen = 0) => {
      const one = await cases.byId(caseId);
      if (one === undefined) throw new Error('no such case');
      clock.advance(60_000);
      const at = clock.now().toISOString();
      const checks = [{ source: 'core', at, result: 'matched' }, { source: 'real-estate', at, result: 'unavailable' }] as const;
      const desks = [{ stage: 'approved', post: '审批岗', limitWorkingDays: 1, doneAt: at }] as const;
      await move.execute(one, { stage, coreCaseNo: `YW-${caseId.slice(-4)}`, record: { desks, checks, ...(stage === 'paid' ? { paidAt: at } : {}), ...(interestFen === 0 ? {} : { interestFen }) } });
    },
  };
}
