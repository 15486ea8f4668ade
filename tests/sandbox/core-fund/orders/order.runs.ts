import type { PlainDate } from '@anju/shared/calendar';
import { endWith, openCase } from '../cases/case.steps.ts';
import { offset, receive } from '../cases/case.work.ts';
import type { CaseRow } from '../cases/case.store.ts';
import { CoreRefusal, RESPONSE_WORDS } from '../gateway/refusal.ts';
import type { Booking } from '../generation/daily.run.ts';
import { accountForOffset, accountOf, balanceOf } from '../ledger/account.ledger.ts';
import { bookRepayment, type DueRow } from '../ledger/loan.ledger.ts';
import { ROUTES, type RouteCode } from '../rules/routes.ts';
import type { Application } from '../rules/weighing.ts';
import { judge, refuseByPerson, runningWithdrawal, weigh } from '../rules/withdrawal.rules.ts';
import type { Core } from '../store/core.ts';
import { dueDays, endSettledOrders, isLeftOut, orderOf, type OrderKind, type OrderRow, type RunRow } from './order.store.ts';

/** What a run of each kind is a withdrawal for. */
export const ROUTE_OF: Readonly<Record<OrderKind, RouteCode>> = { '1': 'REPAY_FUND_LOAN', '2': 'REPAY_COMMERCIAL_LOAN', '3': 'RENT' };
/** BHYY of a run that no source answered. */
const SILENT = { code: 'LYWD', words: '数据来源未答复' };
/** More than anybody's rent or loan, in fen: asks for the maximum itself. */
const EVERYTHING = 100_000_000_000;

const requestNumberOf = ({ qybh }: OrderRow, due: PlainDate): string => `ZD${qybh}-${due.replace(/-/g, '')}`;

const applicationOf = (order: OrderRow, amount: number): Application => ({
  khbh: order.khbh, grzh: order.grzh, ywlx: ROUTE_OF[order.kind], tqyy: ROUTES[ROUTE_OF[order.kind]].tqyy, amount, kbh: order.kbh ?? '', materials: [], run: true,
});

/** What the next run of a kind 2 or 3 order would pay as things stand, in fen. @throws CoreRefusal */
export function expectedAmount(core: Core, order: OrderRow): number {
  const account = accountOf(core, order.grzh);
  refuseByPerson(core, account);
  const weighing = weigh(core, applicationOf(order, EVERYTHING), account);
  if (!weighing.atOnce) throw new CoreRefusal(SILENT.code);
  return Math.min(...weighing.limits);
}

/** Whether a sum can leave an account and what must stay stays. */
export const enough = (core: Core, grzh: string, amount: number): boolean => balanceOf(accountOf(core, grzh)) - amount >= core.centre.mustStayFen;

/** The open instalment of a due day. */
export const instalmentOf = (core: Core, dkzh: string | null, due: PlainDate): DueRow | undefined => core.one<DueRow>('SELECT * FROM loan_due WHERE dkzh = ? AND due = ? AND paid IS NULL', dkzh, due);

/** A run that cannot be: a case all the same, refused with its reason. */
function refusedRun(core: Core, order: OrderRow, due: PlainDate, amount: number, error: CoreRefusal): CaseRow {
  const silent = error.code === SILENT.code || error.code === '300064';
  const row = openCase(core, requestNumberOf(order, due), {
    khbh: order.khbh, ywlx: ROUTE_OF[order.kind], amount, grzh: order.grzh, tqyy: ROUTES[ROUTE_OF[order.kind]].tqyy, kind: '11', sources: [{ LY: 'HX', HYJG: '1' }], details: { order: { qybh: order.qybh, due } },
    ...(order.kbh === null ? {} : { kbh: order.kbh }), ...(order.dkzh === null ? {} : { dkzh: order.dkzh }),
  });
  return endWith(core, row, 'BH', silent ? SILENT.code : error.code, silent ? SILENT.words : (RESPONSE_WORDS[error.code] ?? ''));
}

/** A part of the work that either is done whole or refused whole. */
function attempt<T>(core: Core, work: () => T): T | CoreRefusal {
  try {
    return core.atomically(work);
  } catch (error) {
    if (error instanceof CoreRefusal) return error;
    throw error;
  }
}

/** 冲还贷: the account pays the instalment whole; when it cannot, the case says why and the person's bank pays. */
function makeOffsetRun(core: Core, order: OrderRow, due: PlainDate): CaseRow | undefined {
  const row = instalmentOf(core, order.dkzh, due);
  if (row === undefined || order.dkzh === null) return undefined;
  const { dkzh } = order;
  const amount = row.principal + row.interest;
  const made = attempt(core, () => {
    refuseByPerson(core, accountOf(core, order.grzh));
    const grzh = accountForOffset(core, order.khbh, amount);
    if (grzh === undefined) throw new CoreRefusal('300001');
    return offset(core, openCase(core, requestNumberOf(order, due), {
      khbh: order.khbh, ywlx: 'REPAY_FUND_LOAN', amount, grzh, tqyy: '06', kind: '11', dkzh, sources: [{ LY: 'HX', HYJG: '1' }], details: { order: { qybh: order.qybh, due } },
    }));
  });
  if (!(made instanceof CoreRefusal)) return made;
  payByBank(core, order, due);
  return refusedRun(core, order, due, amount, made);
}

/** 按月提取: what the route's rules allow in full, or refused with the reason. */
function makeMonthlyRun(core: Core, order: OrderRow, due: PlainDate): CaseRow {
  let amount = 0;
  const made = attempt(core, () => {
    amount = expectedAmount(core, order);
    if (amount === 0) throw new CoreRefusal('300009');
    if (!enough(core, order.grzh, amount)) throw new CoreRefusal('300001');
    const application = applicationOf(order, amount);
    const verdict = judge(core, application);
    return receive(core, requestNumberOf(order, due), application, verdict, { qybh: order.qybh, due });
  });
  return made instanceof CoreRefusal ? refusedRun(core, order, due, amount, made) : made;
}

/** An instalment whose offset came to nothing is paid by the person's bank. */
function payByBank(core: Core, order: OrderRow, due: PlainDate): void {
  const row = instalmentOf(core, order.dkzh, due);
  if (row !== undefined && order.dkzh !== null) bookRepayment(core, order.dkzh, row.period, core.today(), { grzh: null });
}

const noteRun = (core: Core, { qybh, due }: Pick<RunRow, 'qybh' | 'due'>, row: CaseRow | undefined): void =>
  void core.run('UPDATE standing_run SET state = ?, ywlsh = ? WHERE qybh = ? AND due = ?', row === undefined ? 'skipped' : 'made', row?.ywlsh ?? null, qybh, due);

/** A run that is not to be: the instalment of an offset is then the bank's. */
function dropRun(core: Core, order: OrderRow, due: PlainDate): void {
  payByBank(core, order, due);
  noteRun(core, { qybh: order.qybh, due }, undefined);
}

/**
 * Makes a run that waits, unless another withdrawal of the person is running: an instalment cannot wait for that and is the bank's. Of an order that
 * was paused or has ended the run is dropped.
 */
function tryRun(core: Core, run: Pick<RunRow, 'qybh' | 'due'>): void {
  const order = orderOf(core, run.qybh);
  if (order === undefined) return;
  const held = runningWithdrawal(core, order.khbh) !== undefined;
  if (order.state !== '1' || (held && order.kind === '1')) return dropRun(core, order, run.due);
  if (held) return;
  noteRun(core, run, order.kind === '1' ? makeOffsetRun(core, order, run.due) : makeMonthlyRun(core, order, run.due));
}

/** A due day of an order has come: once for each day, whatever happens to clock and process. */
function fallDue(core: Core, qybh: string, due: PlainDate): void {
  const order = orderOf(core, qybh);
  if (order?.state !== '1' || due <= order.due_after) return;
  const written = core.run(`INSERT OR IGNORE INTO standing_run (qybh, due, state) VALUES (?, ?, 'waiting')`, qybh, due);
  if (written.changes !== 1) return;
  if (isLeftOut(core, qybh, due)) dropRun(core, order, due);
  else tryRun(core, { qybh, due });
}

/** The runs of bank loans and rents that fall due after one day up to another. */
export function runBookings(core: Core, after: PlainDate, upTo: PlainDate): Booking[] {
  const orders = core.all<OrderRow>(`SELECT * FROM standing_order WHERE kind <> '1' AND state = '1'`);
  return orders.flatMap((order) => dueDays(core, order, after, upTo).map((day) => ({ day, order: 5, book: () => core.asOf(day, () => fallDue(core, order.qybh, day)) })));
}

/** An instalment falls due: a run of the offset where that is signed and neither paused nor left out, else the person's bank pays. */
export function payInstalment(core: Core, dkzh: string, period: number, day: PlainDate): void {
  const order = core.one<OrderRow>(`SELECT * FROM standing_order WHERE kind = '1' AND state = '1' AND dkzh = ?`, dkzh);
  if (order === undefined || day <= order.due_after) bookRepayment(core, dkzh, period, day, { grzh: null });
  else core.asOf(day, () => fallDue(core, order.qybh, day));
}

/** Runs that had to wait for another withdrawal, in the order they fell due; an order for a loan that is paid back has ended. */
export function makeWaitingRuns(core: Core): void {
  const waiting = core.all<RunRow>(`SELECT * FROM standing_run WHERE state = 'waiting' ORDER BY due, qybh`);
  for (const run of waiting) core.atomically(() => tryRun(core, run));
  endSettledOrders(core);
}
