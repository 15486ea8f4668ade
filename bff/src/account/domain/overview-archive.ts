/** The last overview of a person, with what the shared sources said, as text; sealed at rest. Writes belong inside a unit of work. */
export abstract class OverviewArchive {
  abstract keep(personId: string, kept: KeptOverview): Promise<void>;
  abstract last(personId: string): Promise<KeptOverview | undefined>;
  abstract forget(personId: string): Promise<void>;
}

export interface KeptOverview {
  /** JSON of overview and sources as the core's port gave them. */
  readonly overview: string;
  /** The core's own moment, ISO 8601. */
  readonly asOf: string;
  /** When we asked for it. */
  readonly askedAt: Date;
}
