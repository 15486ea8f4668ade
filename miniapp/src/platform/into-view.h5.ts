/** Scrolls the page to what has just come to be: its middle, clear of what stands at the foot. @param id of the element */
export function bringIntoView(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: 'center' });
}
