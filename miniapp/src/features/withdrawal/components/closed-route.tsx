import type { RouteVerdict } from '@anju/shared/contract';
import { go, goReplace, PATHS } from '../../../screen/index.ts';
import { formTexts, routesTexts } from '../../../texts/withdrawal.ts';
import { reasonSentence, toldReasons } from '../../../texts/withdrawal-reasons.ts';
import { Empty } from '../../../ui/index.ts';

/** A sentence that stands alone ends as one. */
const closed = (sentence: string): string => (/[。！？]$/.test(sentence) ? sentence : `${sentence}。`);

/** The route is not open: every reason, and the way on. */
export function ClosedRoute({ verdict }: { readonly verdict: RouteVerdict }) {
  const { runningCaseId } = verdict;
  const actions =
    runningCaseId === undefined
      ? [{ text: formTexts.toRoutes, onPress: () => goReplace(PATHS.routes) }, { text: formTexts.toGuide, onPress: () => go(PATHS.guide(verdict.route)), kind: 'quiet' as const }]
      : [{ text: routesTexts.openCase, onPress: () => goReplace(PATHS.caseOf(runningCaseId)) }];
  return <Empty drawing="desk" title={formTexts.notNow} sentences={toldReasons(verdict.reasons).map((reason) => closed(reasonSentence(reason)))} actions={actions} />;
}
