interface Held {
  readonly panel: HTMLElement;
  close(): void;
}
/** Open panels, the newest last. One on a page that is out of view holds nothing. */
const open: Held[] = [];
const newest = (): Held | undefined => [...open].reverse().find(({ panel }) => panel.getClientRects().length > 0);

function onKey(event: KeyboardEvent): void {
  // Escape in the middle of a Chinese word ends that word alone.
  if (event.key !== 'Escape' || event.isComposing) return;
  newest()?.close();
}
function onFocus({ target }: FocusEvent): void {
  const held = newest();
  if (held !== undefined && target instanceof Node && !held.panel.contains(target)) held.panel.focus({ preventScroll: true });
}

/**
 * Takes the focus into a panel that has opened: it stays there, Escape closes the newest one, and with its end the focus goes back to where it was.
 * @returns how to let go of it, once it has closed
 */
export function holdFocus(panel: unknown, close: () => void): () => void {
  if (!(panel instanceof HTMLElement)) return () => undefined;
  const before = document.activeElement;
  const held = { panel, close };
  if (open.length === 0) {
    document.addEventListener('keydown', onKey);
    document.addEventListener('focusin', onFocus);
  }
  open.push(held);
  panel.setAttribute('tabindex', '-1');
  // A field in it may have taken the focus already.
  if (!panel.contains(before)) panel.focus({ preventScroll: true });
  return () => {
    open.splice(open.indexOf(held), 1);
    if (open.length === 0) {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('focusin', onFocus);
    }
    const now = document.activeElement;
    // What has taken the focus meanwhile keeps it.
    const lost = now === null || now === document.body || panel.contains(now);
    if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };
}
