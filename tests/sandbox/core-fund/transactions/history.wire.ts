import { wireAmount, wireDay } from '../gateway/field.checks.ts';
import { accruedOnAccount } from '../ledger/account.ledger.ts';
import { figureOn } from '../rules/centre.ts';
import { centreFacts, pausedRoutes } from '../rules/facts.ts';
import { spansOf, spouseOf, TAKEN, usedInYear, type FactRow } from '../rules/history.facts.ts';
import type { Core } from '../store/core.ts';

type Wire = Readonly<Record<string, unknown>>;
const filled = (name: string, list: readonly Wire[]): Wire => (list.length === 0 ? {} : { [name]: list });

/** NDYT: what this calendar year's amounts were used for. */
function yearFacts(core: Core, khbh: string): readonly Wire[] {
  const year = core.today().slice(0, 4);
  const byHome = figureOn(core.centre.propertyFee, core.today())?.per === 'home';
  return (['PROPERTY_FEE', 'RENT'] as const)
    .map((ywlx) => ({ ywlx, sum: usedInYear(core, khbh, ywlx, year, ywlx === 'PROPERTY_FEE' && byHome) }))
    .filter(({ sum }) => sum > 0)
    .map(({ ywlx, sum }) => ({ YWLX: ywlx, ND: year, JE: wireAmount(sum) }));
}

/** JTYT: what the spouse withdrew, or has applied for, for a thing that a source knows as this person's too, or that this person withdrew for; for an illness what both did. */
function familyFacts(core: Core, khbh: string): readonly Wire[] {
  return core
    .all<{ ywlx: string; object: string; sum: number }>(
      `SELECT ywlx, object, SUM(amount) AS sum FROM ${TAKEN} WHERE (khbh = ? OR (khbh = ? AND ywlx = 'ILLNESS')) GROUP BY ywlx, object ORDER BY ywlx, object`,
      spouseOf(core, khbh) ?? null, khbh,
    )
    .map(({ ywlx, object, sum }) => ({ YWLX: ywlx, JE: wireAmount(sum), FCBH: object }));
}

/** ZDQY: standing orders running or paused. */
const orderFacts = (core: Core, khbh: string): readonly Wire[] =>
  core.all<{ qybh: string; kind: string; state: string }>(`SELECT qybh, kind, state FROM standing_order WHERE khbh = ? AND state IN ('1', '2') ORDER BY qybh`, khbh).map((row) => ({ QYBH: row.qybh, LX: row.kind, ZT: row.state }));

const spanFacts = (core: Core, khbh: string): readonly Wire[] =>
  spansOf(core, khbh).map((span) => ({ YWLX: span.ywlx, QSRQ: wireDay(span.span_from ?? ''), JZRQ: wireDay(span.span_to ?? '') }));

const ONCE = `('PURCHASE', 'DOWN_PAYMENT', 'BUILD_OR_REPAIR', 'RENOVATION', 'LIFT')`;
const usedFacts = (core: Core, khbh: string): readonly Wire[] =>
  core.all<FactRow>(`SELECT * FROM withdrawal_fact WHERE khbh = ? AND object IS NOT NULL AND ywlx IN ${ONCE} ORDER BY day, id`, khbh).map((row) => ({ YWLX: row.ywlx, FCBH: row.object, RQ: wireDay(row.day) }));

/** What GR1002 tells beside maximum and dates: used amounts, homes and spans, orders, what bars or pauses. */
export function historyFacts(core: Core, khbh: string): Wire {
  const facts = centreFacts(core, khbh);
  const first = core.one<{ grzh: string }>('SELECT grzh FROM account WHERE khbh = ? ORDER BY contributing DESC, grzh LIMIT 1', khbh);
  const paused = pausedRoutes(core);
  const barred = facts.barred_until !== null && core.today() < facts.barred_until;
  return {
    ...filled('NDYT', yearFacts(core, khbh)),
    ...filled('JTYT', familyFacts(core, khbh)),
    ...filled('YYFW', usedFacts(core, khbh)),
    ...filled('QJ', spanFacts(core, khbh)),
    ...filled('ZDQY', orderFacts(core, khbh)),
    YTLX: wireAmount(first === undefined ? 0 : accruedOnAccount(core, first.grzh, core.today())),
    ...(paused.length === 0 ? {} : { ZTYW: [...paused] }),
    ...(barred ? { JZRQ: { SY: facts.barred_for === 'loan' ? '2' : '1', RQ: wireDay(facts.barred_until ?? '') } } : {}),
    ...(facts.elsewhere === 1 ? { YDZH: '1' } : {}),
    ...(facts.pending === 1 ? { DSBZ: '1' } : {}),
  };
}
