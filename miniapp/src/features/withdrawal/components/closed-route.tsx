import type { RouteVerdict } from '@anju/shared/contract';
import { phone } from '../../../platform/phone-call.ts';
import { go, goReplace, PATHS } from '../../../screen/index.ts';
import { counterTexts } from '../../../texts/booking.ts';
import { formTexts, routesTexts } from '../../../texts/withdrawal.ts';
import { reasonSentence, toldReasons } from '../../../texts/withdrawal-reasons.ts';
import { Empty } from '../../../ui/index.ts';
import type { EmptyAction } from '../../../ui/index.ts';
import { wayOutOf } from '../way-out.ts';

/** A sentence that stands alone ends as one. */
const closed = (sentence: string): string => (/[。！？]$/.test(sentence) ? sentence : `${sentence}。`);

/** The route is not open: every reason, and the way on. */
export function ClosedRoute({ verdict }: { readonly verdict: RouteVerdict }) {
  const { runningCaseId } = verdict;
  const way = verdict.reasons.map((reason) => wayOutOf(reason, runningCaseId)).find((one) => one !== null);
  const out: readonly EmptyAction[] = way === undefined ? [] : [{ text: way.text, onPress: () => (way.url === null ? phone('12329') : go(way.url)) }];
  const booking: readonly EmptyAction[] = verdict.servedBy === 'counter' ? [{ text: counterTexts.button, onPress: () => go(PATHS.counterBooking(verdict.route)) }] : [];
  const actions: readonly EmptyAction[] =
    runningCaseId === undefined
      ? [...booking, ...out, { text: formTexts.toRoutes, onPress: () => goReplace(PATHS.routes), kind: booking.length + out.length === 0 ? 'primary' : 'secondary' }, { text: formTexts.toGuide, onPress: () => go(PATHS.guide(verdict.route)), kind: 'quiet' }]
      : [{ text: routesTexts.openCase, onPress: () => goReplace(PATHS.caseOf(runningCaseId)) }];
  return <Empty drawing="desk" title={formTexts.notNow} sentences={toldReasons(verdict.reasons).map((reason) => closed(reasonSentence(reason)))} actions={actions} />;
}
