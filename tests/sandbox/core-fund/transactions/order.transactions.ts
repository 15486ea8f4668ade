import { caseNumber, count, customer, dashedDay, date, moment, needed, oneOf, optional, text, wireAmount, wireDay } from '../gateway/field.checks.ts';
import { CoreRefusal } from '../gateway/refusal.ts';
import { accountForOffset } from '../ledger/account.ledger.ts';
import { enough, expectedAmount, instalmentOf } from '../orders/order.runs.ts';
import { isLeftOut, leaveOut, leftOutAhead, leftOutOn, MOST_LEFT_OUT, nextDue, orderOf, ordersOf, runsOf, writeOrder, type OrderKind, type OrderRow, type RunRow } from '../orders/order.store.ts';
import { caseOf } from '../cases/case.store.ts';
import { judgeOrder, type OrderWish } from '../rules/order.rules.ts';
import { ownCard, personOf } from '../rules/withdrawal.rules.ts';
import type { Core } from '../store/core.ts';
import { said, saidOr, type Call, type Transaction } from './transaction.ts';

type Wire = Readonly<Record<string, unknown>>;
const RUNS_SHOWN = 12;

/** What the next run would pay as things are, in fen; nothing when a rule stands against it. */
function preview(core: Core, order: OrderRow, due: string): Wire {
  try {
    const row = order.kind === '1' ? instalmentOf(core, order.dkzh, due) : undefined;
    const amount = order.kind === '1' ? (row?.principal ?? 0) + (row?.interest ?? 0) : expectedAmount(core, order);
    const covered = order.kind === '1' ? accountForOffset(core, order.khbh, amount) !== undefined : enough(core, order.grzh, amount);
    return { RQ: wireDay(due), YJJE: wireAmount(amount), KYE: covered ? '1' : '0' };
  } catch (error) {
    if (error instanceof CoreRefusal) return { RQ: wireDay(due), YJJE: '0.00', KYE: '0' };
    throw error;
  }
}

function wireOrder(core: Core, order: OrderRow): Wire {
  const due = nextDue(core, order);
  const leftOut = order.state === '3' ? [] : leftOutAhead(core, order.qybh);
  return {
    QYBH: order.qybh, LX: order.kind, ZT: order.state, QYRQ: wireDay(order.signed), GRZH: order.grzh,
    ...(order.kbh === null ? {} : { KBH: order.kbh }), ...(order.day === null ? {} : { KKR: String(order.day) }),
    ...(due === undefined ? {} : { XCRQ: wireDay(due), XC: preview(core, order, due) }),
    ...(leftOut.length === 0 ? {} : { TGRQ: leftOut.map(wireDay) }),
  };
}

function wireRun(core: Core, run: RunRow): Wire {
  const row = run.ywlsh === null ? undefined : caseOf(core, run.ywlsh);
  if (row === undefined) return { RQ: wireDay(run.due), ZT: run.state === 'waiting' ? 'DD' : 'TG' };
  return { YWLSH: row.ywlsh, RQ: wireDay(run.due), FSE: wireAmount(row.amount), ZT: row.state };
}

/** @throws CoreRefusal 300067 when it is not this person's, or ended */
function ownOrder(core: Core, khbh: string, qybh: string): OrderRow {
  personOf(core, khbh);
  const order = orderOf(core, qybh);
  if (order?.khbh !== khbh || order.state === '3') throw new CoreRefusal('300067');
  return order;
}

function wishOf(call: Call): OrderWish {
  const kind = said(call, 'LX') as OrderKind;
  const [kbh, day] = [saidOr(call, 'KBH'), saidOr(call, 'KKR')];
  for (const [field, value] of [['KBH', kbh], ['KKR', day]] as const) {
    if ((value === undefined) !== (kind === '1')) throw new CoreRefusal('100001', { ZD: field });
  }
  return { khbh: said(call, 'KHBH'), kind, ...(kbh === undefined ? {} : { kbh }), ...(day === undefined ? {} : { day: Number(day) }) };
}

/** ZD1001 签约. */
export const signOrder: Transaction = {
  writes: true,
  fields: { KHBH: needed(customer), LX: needed(oneOf('1', '2', '3')), KBH: optional(text(1, 32)), KKR: optional(count(1, 28)), SQSJ: needed(moment) },
  run(call) {
    const { core } = call;
    const wish = wishOf(call);
    const { grzh, dkzh } = judgeOrder(core, wish);
    const today = core.today();
    const qybh = writeOrder(core, { khbh: wish.khbh, grzh, kind: wish.kind, kbh: wish.kbh ?? null, day: wish.day ?? null, dkzh, signed: today, due_after: today });
    if (dkzh !== null) core.run('UPDATE loan SET offset_since = ? WHERE dkzh = ?', today, dkzh);
    return wireOrder(core, ownOrder(core, wish.khbh, qybh));
  },
};

function change(call: Call, order: OrderRow): void {
  const { core } = call;
  const [kbh, day] = [saidOr(call, 'KBH'), saidOr(call, 'KKR')];
  if (order.kind === '1' || (kbh === undefined && day === undefined)) throw new CoreRefusal('100001', { ZD: order.kind === '1' ? 'DZ' : 'KBH' });
  if (kbh !== undefined) ownCard(core, order.khbh, kbh);
  if (day !== undefined) leaveOut(core, order.qybh, leftOutOn(core, order.qybh, Number(day)));
  core.run('UPDATE standing_order SET kbh = ?, day = ? WHERE qybh = ?', kbh ?? order.kbh, day === undefined ? order.day : Number(day), order.qybh);
}

/** Leaves the next run out, or the one that is named: naming it again changes nothing. */
function skip(call: Call, order: OrderRow): void {
  const { core } = call;
  const named = saidOr(call, 'RQ');
  const due = nextDue(core, order);
  if (named !== undefined && order.state === '1' && isLeftOut(core, order.qybh, dashedDay(named))) return;
  const ahead = leftOutAhead(core, order.qybh);
  if (due === undefined || ahead.length >= MOST_LEFT_OUT || (named !== undefined && dashedDay(named) !== due)) throw new CoreRefusal('300067');
  leaveOut(core, order.qybh, [...ahead, due]);
}

/** What each DZ does. @throws CoreRefusal 300067 in a state it is not for */
const CHANGES: Readonly<Record<string, (call: Call, order: OrderRow) => void>> = {
  ZT: ({ core }, order) => {
    if (order.state !== '1') throw new CoreRefusal('300067');
    core.run(`UPDATE standing_order SET state = '2' WHERE qybh = ?`, order.qybh);
  },
  HF: ({ core }, order) => {
    if (order.state !== '2') throw new CoreRefusal('300067');
    core.run(`UPDATE standing_order SET state = '1', due_after = ? WHERE qybh = ?`, core.today(), order.qybh);
  },
  TG: skip,
  BG: change,
  JY: ({ core }, order) => {
    core.run(`UPDATE standing_order SET state = '3' WHERE qybh = ?`, order.qybh);
    if (order.dkzh !== null) core.run('UPDATE loan SET offset_since = NULL WHERE dkzh = ?', order.dkzh);
  },
};

/** The fields of one kind of change alone. */
const ONLY_WITH = { KBH: 'BG', KKR: 'BG', RQ: 'TG' } as const;

/** ZD1002 变更. */
export const changeOrder: Transaction = {
  writes: true,
  fields: { KHBH: needed(customer), QYBH: needed(caseNumber), DZ: needed(oneOf(...Object.keys(CHANGES))), KBH: optional(text(1, 32)), KKR: optional(count(1, 28)), RQ: optional(date) },
  run(call) {
    const { core } = call;
    const action = said(call, 'DZ');
    const strange = Object.entries(ONLY_WITH).find(([field, only]) => only !== action && saidOr(call, field) !== undefined);
    if (strange !== undefined) throw new CoreRefusal('100001', { ZD: strange[0] });
    const order = ownOrder(core, said(call, 'KHBH'), said(call, 'QYBH'));
    CHANGES[action]?.(call, order);
    return wireOrder(core, orderOf(core, order.qybh) ?? order);
  },
};

/** ZD1003 查询. */
export const listOrders: Transaction = {
  writes: false,
  fields: { KHBH: needed(customer) },
  run(call) {
    const { core } = call;
    personOf(core, said(call, 'KHBH'));
    return { QY: ordersOf(core, said(call, 'KHBH')).map((order) => ({ ...wireOrder(core, order), YX: runsOf(core, order.qybh, RUNS_SHOWN).map((run) => wireRun(core, run)) })) };
  },
};
