import type { Channel, SessionLevel } from '@anju/shared/contract';

/** Who is calling, as the session guard found out; stands on the request as `caller`. */
export interface Caller {
  readonly sessionId: string;
  readonly channel: Channel;
  /** `face` only while the last face check is fresh. */
  readonly level: SessionLevel;
  /** Present from level `verified` on. */
  readonly personId?: string;
  /** weapp only. */
  readonly openId?: string;
}
