/** What a screen reader is told. On H5 these become attributes; the weapp template maps `role` to `aria-role`. */
export interface Aria {
  readonly role?: string;
  /** Of a heading: 1 the page's, 2 (unless told) a card's. */
  readonly level?: 1 | 2 | 3;
  readonly label?: string;
  readonly hidden?: boolean;
  readonly live?: 'polite' | 'assertive';
  readonly checked?: boolean;
  readonly selected?: boolean;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  readonly modal?: boolean;
  readonly busy?: boolean;
}

const flag = (value: boolean): string => (value ? 'true' : 'false');

/** The attributes for a Taro element, to be spread: `<View {...aria({ role: 'list' })}>`. */
export function aria(said: Aria): Record<string, string> {
  const out: Record<string, string> = {};
  if (said.role !== undefined) out['role'] = said.role;
  if (said.role === 'heading') out['aria-level'] = String(said.level ?? 2);
  if (said.label !== undefined) out['aria-label'] = said.label;
  if (said.hidden !== undefined) out['aria-hidden'] = flag(said.hidden);
  if (said.live !== undefined) out['aria-live'] = said.live;
  if (said.checked !== undefined) out['aria-checked'] = flag(said.checked);
  if (said.selected !== undefined) out['aria-selected'] = flag(said.selected);
  if (said.expanded !== undefined) out['aria-expanded'] = flag(said.expanded);
  if (said.disabled !== undefined) out['aria-disabled'] = flag(said.disabled);
  if (said.modal !== undefined) out['aria-modal'] = flag(said.modal);
  if (said.busy !== undefined) out['aria-busy'] = flag(said.busy);
  return out;
}
