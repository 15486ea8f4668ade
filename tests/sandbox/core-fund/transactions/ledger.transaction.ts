import { accountNumber, code, count, customer, dashedDay, date, needed, optional, text, wireAmount, wireDay, wireMonth } from '../gateway/field.checks.ts';
import { accountOfPerson, personOf } from '../rules/withdrawal.rules.ts';
import { said, saidOr, type Transaction } from './transaction.ts';

interface EntryRow {
  readonly id: number;
  readonly ywlsh: string;
  readonly day: string;
  readonly kind: string;
  readonly amount: number;
  readonly interest: number | null;
  readonly balance: number;
  readonly month: string | null;
  readonly dwmc: string | null;
  readonly tqyy: string | null;
}

const wireEntry = (row: EntryRow): Record<string, unknown> => ({
  YWLSH: row.ywlsh,
  JZRQ: wireDay(row.day),
  GJHTQYWLX: row.kind,
  FSE: wireAmount(row.amount),
  ...(row.interest === null ? {} : { FSLXE: wireAmount(row.interest) }),
  YE: wireAmount(row.balance),
  ...(row.month === null ? {} : { SSNY: wireMonth(row.month) }),
  ...(row.dwmc === null ? {} : { DWMC: row.dwmc }),
  ...(row.tqyy === null ? {} : { TQYY: row.tqyy }),
});

/** GR1003 个人明细: newest first, a page at a time; the cursor is the last entry's own place. */
export const ledger: Transaction = {
  writes: false,
  fields: { KHBH: needed(customer), GRZH: needed(accountNumber), KSRQ: optional(date), JSRQ: optional(date), GJHTQYWLX: optional(code), HYH: optional((value) => text(1, 20)(value) && /^\d+$/.test(String(value))), TS: needed(count(1, 100)) },
  run(call) {
    const { core } = call;
    personOf(core, said(call, 'KHBH'));
    const account = accountOfPerson(core, said(call, 'KHBH'), said(call, 'GRZH'));
    const size = Number(call.body['TS']);
    const rows = core.all<EntryRow>(
      'SELECT * FROM account_entry WHERE grzh = ? AND id < ? AND day >= ? AND day <= ? AND kind LIKE ? ORDER BY id DESC LIMIT ?',
      account.grzh, Number(saidOr(call, 'HYH') ?? Number.MAX_SAFE_INTEGER), dashedDay(saidOr(call, 'KSRQ') ?? '18000101'), dashedDay(saidOr(call, 'JSRQ') ?? '21991231'), saidOr(call, 'GJHTQYWLX') ?? '%', size + 1,
    );
    const page = rows.slice(0, size);
    const last = page.at(-1);
    return { MX: page.map(wireEntry), ...(rows.length > size && last !== undefined ? { XYH: String(last.id) } : {}) };
  },
};
