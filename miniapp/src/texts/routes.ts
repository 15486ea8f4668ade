import { catalogueItem } from '@anju/shared/catalogue';

/** The name of a route, the same everywhere; an unknown one is simply a withdrawal. */
export function routeTitle(route: string): string {
  const item = catalogueItem(route);
  return item?.route === undefined ? '提取' : item.title;
}
