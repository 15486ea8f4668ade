import type { CaseMatter, CaseOrigin, CaseRole, Channel } from '@anju/shared/contract';
import type { CaseStage } from '@anju/shared/progress';

/** How far the one message outside the inbox has come. `sending` that never became anything else is an unknown outcome. */
export type SendState = 'none' | 'pending' | 'sending' | 'sent' | 'not-sent';

export interface StoredNotice {
  readonly noticeId: string;
  readonly personId: string;
  /** As whom the person is told; the words follow from it. */
  readonly role: CaseRole;
  readonly caseId: string;
  readonly number: string;
  readonly route: CaseMatter;
  readonly stage: CaseStage;
  readonly amountFen: number;
  readonly channel: Channel;
  readonly at: Date;
  readonly origin: CaseOrigin | null;
  readonly cause: string | null;
  readonly read: boolean;
  readonly sendState: SendState;
  readonly alsoBy: 'wechat' | 'sms' | 'none';
}

export interface NoticePage {
  readonly items: readonly StoredNotice[];
  readonly cursor?: string;
}

/** The inbox. Writes belong inside a unit of work. */
export abstract class Inbox {
  /** False, and nothing written, when this person was told this stage of this case before. */
  abstract add(notice: StoredNotice): Promise<boolean>;
  abstract byId(noticeId: string): Promise<StoredNotice | undefined>;
  /** Takes the one permission to send: `pending` becomes `sending`. False when somebody had it before. */
  abstract startSending(noticeId: string): Promise<boolean>;
  abstract finishSending(noticeId: string, state: 'sent' | 'not-sent' | 'pending', alsoBy: StoredNotice['alsoBy']): Promise<void>;
  /** Newest first; of one moment the later stage first. */
  abstract page(personId: string, cursor: string | undefined, size: number): Promise<NoticePage>;
  abstract unread(personId: string): Promise<number>;
  /** Marks the person's own; other ids change nothing. */
  abstract markRead(personId: string, noticeIds: readonly string[]): Promise<void>;
}

/** How many subscription messages a WeChat account still allows, by template. Writes belong inside a unit of work. */
export abstract class SubscriptionLedger {
  abstract add(openId: string, templateId: string): Promise<void>;
  /** Uses one up. False when none is left. */
  abstract take(openId: string, templateId: string): Promise<boolean>;
  abstract clear(openId: string, templateId: string): Promise<void>;
  abstract remaining(openId: string, templateId: string): Promise<number>;
}
