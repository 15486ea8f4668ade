import type { SubscriptionsBody, SubscriptionsReply, TemplatesReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config.ts';
import { UnitOfWork } from '../../platform/index.ts';
import { TEMPLATE_TITLE } from '../../texts/index.ts';
import { SubscriptionLedger } from '../domain/notices.ts';

@Injectable()
export class ListTemplates {
  constructor(private readonly config: Config) {}

  execute(): TemplatesReply {
    return { items: [{ templateId: this.config.wechat.templateCase, purpose: 'case-stage', title: TEMPLATE_TITLE }] };
  }
}

/** Keeps what the person answered to WeChat's own question: each accept allows one message more; the rest allow none. */
@Injectable()
export class RecordSubscriptions {
  constructor(
    private readonly ledger: SubscriptionLedger,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
  ) {}

  /** Templates that are not ours are ignored; without a WeChat account there is nothing to count. */
  async execute(openId: string | undefined, results: SubscriptionsBody['results']): Promise<SubscriptionsReply> {
    const templateId = this.config.wechat.templateCase;
    const answer = results[templateId];
    if (openId === undefined || answer === undefined) return { remaining: {} };
    await this.unitOfWork.run(async () => {
      if (answer === 'accept') await this.ledger.add(openId, templateId);
      if (answer === 'ban') await this.ledger.clear(openId, templateId);
    });
    return { remaining: { [templateId]: await this.ledger.remaining(openId, templateId) } };
  }
}
