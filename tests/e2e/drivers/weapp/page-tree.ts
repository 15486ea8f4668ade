/** The tree that Taro hands to setData, with just what a reader and a finger need. */
export interface TreeNode {
  /** Template number: which WXML template draws it. */
  readonly nn?: string;
  readonly sid?: string;
  readonly uid?: string;
  readonly v?: string;
  readonly cn?: readonly TreeNode[];
  readonly [property: string]: unknown;
}
export interface Placed {
  readonly node: TreeNode;
  /** From the root down, the node itself left out. */
  readonly above: readonly TreeNode[];
}

/** Puts one setData path (`root.cn.[0].v`) into the page's data. */
export function put(data: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.replace(/\.?\[(\d+)\]/g, '.$1').split('.').filter((step) => step !== '');
  let place = data as Record<string, unknown> | unknown[];
  steps.forEach((step, index) => {
    const key = step as keyof typeof place;
    if (index === steps.length - 1) {
      (place as Record<string, unknown>)[step] = value;
      return;
    }
    const next = place[key] as unknown;
    if (next === undefined || next === null) (place as Record<string, unknown>)[step] = /^\d+$/.test(steps[index + 1] ?? '') ? [] : {};
    place = place[key] as unknown as typeof place;
  });
}

/** Every node, depth first. */
export function* walk(node: TreeNode, above: readonly TreeNode[] = []): Generator<Placed> {
  yield { node, above };
  for (const child of node.cn ?? []) if (child) yield* walk(child, [...above, node]);
}

const hidden = (node: TreeNode): boolean => /display:\s*none/.test(String(node['st'] ?? ''));

/** What can be read below a node. */
export function textOf(node: TreeNode): string {
  if (hidden(node)) return '';
  const own = typeof node.v === 'string' ? node.v : '';
  return own + (node.cn ?? []).map((child) => (child ? textOf(child) : '')).join('');
}

/** What can be read below a node, a line break between blocks. */
export function linesOf(node: TreeNode): string {
  if (hidden(node)) return '';
  if (typeof node.v === 'string') return node.v;
  return (node.cn ?? []).map((child) => (child ? linesOf(child) : '')).filter((line) => line !== '').join('\n');
}

/** The innermost node whose whole text fits. */
export function findByText(root: TreeNode, fits: (text: string) => boolean): Placed | undefined {
  let best: Placed | undefined;
  for (const placed of walk(root)) {
    if (placed.above.some(hidden) || hidden(placed.node)) continue;
    if (!fits(textOf(placed.node))) continue;
    if (!best || placed.above.length >= best.above.length) best = placed;
  }
  return best;
}

/** The first input at or after the label with these words, in reading order. */
export function findField(root: TreeNode, label: string, isInput: (node: TreeNode) => boolean): Placed | undefined {
  let seen = false;
  for (const placed of walk(root)) {
    if (isInput(placed.node)) {
      const named = Object.values(placed.node).some((value) => value === label);
      if (named || seen) return placed;
    }
    if (placed.node.v?.trim() === label) seen = true;
  }
  return undefined;
}
