import { askRegister } from '../rules/real-estate.register.ts';
import { signingIsOver } from '../places/booking.store.ts';
import { askSource } from '../rules/shared.facts.ts';
import type { Core } from '../store/core.ts';
import { advance, refuse } from './case.work.ts';
import { RUNNING_STATES, type CaseRow } from './case.store.ts';

export interface ClerkMode {
  readonly mode: 'manual' | 'auto';
  /** How long a new case waits for the clerk's first hand. */
  readonly afterSeconds: number;
}
/** Later stages follow sooner, so that a visitor sees them pass. */
const BETWEEN_STAGES_SECONDS = 4;

export const clerkMode = (core: Core): ClerkMode => ({
  mode: core.meta('clerk') === 'auto' ? 'auto' : 'manual',
  afterSeconds: Number(core.meta('clerk-after-seconds') ?? 20),
});

export function setClerkMode(core: Core, mode: ClerkMode): void {
  core.setMeta('clerk', mode.mode);
  core.setMeta('clerk-after-seconds', String(mode.afterSeconds));
}

/** What a diligent clerk does with a case: refuses a local contract the register does not confirm and an amount above the invoice, else takes it a stage further. */
function handle(core: Core, row: CaseRow): CaseRow {
  if (row.state !== 'SP' && row.gfhtbh !== null && row.gfdz === '1') {
    const { result } = askRegister(core, row.khbh, row.gfhtbh);
    if (result === '2' || result === '3') return refuse(core, row, 'HTBF', '购房合同与登记信息不一致');
  }
  if (row.state !== 'SP' && exceedsInvoice(core, row)) return refuse(core, row, '300063', '申请金额与发票不符');
  return advance(core, row);
}

/** Whether the invoices, which may answer by now, tell of less than what is asked for. */
function exceedsInvoice(core: Core, row: CaseRow): boolean {
  if (row.ywlx !== 'RENOVATION' && row.ywlx !== 'PROPERTY_FEE') return false;
  const answer = askSource(core, row.khbh, 'FP');
  if (answer.result !== '1') return false;
  const told = row.ywlx === 'RENOVATION' ? answer.facts.renovationInvoice?.amountFen : answer.facts.propertyFee?.paidFen;
  return told !== undefined && row.amount > told;
}

/** A visitor moved the case by hand: the clerk leaves them the full time before each further stage. */
export const takeOver = (core: Core, ywlsh: string): void => void core.run('INSERT OR IGNORE INTO case_taken_over (ywlsh) VALUES (?)', ywlsh);

/** One look of the demo clerk at the waiting cases; one that waits for its signing is left until the booked time is over. @returns how many were moved */
export function lookAtCases(core: Core): number {
  const { mode, afterSeconds } = clerkMode(core);
  if (mode === 'manual') return 0;
  const now = core.now();
  const waiting = core
    .all<CaseRow & { readonly taken_over: number }>(
      `SELECT *, EXISTS (SELECT 1 FROM case_taken_over t WHERE t.ywlsh = c.ywlsh) AS taken_over FROM fund_case c WHERE state IN ${RUNNING_STATES}`,
    )
    .filter((row) => row.state !== 'MQ' || signingIsOver(core, row.ywlsh))
    .filter((row) => now - row.touched_at >= 1000 * (row.state === 'SQ' || row.taken_over === 1 ? afterSeconds : Math.min(afterSeconds, BETWEEN_STAGES_SECONDS)));
  for (const row of waiting) core.atomically(() => handle(core, row));
  return waiting.length;
}
