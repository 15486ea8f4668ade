import { source as axeSource } from 'axe-core';
import type { Page } from 'playwright-core';

interface Found {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe calls serious or critical: contrast, names, roles, order. */
export async function graveFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run(root: Element, options: object): Promise<{ violations: readonly Found[] }> } }).axe;
    return (await axe.run(document.body, { resultTypes: ['violations'] })).violations;
  });
  return violations.filter((it) => it.impact === 'serious' || it.impact === 'critical').flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split('\n')[1] ?? ''}`));
}

/** Everything a finger must hit, smaller than `least` px. Links within a sentence are not held to it. */
export function tooSmall(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((px) => {
    const targets = [...document.querySelectorAll('[role="button"], [role="switch"], [role="radio"], [role="checkbox"], [role="tab"], input, .weui-tabbar__item')];
    return targets
      .filter((element) => element.getClientRects().length > 0 && !element.closest('.a-link--inline'))
      .map((element) => ({ element, box: (element.matches('input') ? (element.closest('.a-input') ?? element) : element).getBoundingClientRect() }))
      .filter(({ box }) => box.width < px - 0.5 || box.height < px - 0.5)
      .map(({ element, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.className} ${(element.textContent ?? '').slice(0, 20)}`);
  }, least);
}
