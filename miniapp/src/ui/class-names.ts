/** Joins the class names that are there. */
export function classNames(...names: readonly (string | false | undefined | null)[]): string {
  return names.filter((name): name is string => typeof name === 'string' && name !== '').join(' ');
}
