import type { DraftSummary, RouteVerdict } from '@anju/shared/contract';
import type { DeviceStore } from '../../platform/ports.ts';
import { momentText } from '../../texts/format.ts';
import { routeTitle } from '../../texts/routes.ts';
import { draftListTexts } from '../../texts/withdrawal-form.ts';
import { heldFrom, isBegun } from './draft.content.ts';

/** What was begun and not sent. */
export interface BegunLine {
  readonly route: RouteVerdict['route'];
  readonly title: string;
  readonly note: string;
}

/**
 * Drafts of the server and those that only this phone has, in the order of the routes. Only what can be gone on with: a route that is closed
 * meanwhile says so in the list.
 * @param nameOf the name of the device's copy
 */
export function begunLines(routes: readonly RouteVerdict[], drafts: readonly DraftSummary[], store: DeviceStore, nameOf: (route: string) => string): readonly BegunLine[] {
  return routes.flatMap((verdict) => {
    if (!verdict.eligible || verdict.runningCaseId !== undefined) return [];
    const { route } = verdict;
    const title = routeTitle(route);
    const saved = drafts.find((draft) => draft.route === route);
    if (saved !== undefined) return [{ route, title, note: draftListTexts.savedAt(momentText(saved.updatedAt)) }];
    const held = heldFrom(store.get(nameOf(route)));
    return isBegun(held) && held.seen === null ? [{ route, title, note: draftListTexts.onPhone }] : [];
  });
}
