// What a centre may lay down for a route, as the values of its figures. What a rule leaves out nobody has published.

/** How somebody is related to the owner of a home: what a centre counts as family differs. */
export type Relation = 'owner' | 'spouse' | 'child' | 'parent';

export interface PurchaseTerms {
  /** The purchase may be so many months old, counted from the filing of the contract, else from the certificate. */
  readonly withinMonths?: number;
  /** Months between two withdrawals for a purchase. */
  readonly everyMonths?: number;
  /** A second-hand home bought without a loan: the certificate is so many months old. */
  readonly cashProofMonths?: number;
}

/** 装修: an amount by area, or a share of what it cost; never above the ceiling. Once per home unless `gapYears` says after how long again. */
export interface RenovationTerms {
  readonly perSquareMetreFen?: number;
  /** Square metres beyond these are not counted. */
  readonly mostSquareMetres?: number;
  readonly shareMillionths?: number;
  readonly ceilingFen: number;
  /** Years since the purchase. */
  readonly withinYears?: number;
  /** The certificate is so many months old. */
  readonly proofMonths?: number;
  readonly gapYears?: number;
  /** Only homes that are more than so many years old. */
  readonly homeYears?: number;
  /** The centre pauses the route while its loans come to this share of its deposits. */
  readonly pauseMillionths?: number;
}

/** 物业费: so much in a calendar year, for each person or each home. */
export interface PropertyFeeTerms {
  readonly perYearFen: number;
  readonly per: 'person' | 'home';
  readonly mostHomes?: number;
}

/** Whose rent is paid by what it really is. */
export type Renter = 'public' | 'filed' | 'many-children' | 'many-children-filed' | 'young-or-new' | 'young-or-new-filed';

/** 租房, beside the month's amount. */
export interface RentTerms {
  /** In place of an amount: a share of the month's contribution. */
  readonly shareMillionths?: number;
  /** Another month's amount from so many children on; the last row that fits counts. */
  readonly byChildren?: readonly { readonly childrenFrom: number; readonly amountFen: number }[];
  /** The most of a calendar year; the first row that fits counts. A row for the married is for both together. */
  readonly perYear?: readonly { readonly married?: boolean; readonly childrenFrom?: number; readonly amountFen: number }[];
  /** The rent itself. */
  readonly actual?: readonly Renter[];
  /** The rent itself, and no more than the month's contribution. */
  readonly actualToContribution?: readonly Renter[];
  /** The month's amount is the household's, not each person's. */
  readonly household?: boolean;
  /** Months between two withdrawals. */
  readonly everyMonths?: number;
}

/** 加装电梯: whose relatives may withdraw, and within how many months of its completion. */
export interface LiftTerms {
  readonly relations: readonly Relation[];
  readonly withinMonths?: number;
}

/** 重大疾病: costs of so many months back; only illnesses on the centre's list. */
export interface IllnessTerms {
  readonly costMonths?: number;
  readonly listed?: boolean;
}
