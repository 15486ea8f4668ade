import type { PlainDate } from '@anju/shared/calendar';
import fuzhou from './centres/fuzhou.json' with { type: 'json' };
import xiamen from './centres/xiamen.json' with { type: 'json' };
import type { RouteCode } from './routes.ts';

/** A figure in force from a day on, up to a day where it ends. */
export interface Figure<T> {
  readonly from: PlainDate;
  readonly to?: PlainDate;
  readonly value: T;
}
export type Figures<T> = readonly Figure<T>[];

export interface RenovationFigures {
  readonly perSquareMetreFen: number;
  readonly mostSquareMetres?: number;
  readonly ceilingFen: number;
  readonly withinYears: number;
  readonly proofMonths: number;
}
export type Renter = 'public' | 'many-children-filed' | 'young-or-new';
export interface RentFigures {
  readonly perMonthFen: number;
  readonly contributionMonths: number;
  readonly byChildren?: readonly { readonly childrenFrom: number; readonly amountFen: number }[];
  /** Whose real rent is paid. */
  readonly actual?: readonly Renter[];
  /** Whose real rent is paid up to the month's contribution. */
  readonly actualToContribution?: readonly Renter[];
}

/** What a centre lays down for its withdrawals; amounts in fen. An empty list of figures: nothing is laid down, or the route is not there. */
export interface Centre {
  readonly name: string;
  /** 15 digits. */
  readonly code: string;
  readonly place: string;
  readonly mustStayFen: number;
  readonly notOffered: readonly RouteCode[];
  readonly repayFundLoanEveryMonths: Figures<number>;
  readonly repayCommercialLoanEveryMonths: Figures<number>;
  readonly purchase: Figures<{ readonly withinMonths: number; readonly cashProofMonths?: number }>;
  /** The kinds of homes, as FWLX. */
  readonly downPayment: Figures<readonly string[]>;
  readonly renovation: Figures<RenovationFigures>;
  readonly propertyFee: Figures<{ readonly perYearFen: number; readonly per: 'person' | 'home' }>;
  readonly rent: Figures<RentFigures>;
  /** Relations as GX. */
  readonly lift: Figures<{ readonly relations: readonly string[]; readonly withinMonths?: number }>;
  readonly illness: Figures<{ readonly costMonths: number; readonly listed?: boolean }>;
  readonly leaveJob: Figures<{ readonly sealedMonths: number; readonly household: 'elsewhere' | 'any' }>;
}

const CENTRES = { xiamen, fuzhou } as unknown as Readonly<Record<string, Centre>>;

/** @throws Error for a centre there is no data of */
export function centreOf(name: string): Centre {
  const centre = Object.hasOwn(CENTRES, name) ? CENTRES[name] : undefined;
  if (centre === undefined) throw new Error(`CORE_CENTRE must be one of ${Object.keys(CENTRES).join(', ')}`);
  return centre;
}

/** The figure in force on a day, if any. */
export const figureOn = <T>(figures: Figures<T>, day: PlainDate): T | undefined => figures.filter((one) => one.from <= day && (one.to === undefined || day <= one.to)).at(-1)?.value;
