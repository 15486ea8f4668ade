/**
 * What was pressed for before the face check, as this page stands now: `later` cannot be told yet; `gone` is not what stands here any more,
 * and never goes out by itself.
 */
export type Standing = 'yes' | 'later' | 'gone';

export interface PressView {
  /** The person has just come back from being seen for it. */
  readonly seen: boolean;
  readonly sending: boolean;
  /** null: nothing waits. */
  readonly standing: Standing | null;
}

/** What becomes of a press that waits: it is sent, or dropped with a word, or waits on. */
export function stepOf({ seen, sending, standing }: PressView): 'send' | 'drop' | 'wait' {
  if (!seen || sending || standing === null || standing === 'later') return 'wait';
  return standing === 'yes' ? 'send' : 'drop';
}

/** How one whole wish stands against the one that was pressed for. @param body null while something is missing */
export function standingOf(wanted: unknown, body: unknown): Standing {
  if (body === null) return 'later';
  return JSON.stringify(wanted) === JSON.stringify(body) ? 'yes' : 'gone';
}
