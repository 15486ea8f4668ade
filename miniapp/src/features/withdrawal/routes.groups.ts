import type { Reason, RouteVerdict } from '@anju/shared/contract';
import { easiestFirst } from '../../screen/easiest-first.ts';
import { routeTitle } from '../../texts/routes.ts';
import { routesTexts } from '../../texts/withdrawal.ts';
import { reasonSentence, reasonWords, toldReasons } from '../../texts/withdrawal-reasons.ts';
import { wayOutOf } from './way-out.ts';
import type { WayOut } from './way-out.ts';

export type LineKind = 'running' | 'open' | 'open-at-counter' | 'soon' | 'counter' | 'never';

/** One route as the page lists it. */
export interface RouteLine {
  readonly route: RouteVerdict['route'];
  readonly title: string;
  readonly kind: LineKind;
  /** Under the title, one sentence each. */
  readonly notes: readonly string[];
  /** At the right: the maximum; null when there is none to show. */
  readonly maxFen: number | null;
  /** What the maximum is; rent is paid by the month. */
  readonly maxLabel: string;
  readonly tag: { readonly text: string; readonly tone: 'brand' | 'plain' } | null;
  readonly caseId: string | null;
  /** What stands before the form and can be put right from here. */
  readonly wayOut: WayOut | null;
}
export interface RouteGroups {
  readonly now: readonly RouteLine[];
  readonly soon: readonly RouteLine[];
  readonly counter: readonly RouteLine[];
  readonly never: readonly RouteLine[];
  /** What stands against every route: said once, above the list. */
  readonly inTheWay: readonly Reason[];
  readonly onlineCount: number;
}

/** Reasons about the person, the account or the loan as a whole, not about one route. */
const OF_THE_PERSON: readonly string[] = [
  'account-frozen', 'account-gone', 'account-state-unclear', 'nothing-to-withdraw', 'name-differs', 'mobile-differs', 'case-running', 'loan-in-arrears', 'card-missing', 'barred',
  'transfer-running',
];
/** Inheritance is another person's business: it is not held back by this person's reasons. */
const OWN = (verdict: RouteVerdict): boolean => verdict.route !== 'death';

/** The reasons that hold back every route of this person. */
export function reasonsInTheWay(routes: readonly RouteVerdict[]): readonly Reason[] {
  const own = routes.filter(OWN);
  const first = own[0];
  if (first === undefined || own.some((one) => one.eligible)) return [];
  return first.reasons.filter((reason) => OF_THE_PERSON.includes(reason.code) && own.every((one) => one.reasons.some((other) => other.code === reason.code)));
}

function ownReasons(verdict: RouteVerdict, common: readonly Reason[]): readonly Reason[] {
  return toldReasons(verdict.reasons).filter((reason) => !common.some((one) => one.code === reason.code));
}

function kindOf(verdict: RouteVerdict, reasons: readonly Reason[]): LineKind {
  if (verdict.runningCaseId !== undefined) return 'running';
  if (verdict.eligible) return verdict.servedBy === 'online' ? 'open' : 'open-at-counter';
  if (reasons.some((reason) => reasonWords(reason).kind === 'never')) return 'never';
  return reasons.length > 0 && reasons.every((reason) => reason.code === 'proof-needed') ? 'counter' : 'soon';
}

function openNotes(verdict: RouteVerdict): readonly string[] {
  if (verdict.servedBy !== 'online') return [routesTexts.byCounter];
  const materials = verdict.uploads === 0 ? routesTexts.noUpload : routesTexts.upload(verdict.uploads);
  const contract = verdict.route === 'purchase' ? [routesTexts.withContract] : [];
  const { questions = 0 } = verdict;
  const asked = questions === 0 ? [] : [routesTexts.questions(questions)];
  return [...contract, [...asked, materials, verdict.decided === 'at-once' ? routesTexts.seconds : routesTexts.days].join(' · ')];
}

function tagOf(kind: LineKind, verdict: RouteVerdict): RouteLine['tag'] {
  if (kind === 'running') return { text: routesTexts.running, tone: 'brand' };
  if (kind !== 'open') return null;
  return verdict.decided === 'at-once' ? { text: routesTexts.atOnce, tone: 'brand' } : { text: routesTexts.byClerk, tone: 'plain' };
}

function notesOf(kind: LineKind, verdict: RouteVerdict, reasons: readonly Reason[], common: readonly Reason[]): readonly string[] {
  if (kind === 'running') return [routesTexts.runningNote];
  if (kind === 'open' || kind === 'open-at-counter') return openNotes(verdict);
  if (reasons.length === 0) return [common.some((one) => one.code === 'account-frozen') ? routesTexts.afterUnfreezing : routesTexts.afterTheFirst];
  // A route that is not theirs says only why; what else is missing would be noise.
  const telling = kind === 'never' ? reasons.filter((reason) => reasonWords(reason).kind === 'never') : reasons;
  return telling.map(reasonSentence);
}

function lineOf(verdict: RouteVerdict, common: readonly Reason[]): RouteLine {
  const reasons = ownReasons(verdict, common);
  const kind = kindOf(verdict, reasons);
  const open = kind === 'open' || kind === 'open-at-counter';
  return {
    route: verdict.route,
    title: routeTitle(verdict.route),
    kind,
    notes: notesOf(kind, verdict, reasons, common),
    maxFen: open ? verdict.maxFen : null,
    maxLabel: verdict.route === 'rent' ? routesTexts.mostMonthly : routesTexts.most,
    tag: tagOf(kind, verdict),
    caseId: verdict.runningCaseId ?? null,
    wayOut: kind === 'soon' ? (reasons.map((reason) => wayOutOf(reason)).find((way) => way !== null) ?? null) : null,
  };
}

/** Routes as the page shows them: possible now, nearly, at the counter with papers, not this person's. */
export function groupRoutes(routes: readonly RouteVerdict[]): RouteGroups {
  const inTheWay = reasonsInTheWay(routes);
  const lines = easiestFirst(routes).map((verdict) => lineOf(verdict, inTheWay));
  const of = (...kinds: readonly LineKind[]): readonly RouteLine[] => lines.filter((line) => kinds.includes(line.kind));
  return {
    now: [...of('running'), ...of('open'), ...of('open-at-counter')],
    soon: of('soon'),
    counter: of('counter'),
    never: of('never'),
    inTheWay,
    onlineCount: of('open').length,
  };
}
