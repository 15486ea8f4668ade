import type { DynamicModule } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { AccountModule, accountRows } from './account/index.ts';
import { ArchiveModule, archiveRows } from './archive/index.ts';
import { AuditModule, auditRows } from './audit/index.ts';
import { BookingModule, bookingRows } from './booking/index.ts';
import { CatalogueModule } from './catalogue/index.ts';
import { Config } from './config.ts';
import { CoreFundModule } from './core-fund/index.ts';
import { FileStoreModule, fileStoreRows } from './file-store/index.ts';
import { HouseholdModule, householdRows } from './household/index.ts';
import { IdentityCheck, TencentIdentityCheck } from './identity-check/index.ts';
import { IdentityModule, identityRows } from './identity/index.ts';
import { LoanCasesModule } from './loan-cases/index.ts';
import { LoanModule } from './loan/index.ts';
import { NotificationModule, notificationRows } from './notification/index.ts';
import { Clock, Log } from './platform/index.ts';
import type { PlatformParts } from './platform/platform.module.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { platformRows } from './platform/platform.rows.ts';
import { PolicyModule } from './policy/index.ts';
import { ProgressModule, progressRows } from './progress/index.ts';
import { ReceiptModule, receiptRows } from './receipt/index.ts';
import { SessionModule, sessionRows } from './session/index.ts';
import { SmsGateway, TencentSms } from './sms/index.ts';
import { HttpWechat, Wechat } from './wechat/index.ts';
import { StandingOrdersModule } from './standing-orders/index.ts';
import { WithdrawalDraftsModule, withdrawalDraftRows } from './withdrawal-drafts/index.ts';
import { WithdrawalModule } from './withdrawal/index.ts';

/** Every table of the BFF; the migrations make them. */
export const rows = [...platformRows, ...sessionRows, ...identityRows, ...accountRows, ...progressRows, ...notificationRows, ...fileStoreRows, ...withdrawalDraftRows, ...householdRows, ...receiptRows, ...archiveRows, ...bookingRows, ...auditRows];

const given = [Config, Clock, Log] as const;

/** The services outside the house, each a real adapter behind its port. A stand-in is another address, never another class. */
const adapters = [
  {
    provide: Wechat,
    inject: [...given],
    useFactory: ({ wechat }: Config, clock: Clock, log: Log) => new HttpWechat({ url: wechat.url, appId: wechat.appId, appSecret: wechat.appSecret }, clock, log),
  },
  {
    provide: SmsGateway,
    inject: [...given],
    useFactory: ({ sms }: Config, clock: Clock, log: Log) =>
      new TencentSms({ ...sms, templates: { code: sms.templateCode, case: sms.templateCase } }, clock, log),
  },
  {
    provide: IdentityCheck,
    inject: [...given],
    useFactory: ({ faceId }: Config, clock: Clock, log: Log) => new TencentIdentityCheck(faceId, clock, log),
  },
];

@Global()
@Module({ providers: adapters, exports: adapters.map(({ provide }) => provide) })
class OutsideModule {}

/** The composition root: the one file that chooses adapters. */
@Module({})
export class AppModule {
  static with(parts: PlatformParts): DynamicModule {
    const features = [
      SessionModule,
      IdentityModule,
      AccountModule,
      WithdrawalModule,
      WithdrawalDraftsModule,
      StandingOrdersModule,
      ProgressModule,
      ReceiptModule,
      ArchiveModule,
      HouseholdModule,
      LoanModule,
      LoanCasesModule,
      BookingModule,
      NotificationModule,
      FileStoreModule,
      AuditModule,
      CatalogueModule,
      PolicyModule,
    ];
    return { module: AppModule, imports: [PlatformModule.with(parts), CoreFundModule, OutsideModule, ...features] };
  }
}
