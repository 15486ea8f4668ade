import type { CaseMatter, CaseOrigin, CaseRole, Channel } from '@anju/shared/contract';
import type { CaseStage } from '@anju/shared/progress';

export interface CaseNews {
  readonly personId: string;
  /** As whom the person is told; absent: as the applicant. */
  readonly role?: CaseRole;
  readonly caseId: string;
  readonly number: string;
  readonly route: CaseMatter;
  readonly stage: CaseStage;
  readonly amountFen: number;
  /** Where the case was submitted; of somebody who did not submit it, where they would rather be told: an SMS follows where WeChat cannot. */
  readonly channel: Channel;
  readonly at: Date;
  /** Absent: the person asked for it here. */
  readonly origin?: CaseOrigin;
  /** Why a payment did not arrive, in the centre's own words. */
  readonly cause?: string;
}

/** Tells a person of a case. The inbox is the truth; a final stage also goes out once, by WeChat or SMS. */
export abstract class Notices {
  /** Call it in the unit of work that moved the case. The same stage of the same case is told each person once, however often it is called. */
  abstract tell(news: CaseNews): Promise<void>;
  abstract unread(personId: string): Promise<number>;
}
