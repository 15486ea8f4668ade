import type { CaseMatter, Channel } from '@anju/shared/contract';
import type { CaseStage } from '@anju/shared/progress';

export interface CaseNews {
  readonly personId: string;
  readonly caseId: string;
  readonly number: string;
  readonly route: CaseMatter;
  readonly stage: CaseStage;
  readonly amountFen: number;
  /** Where the case was submitted. */
  readonly channel: Channel;
  readonly at: Date;
}

/** Tells a person of a case. The inbox is the truth; a final stage also goes out once, by WeChat or SMS. */
export abstract class Notices {
  /** Call it in the unit of work that moved the case. The same stage of the same case is told once, however often it is called. */
  abstract tell(news: CaseNews): Promise<void>;
  abstract unread(personId: string): Promise<number>;
}
