import type { FaultTable, StandInClock, Store } from '../kit/index.ts';
import type { PeopleRegister } from '../kit/people.register.ts';
import type { MessageTemplate } from './template.fields.ts';
import type { PlannedErrors } from './planned.errors.ts';

/** What every part of the stand-in works with. */
export interface WechatContext {
  readonly store: Store;
  readonly clock: StandInClock;
  readonly faults: FaultTable;
  readonly errors: PlannedErrors;
  readonly people: PeopleRegister;
  readonly appId: string;
  readonly appSecret: string;
  readonly templates: readonly MessageTemplate[];
  /** The pages of the released version; empty: any well-formed page is known. */
  pages: readonly string[];
}
