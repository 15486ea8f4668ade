const bare = (url: string): string => (url.split('?')[0] ?? '').replace(/^\//, '');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** The page asked for in `?next=`, or undefined. Only addresses inside the app. */
export function nextOf(params: Readonly<Record<string, string | undefined>>): string | undefined {
  const given = params['next'];
  if (given === undefined || given === '') return undefined;
  const next = given.startsWith('/') ? given : decoded(given);
  return /^\/(pages|features)\/[\w\-/]+(\?.*)?$/.test(next) ? next : undefined;
}

/** Whether a page is the real-name page. */
export const isRealName = (next: string | undefined): boolean => next !== undefined && bare(next) === 'features/identity/pages/real-name/index';

/** How to get to a page: back, when it is the one before; else in place of this one. */
export function wayTo(next: string | undefined, before: string | undefined): 'back' | 'replace' | 'home' {
  if (next === undefined) return before === undefined ? 'home' : 'back';
  return before !== undefined && bare(before) === bare(next) ? 'back' : 'replace';
}
