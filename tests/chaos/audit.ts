import type { BffCase, Booked, CoreApplication, Evidence, MoneyMove, ToldWish } from './evidence.ts';

/** What may not be after everything is up again and settled. */
export type FindingSort = 'duplicate' | 'lost' | 'unsettled' | 'disagreement' | 'ledger';
export interface Finding {
  readonly sort: FindingSort;
  /** The case, key, payment or message; never a person. */
  readonly about: string;
  readonly what: string;
}

/** The core's states and the stage a person reads for each. */
const STAGE_OF: Readonly<Record<string, string>> = {
  SQ: 'submitted', SL: 'accepted', SH: 'under-review', SP: 'approved', MQ: 'signing', DY: 'mortgage', DZ: 'paid', FK: 'paid', BH: 'refused', CX: 'cancelled', FKSB: 'payment-failed',
};
const WITHOUT_EFFECT: readonly string[] = ['refused', 'cancelled', 'payment-failed'];
const ENDS: readonly string[] = ['paid', ...WITHOUT_EFFECT];
/** The ends a person is told of. */
const TOLD_ENDS: readonly string[] = ['paid', 'refused', 'payment-failed'];
/** What somebody may rightly be told who asks in the middle of it all: the rules, a case that runs, one that moved on. */
const RIGHTFUL = /^(withdrawal\.|loan\.|case\.state-conflict$)/;
const MATTERS: Readonly<Record<string, string>> = { LOAN_PREPAYMENT: 'loan-prepayment', LOAN_PRE_APPLICATION: 'loan-pre-application' };

/** `W` + the case's id without dashes, `-2` … when the core had closed an earlier number; undefined for what did not come from us. */
export function caseIdOf(requestNo: string): string | undefined {
  const found = /^W([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})(?:-\d+)?$/.exec(requestNo);
  return found === null ? undefined : found.slice(1, 6).join('-');
}

/** A run of a standing order is the core's own: nobody tapped for it, and an offset pays no card. */
const isRun = (requestNo: string): boolean => requestNo.startsWith('ZD');

function grouped<T>(items: readonly T[], by: (item: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = by(item);
    if (key === undefined) continue;
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return groups;
}

const acceptedOf = (wish: ToldWish): readonly string[] => [...new Set(wish.keys.flatMap((key) => key.caseIds))];

/** Same key, same case; one wish has one effect; who was told yes is not told no later; nobody waits for an answer. */
function* auditWishes({ wishes, cases }: Evidence): Generator<Finding> {
  const known = new Map(cases.map((one) => [one.caseId, one]));
  for (const wish of wishes) {
    for (const { key, caseIds, refusals, refusedAfterAccepted, open } of wish.keys) {
      for (const code of refusals) if (!RIGHTFUL.test(code)) yield { sort: 'disagreement', about: key, what: `refused with ${code}` };
      if (caseIds.length > 1) yield { sort: 'duplicate', about: key, what: `one key was answered with ${caseIds.length} cases: ${caseIds.join(', ')}` };
      if (refusedAfterAccepted) yield { sort: 'lost', about: key, what: 'a key that was accepted was refused afterwards' };
      if (open) yield { sort: 'unsettled', about: key, what: 'a request was never answered' };
    }
    const accepted = acceptedOf(wish);
    for (const caseId of accepted) if (!known.has(caseId)) yield { sort: 'lost', about: caseId, what: 'a phone was told of a case that the database does not have' };
    const effective = accepted.filter((caseId) => !WITHOUT_EFFECT.includes(known.get(caseId)?.stage ?? 'refused'));
    if (effective.length > 1) yield { sort: 'duplicate', about: wish.wishId, what: `one wish became ${effective.length} cases: ${effective.join(', ')}` };
  }
}

interface CoreSide {
  readonly applications: ReadonlyMap<string, readonly CoreApplication[]>;
  readonly money: ReadonlyMap<string, readonly MoneyMove[]>;
  readonly booked: ReadonlyMap<string, Booked>;
}

/** A case the core holds: it is the one we mean, the same matter and amount, and where we say it is. */
function* agrees(one: BffCase, application: CoreApplication): Generator<Finding> {
  const say = (what: string): Finding => ({ sort: 'disagreement', about: one.caseId, what });
  if (application.requestNo !== one.requestNo || application.ywlsh !== one.coreCaseNo) yield say(`the core has it as ${application.ywlsh} under ${application.requestNo}, we as ${one.coreCaseNo} under ${one.requestNo}`);
  if (application.amountFen !== one.amountFen) yield say(`the core says ${application.amountFen} fen, we ${one.amountFen}`);
  const matter = MATTERS[application.ywlx] ?? application.ywlx.toLowerCase().replaceAll('_', '-');
  if (matter !== one.route) yield say(`the core says ${matter}, we ${one.route}`);
  if (STAGE_OF[application.state] !== one.stage) yield say(`the core says ${application.state}, we ${one.stage}`);
}

/** Money of a case: once when it is paid, none that stays away when it is not. */
function* auditMoney(one: BffCase, { ywlsh, amountFen, ywlx }: CoreApplication, side: CoreSide): Generator<Finding> {
  const moves = side.money.get(ywlsh) ?? [];
  if (moves.length > 1) yield { sort: 'duplicate', about: one.caseId, what: `${moves.length} payments: ${moves.map((move) => move.no).join(', ')}` };
  const stood = moves.filter((move) => move.state === 'sent' || move.state === 'collected');
  const { fromAccountsFen, offLoansFen } = side.booked.get(ywlsh) ?? { fromAccountsFen: 0, offLoansFen: 0 };
  const say = (what: string): Finding => ({ sort: 'disagreement', about: one.caseId, what });
  if (one.stage !== 'paid') {
    if (stood.length > 0) yield say(`${one.stage}, yet money moved: ${stood.map((move) => move.no).join(', ')}`);
    if (fromAccountsFen !== 0 || offLoansFen !== 0) yield say(`${one.stage}, yet the books keep ${fromAccountsFen} and ${offLoansFen} fen`);
    return;
  }
  if (ywlx === 'LOAN_PRE_APPLICATION') {
    if (moves.length > 0) yield say('a pre-application moved money of a card');
    return;
  }
  if (stood.length === 0) yield { sort: 'lost', about: one.caseId, what: 'paid, yet no money moved' };
  for (const move of stood) if (move.amountFen - (move.interestFen ?? 0) !== amountFen) yield say(`${move.no} moved ${move.amountFen} fen, ${move.interestFen ?? 0} of it interest, for ${amountFen}`);
  if (ywlx !== 'LOAN_PREPAYMENT' && fromAccountsFen !== amountFen) yield say(`the books took ${fromAccountsFen} fen of ${amountFen} from the account`);
  if (ywlx === 'LOAN_PREPAYMENT' && (offLoansFen <= 0 || offLoansFen > amountFen)) yield say(`the books took ${offLoansFen} fen of ${amountFen} off the loan`);
}

/** One case of ours against the core's books. */
function* auditCase(one: BffCase, side: CoreSide): Generator<Finding> {
  const applications = side.applications.get(isRun(one.requestNo) ? one.requestNo : one.caseId) ?? [];
  const [application] = applications;
  if (applications.length > 1) yield { sort: 'duplicate', about: one.caseId, what: `${applications.length} applications at the core: ${applications.map(({ ywlsh }) => ywlsh).join(', ')}` };
  if (one.link === 'to-send' || one.link === 'asked') yield { sort: 'unsettled', about: one.caseId, what: `how it stands at the core is not known (${one.link})` };
  else if (!ENDS.includes(one.stage)) yield { sort: 'unsettled', about: one.caseId, what: `stayed at ${one.stage}` };
  if (one.link === 'held' && application === undefined) yield { sort: 'lost', about: one.caseId, what: 'the core has no application' };
  if (one.link === 'closed' && application !== undefined) yield { sort: 'lost', about: one.caseId, what: `given up here, yet the core has ${application.ywlsh}` };
  if (one.link === 'closed' && one.stage !== 'refused' && one.stage !== 'cancelled') yield { sort: 'disagreement', about: one.caseId, what: `closed, yet ${one.stage}` };
  if (one.link !== 'held' || application === undefined) return;
  yield* agrees(one, application);
  if (!isRun(one.requestNo)) yield* auditMoney(one, application, side);
}

/** Nothing at the core without a case here, no money without an application, of a run no more than one. */
function* auditCore({ cases, applications, money }: Evidence): Generator<Finding> {
  const ours = new Set(cases.map((one) => one.caseId));
  for (const { requestNo, ywlsh } of applications) {
    const caseId = caseIdOf(requestNo);
    if (caseId !== undefined && !ours.has(caseId)) yield { sort: 'lost', about: ywlsh, what: `the core has an application of ${caseId}, which is no case here` };
  }
  const asked = new Map(applications.map((one) => [one.ywlsh, one.requestNo]));
  const runs = new Set<string>();
  for (const { no, ywlsh } of money) {
    const requestNo = asked.get(ywlsh);
    if (requestNo === undefined) yield { sort: 'disagreement', about: no, what: `money moved for ${ywlsh}, which nobody asked for` };
    else if (isRun(requestNo) && runs.has(ywlsh)) yield { sort: 'duplicate', about: no, what: `a second payment of the run ${ywlsh}` };
    else runs.add(ywlsh);
  }
}

/** Whoever has a case was told of it, of its end once, and reads what the database says. */
function* auditTelling({ wishes, toldCancelled, shown, cases, told }: Evidence): Generator<Finding> {
  const accepted = new Set(wishes.flatMap(acceptedOf));
  const counts = new Map(told.filter(({ by }) => by === 'inbox').map(({ number, stage, count }) => [`${number} ${stage}`, count]));
  for (const { caseId, number, stage, requestNo } of cases) {
    if (isRun(requestNo)) continue;
    if (!accepted.has(caseId)) yield { sort: 'lost', about: caseId, what: 'nobody was told that it was accepted' };
    if (TOLD_ENDS.includes(stage) && !counts.has(`${number} ${stage}`)) yield { sort: 'lost', about: caseId, what: `no notice of its end (${stage})` };
  }
  for (const { by, number, stage, count } of told) if (count > 1) yield { sort: 'duplicate', about: number, what: `told of ${stage} ${count} times by ${by}` };
  const stages = new Map(cases.map((one) => [one.caseId, one.stage]));
  for (const caseId of toldCancelled) {
    const stage = stages.get(caseId);
    if (stage !== undefined && stage !== 'cancelled') yield { sort: 'disagreement', about: caseId, what: `a phone was told that it is cancelled; it is ${stage}` };
  }
  for (const { caseId, stage } of shown) if (stages.get(caseId) !== stage) yield { sort: 'disagreement', about: caseId, what: `the phone reads ${stage}, the database says ${stages.get(caseId)}` };
}

/** All that is wrong, from three sides. Empty is right. */
export function audit(evidence: Evidence): readonly Finding[] {
  const side: CoreSide = {
    applications: grouped(evidence.applications, ({ requestNo }) => (isRun(requestNo) ? requestNo : caseIdOf(requestNo))),
    money: grouped(evidence.money, ({ ywlsh }) => ywlsh),
    booked: new Map(evidence.booked.map((one) => [one.ywlsh, one])),
  };
  return [
    ...auditWishes(evidence),
    ...evidence.cases.flatMap((one) => [...auditCase(one, side)]),
    ...auditCore(evidence),
    ...auditTelling(evidence),
    ...evidence.waiting.map(({ id, topic, state }): Finding => ({ sort: 'unsettled', about: id, what: `a message of ${topic} is ${state}` })),
    ...evidence.ledgerFaults.map((what): Finding => ({ sort: 'ledger', about: 'books', what })),
  ];
}
