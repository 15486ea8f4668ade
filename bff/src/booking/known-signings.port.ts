import type { Instant, ServicePoint } from '@anju/shared/contract';
import type { CoreBooking } from '../core-fund/index.ts';

/** A booked signing with its place, as the core last told it. */
export interface KnownSigning {
  readonly booking: CoreBooking;
  readonly place: ServicePoint;
  readonly asOf: Instant;
}

/** What is shown of a booked signing while the core is silent; one a case. Writes belong inside a unit of work. */
export abstract class KnownSignings {
  abstract keep(caseId: string, known: KnownSigning): Promise<void>;
  abstract of(caseId: string): Promise<KnownSigning | undefined>;
  abstract forget(caseId: string): Promise<void>;
}
