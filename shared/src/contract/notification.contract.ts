import type { CaseMatter, CaseOrigin, CaseRole, CaseStage } from './progress.contract.ts';
import type { FenAmount, Instant } from './common.contract.ts';

export interface Notice {
  readonly noticeId: string;
  readonly at: Instant;
  readonly read: boolean;
  readonly kind: 'case-stage';
  /** As whom the person is told; absent: as the applicant. */
  readonly role?: CaseRole;
  readonly caseId: string;
  readonly number: string;
  readonly route: CaseMatter;
  readonly stage: CaseStage;
  readonly amountFen: FenAmount;
  /** Who asked, when it was not the person here: a standing order of theirs, or the centre at a counter. */
  readonly origin?: CaseOrigin;
  /** Why a payment did not arrive, in the centre's own words. */
  readonly cause?: string;
  /** How it was also sent, once each: subscription message or SMS. */
  readonly alsoBy: 'wechat' | 'sms' | 'none';
}
export interface NoticesQuery {
  readonly cursor?: string;
}
export interface NoticesReply {
  readonly items: readonly Notice[];
  readonly unread: number;
  readonly cursor?: string;
}
export interface ReadBody {
  readonly noticeIds: readonly string[];
}
export interface ReadReply {
  readonly unread: number;
}
export interface TemplatesReply {
  readonly items: readonly { readonly templateId: string; readonly purpose: 'case-stage'; readonly title: string }[];
}
export interface SubscriptionsBody {
  readonly results: Readonly<Record<string, 'accept' | 'reject' | 'ban' | 'filter'>>;
}
export interface SubscriptionsReply {
  readonly remaining: Readonly<Record<string, number>>;
}
