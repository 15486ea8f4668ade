/** A package as it was handed over. */
export interface HandedOver {
  readonly sha256: string;
  readonly sm3: string;
  readonly sizeBytes: number;
}
export interface ArchivedEntry extends HandedOver {
  readonly caseId: string;
  readonly number: string;
  readonly package: string;
  readonly handedOverAt: Date;
}

/** Which cases the archive has. Writes belong inside a unit of work. */
export abstract class ArchivedCases {
  abstract has(caseId: string): Promise<boolean>;
  /** False, and nothing written, when the case stands there already. */
  abstract add(entry: ArchivedEntry): Promise<boolean>;
}
