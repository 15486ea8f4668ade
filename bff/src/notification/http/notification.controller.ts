import { endpoints } from '@anju/shared/contract';
import type { NoticesReply, ReadReply, SubscriptionsReply, TemplatesReply } from '@anju/shared/contract';
import { Body, Controller, Query } from '@nestjs/common';
import { Serves } from '../../platform/index.ts';
import type { Caller } from '../../platform/index.ts';
import { CurrentCaller, CurrentPerson } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { MarkRead, ShowInbox } from '../use-cases/show-inbox.ts';
import { ListTemplates, RecordSubscriptions } from '../use-cases/subscriptions.ts';
import { NoticesQueryDto, ReadDto, SubscriptionsDto } from './notification.dto.ts';

@Controller()
export class NotificationController {
  constructor(
    private readonly inbox: ShowInbox,
    private readonly reading: MarkRead,
    private readonly templates: ListTemplates,
    private readonly subscriptions: RecordSubscriptions,
  ) {}

  @Serves(endpoints.listNotices)
  listNotices(@CurrentPerson() caller: PersonCaller, @Query() query: NoticesQueryDto): Promise<NoticesReply> {
    return this.inbox.execute(caller.personId, query.cursor);
  }

  @Serves(endpoints.markRead)
  markRead(@CurrentPerson() caller: PersonCaller, @Body() body: ReadDto): Promise<ReadReply> {
    return this.reading.execute(caller.personId, body.noticeIds);
  }

  @Serves(endpoints.listTemplates)
  listTemplates(): TemplatesReply {
    return this.templates.execute();
  }

  @Serves(endpoints.recordSubscriptions)
  recordSubscriptions(@CurrentCaller() caller: Caller, @Body() body: SubscriptionsDto): Promise<SubscriptionsReply> {
    return this.subscriptions.execute(caller.openId, body.results);
  }
}
