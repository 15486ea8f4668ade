/** How far the core's event feed was read; one instance reads it at a time. */
export abstract class CoreFeedState {
  /** Takes or keeps the lease; the last event number taken in, or undefined when another instance holds it. */
  abstract hold(owner: string, leaseMs: number): Promise<number | undefined>;
  /** Inside the unit of work that took the events in; false when the lease was lost meanwhile. */
  abstract advance(owner: string, eventNo: number): Promise<boolean>;
  abstract release(owner: string): Promise<void>;
}
