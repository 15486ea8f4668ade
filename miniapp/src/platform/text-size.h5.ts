/** How much larger than usual the person has set the text of the system: 1 is usual. */
export function textScale(): number {
  const size = Number.parseInt(window.getComputedStyle(document.documentElement).fontSize, 10);
  return Number.isFinite(size) && size > 0 ? size / 16 : 1;
}
