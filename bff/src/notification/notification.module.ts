import { Global, Module } from '@nestjs/common';
import { TypeOrmInbox } from './adapters/typeorm-inbox.ts';
import { TypeOrmSubscriptionLedger } from './adapters/typeorm-subscription-ledger.ts';
import { Inbox, SubscriptionLedger } from './domain/notices.ts';
import { NotificationController } from './http/notification.controller.ts';
import { Notices } from './notices.port.ts';
import { SendNotice } from './use-cases/send-notice.ts';
import { MarkRead, ShowInbox } from './use-cases/show-inbox.ts';
import { ListTemplates, RecordSubscriptions } from './use-cases/subscriptions.ts';
import { TellOfCase } from './use-cases/tell-of-case.ts';

@Global()
@Module({
  controllers: [NotificationController],
  providers: [
    { provide: Inbox, useClass: TypeOrmInbox },
    { provide: SubscriptionLedger, useClass: TypeOrmSubscriptionLedger },
    { provide: Notices, useClass: TellOfCase },
    SendNotice,
    ShowInbox,
    MarkRead,
    ListTemplates,
    RecordSubscriptions,
  ],
  exports: [Notices],
})
export class NotificationModule {}
