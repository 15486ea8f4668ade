/** The eight facets of a guide, in plain Chinese. */
export interface Guide {
  readonly basis: string;
  readonly who: string;
  readonly conditions: readonly string[];
  readonly materials: readonly string[];
  readonly steps: readonly string[];
  readonly timeLimit: string;
  readonly fee: string;
  readonly sample: string;
}

/** Guides by the key of their catalogue item. */
export type Guides = Readonly<Record<string, Guide>>;
