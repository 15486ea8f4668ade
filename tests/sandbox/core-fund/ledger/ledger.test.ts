import fc from 'fast-check';
import { mulDivRounded } from '@anju/shared/money';
import { generatePeople } from '../generation/generate.ts';
import { bringUpToDate } from '../generation/daily.run.ts';
import { advance, cancel, preApply, prepay, receive, refuse, returnPayment } from '../cases/case.work.ts';
import type { CaseRow } from '../cases/case.store.ts';
import { CoreRefusal } from '../gateway/refusal.ts';
import { writeOrder } from '../orders/order.store.ts';
import { judgeOrder } from '../rules/order.rules.ts';
import { judgePreApplication } from '../rules/pre-application.rules.ts';
import { judgePrepayment } from '../rules/prepayment.rules.ts';
import type { Application } from '../rules/weighing.ts';
import { judge } from '../rules/withdrawal.rules.ts';
import { Core } from '../store/core.ts';
import { fenOf, World } from '../testing/world.ts';
import { bookContribution, interestOf, meanBalance } from './account.ledger.ts';
import { bookFaults, postVoucher } from './voucher.ledger.ts';

const at = (day: string): (() => number) => () => Date.parse(`${day}T10:00:00+08:00`);
const filled = (day: string): Core => {
  const core = new Core(':memory:', at(day));
  generatePeople(core);
  return core;
};

describe('the books', () => {
  it('refuse a voucher that does not balance, and keep nothing of it', () => {
    const core = filled('2026-11-20');
    const before = core.one('SELECT COUNT(*) AS count FROM voucher');
    expect(() => core.atomically(() => postVoucher(core, '2026-11-20', '错', [{ subject: 'deposit', debit: 100 }, { subject: 'income', credit: 99 }]))).toThrow('must balance');
    expect(() => core.atomically(() => postVoucher(core, '2026-11-20', '空', []))).toThrow('must balance');
    expect(core.one('SELECT COUNT(*) AS count FROM voucher')).toEqual(before);
    core.store.close();
  });

  it('never change a sealed voucher', () => {
    const core = filled('2026-11-20');
    expect(() => core.run('UPDATE voucher_line SET debit = 1 WHERE voucher_id = 1 AND line = 1')).toThrow('stays as it is');
    expect(() => core.run(`INSERT INTO voucher_line (voucher_id, line, subject, debit, credit) VALUES (1, 9, '101', 5, 0)`)).toThrow('stays as it is');
    expect(() => core.run(`UPDATE voucher SET words = 'x' WHERE id = 1`)).toThrow('stays as it is');
    core.store.close();
  });

  it('never let an account fall below nothing', () => {
    const core = filled('2026-11-20');
    expect(() => core.run('UPDATE account SET current = -1')).toThrow('CHECK');
    core.store.close();
  });

  it('see an account that differs from its lines', () => {
    const core = filled('2026-11-20');
    expect(bookFaults(core)).toEqual([]);
    core.run(`UPDATE account SET carried = carried + 1 WHERE grzh = (SELECT MIN(grzh) FROM account)`);
    expect(bookFaults(core)).toHaveLength(1);
    core.store.close();
  });

  it('see money at the bank that no voucher moved, and money that stayed on its way', async () => {
    const world = await World.start();
    const { core } = world.running;
    await world.call('TQ1002', await world.application('loan-in-order'));
    await world.call('DK1003', await world.prepayment('no-subscription'));
    const seen = async (work: () => void): Promise<number> => {
      let faults: string[] = [];
      await world.undone(async () => {
        work();
        faults = bookFaults(core);
      });
      return faults.length;
    };
    const nothing = (): void => undefined;
    const wrongs = [
      nothing, () => void core.run(`UPDATE payment SET state = 'returned'`), () => void core.run('UPDATE payment SET principal = principal - 1, interest = interest + 1'), () => void core.run(`UPDATE collection SET state = 'refused'`),
      () => void postVoucher(core, '2026-11-20', '悬而未付', [{ subject: 'deposit', debit: 100 }, { subject: 'payable', credit: 100 }]),
    ];
    const counts: number[] = [];
    for (const work of wrongs) counts.push(await seen(work));
    expect(counts).toEqual([0, 1, 1, 1, 1]);
    await world.close();
  });

  it('stay right through whatever clerks, people, banks and days do', () => {
    const step = fc.record({ what: fc.constantFrom('apply', 'advance', 'refuse', 'cancel', 'return', 'day', 'month', 'contribute', 'prepay', 'borrow', 'close', 'rent', 'sign', 'end'), who: fc.nat(40), amount: fc.integer({ min: 1, max: 40_000_00 }) });
    const core = filled('2026-11-20');
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        core.store.exec('BEGIN');
        for (const one of steps) perform(core, one);
        const faults = bookFaults(core);
        core.store.exec('ROLLBACK');
        core.clock.reset();
        expect(faults).toEqual([]);
      }),
      { numRuns: 50 },
    );
    core.store.close();
  });
});

function anyOf<Row>(core: Core, table: string, nth: number): Row | undefined {
  const rows = core.all<Row>(`SELECT * FROM ${table} ORDER BY rowid`);
  return rows.length === 0 ? undefined : rows[nth % rows.length];
}

function perform(core: Core, { what, who, amount }: { what: string; who: number; amount: number }): void {
  try {
    core.atomically(() => {
      if (what === 'day' || what === 'month') {
        core.advance((what === 'day' ? 1 : 45) * 86_400_000);
        return bringUpToDate(core);
      }
      const account = anyOf<{ grzh: string; khbh: string }>(core, 'account', who);
      if (account === undefined) return;
      if (what === 'contribute') return bookContribution(core, account.grzh, core.today(), '2026-11', '02');
      if (what === 'apply') return apply(core, account, amount);
      if (what === 'close') return leave(core, account.grzh, account.khbh, amount);
      if (what === 'rent') return rent(core, account, amount);
      if (what === 'prepay') return prepayAny(core, who, amount);
      if (what === 'borrow') return borrow(core, account.khbh, amount);
      if (what === 'sign') return sign(core, account.khbh, amount);
      if (what === 'end') return void core.run(`UPDATE standing_order SET state = ? WHERE khbh = ? AND state <> '3'`, amount % 2 === 0 ? '2' : '3', account.khbh);
      const row = anyOf<CaseRow>(core, 'fund_case', who);
      if (row === undefined) return;
      if (what === 'advance') advance(core, row);
      if (what === 'refuse') refuse(core, row, 'X', 'x');
      if (what === 'cancel') cancel(core, row);
      if (what === 'return') returnPayment(core, row);
    });
  } catch (error) {
    const known = error instanceof CoreRefusal || (error as Error).name === 'CaseNotMovable';
    if (!known) throw error;
  }
}

function apply(core: Core, account: { grzh: string; khbh: string }, amount: number): void {
  const card = core.one<{ kbh: string }>('SELECT kbh FROM card WHERE khbh = ?', account.khbh);
  core.run(`INSERT OR IGNORE INTO material (clbh, khbh, media_type, hash, bytes) VALUES (?, ?, 'image/png', 'h', x'00')`, `CL${account.khbh}`, account.khbh);
  const purchase = core.one('SELECT 1 FROM loan WHERE khbh = ?', account.khbh) === undefined;
  const application: Application = {
    khbh: account.khbh, grzh: account.grzh, amount, kbh: card?.kbh ?? '', materials: [`CL${account.khbh}`],
    ...(purchase ? { ywlx: 'PURCHASE', tqyy: '01', gfhtbh: `HT${core.next('test')}`, gfdz: '1' } : { ywlx: 'REPAY_FUND_LOAN', tqyy: '06' }),
  };
  receive(core, `request-${core.next('test-request')}`, application, judge(core, application));
}

/** Everything goes out: known abroad at once, else by paper and clerks. */
function leave(core: Core, grzh: string, khbh: string, amount: number): void {
  const card = core.one<{ kbh: string }>('SELECT kbh FROM card WHERE khbh = ?', khbh);
  const held = core.one<{ sum: number }>('SELECT carried + current AS sum FROM account WHERE grzh = ?', grzh)?.sum ?? 0;
  if (amount % 3 === 0) core.run('UPDATE card SET open_at_bank = 0 WHERE khbh = ?', khbh);
  core.run(`UPDATE shared_fact SET facts = json_set(facts, '$.settledAbroadOn', '2026-01-01') WHERE khbh = ?`, khbh);
  const application: Application = { khbh, grzh, amount: held, kbh: card?.kbh ?? '', materials: [], ywlx: 'EMIGRATION', tqyy: '05' };
  receive(core, `request-${core.next('test-request')}`, application, judge(core, application));
}

function rent(core: Core, { grzh, khbh }: { grzh: string; khbh: string }, amount: number): void {
  const card = core.one<{ kbh: string }>('SELECT kbh FROM card WHERE khbh = ?', khbh);
  const application: Application = { khbh, grzh, amount: (amount % 180_000) + 1, kbh: card?.kbh ?? '', materials: [], ywlx: 'RENT', tqyy: '07' };
  receive(core, `request-${core.next('test-request')}`, application, judge(core, application));
}

/** Rent or an offset that runs by itself. */
function sign(core: Core, khbh: string, amount: number): void {
  const kbh = core.one<{ kbh: string }>('SELECT kbh FROM card WHERE khbh = ?', khbh)?.kbh ?? '';
  const wish = core.one('SELECT 1 FROM loan WHERE khbh = ?', khbh) === undefined ? { khbh, kind: '3' as const, kbh, day: 1 + (amount % 28) } : { khbh, kind: '1' as const };
  const today = core.today();
  writeOrder(core, { khbh, ...judgeOrder(core, wish), kind: wish.kind, kbh: wish.kbh ?? null, day: wish.day ?? null, signed: today, due_after: today });
}

function prepayAny(core: Core, nth: number, amount: number): void {
  const loan = anyOf<{ dkzh: string; khbh: string }>(core, 'loan', nth);
  if (loan === undefined) return;
  const kbh = core.one<{ kbh: string }>('SELECT kbh FROM card WHERE khbh = ?', loan.khbh)?.kbh ?? '';
  const asked = { khbh: loan.khbh, dkzh: loan.dkzh, kbh, ...(amount % 5 === 0 ? { kind: '2' as const } : { kind: '3' as const, principal: amount + 1_000_000, keep: amount % 2 === 0 ? ('1' as const) : ('2' as const) }) };
  prepay(core, `request-${core.next('test-request')}`, asked, judgePrepayment(core, asked));
}

function borrow(core: Core, khbh: string, amount: number): void {
  const asked = {
    khbh, amount: Math.ceil(amount / 100) * 100, months: 12 + (amount % 200), method: amount % 2 === 0 ? ('01' as const) : ('02' as const), contractNumber: 'ZZ2026-0709-0342', price: 98_000_000,
    homeOrder: amount % 3 === 0 ? ('2' as const) : ('1' as const), homeKind: '1' as const,
  };
  preApply(core, `request-${core.next('test-request')}`, asked, judgePreApplication(core, asked));
}

describe('the mean balance of twelve months', () => {
  it('weighs each closing balance by its days, today included, the days before the opening as nothing', () => {
    const core = filled('2026-11-20');
    const grzh = core.one<{ grzh: string }>('SELECT grzh FROM account ORDER BY grzh LIMIT 1')?.grzh ?? '';
    const enter = (id: number, day: string, amount: number, balance: number): void =>
      void core.run(`INSERT INTO account_entry (id, ywlsh, grzh, day, kind, amount, balance) VALUES (?, ?, ?, ?, '01', ?, ?)`, id, `MX${id}`, grzh, day, amount, balance);
    core.run('DELETE FROM account_entry WHERE grzh = ?', grzh);
    expect(meanBalance(core, grzh, '2026-11-20')).toBe(0);
    enter(900_001, '2026-11-20', 36_500, 36_500);
    expect(meanBalance(core, grzh, '2026-11-20')).toBe(100);
    core.run('DELETE FROM account_entry WHERE grzh = ?', grzh);
    enter(900_002, '2025-11-20', 73_000, 73_000);
    enter(900_003, '2026-11-11', -36_500, 36_500);
    expect(meanBalance(core, grzh, '2026-11-20')).toBe(73_000 - 1000);
    enter(900_004, '2026-11-20', 182, 36_682);
    expect(meanBalance(core, grzh, '2026-11-20')).toBe(72_000);
    enter(900_005, '2026-11-20', 1, 36_683);
    expect(meanBalance(core, grzh, '2026-11-20')).toBe(72_001);
    core.store.close();
  });

  it('is told of every account, and of a new one is less than its balance', async () => {
    const world = await World.start();
    const own = async (key: 'loan-in-order' | 'newcomer'): Promise<{ mean: number; now: number }> => {
      const [account] = (await world.overview(key)).ZH;
      return { mean: fenOf(account?.PJYE), now: fenOf(account?.GRZHYE) };
    };
    const [old, young] = [await own('loan-in-order'), await own('newcomer')];
    expect(old.mean).toBeGreaterThan(old.now / 2);
    expect(young.mean).toBeLessThan(young.now / 3);
    expect(young.mean).toBeGreaterThan(0);
    await world.close();
  });
});

describe('account interest', () => {
  it('is 152.08 for 10,000 yuan over 365 days at 1.50 % on 360', () => {
    expect(mulDivRounded(1_000_000 * 365, 15_000, 360_000_000, 'half-up')).toBe(15_208);
    const core = filled('2026-11-20');
    const grzh = core.one<{ grzh: string }>('SELECT grzh FROM account ORDER BY grzh LIMIT 1')?.grzh ?? '';
    core.run('DELETE FROM account_entry WHERE grzh = ?', grzh);
    core.run(`INSERT INTO account_entry (id, ywlsh, grzh, day, kind, amount, balance) VALUES (900001, 'MX1', ?, '2025-06-30', '01', 1000000, 1000000)`, grzh);
    expect(interestOf(core, grzh, '2025-06-30', '2026-06-30')).toBe(15_208);
    core.run(`INSERT INTO account_entry (id, ywlsh, grzh, day, kind, amount, balance) VALUES (900002, 'MX2', ?, '2026-06-05', '01', 360000, 1360000)`, grzh);
    expect(interestOf(core, grzh, '2025-06-30', '2026-06-30')).toBe(15_208 + 375);
    core.store.close();
  });

  it('is booked each 30 June, and everything is carried over then', () => {
    const core = filled('2026-06-30');
    const rows = core.all<{ current: number; interest: number | null }>(`SELECT a.current, (SELECT interest FROM account_entry e WHERE e.grzh = a.grzh AND e.day = '2026-06-30' AND e.kind = '09') AS interest FROM account a WHERE a.contributing = 1`);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.every((row) => row.current === 0 && (row.interest ?? 0) > 0)).toBe(true);
    core.store.close();
  });
});

describe('the people’s years', () => {
  it.each(['2028-02-29', '2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01', '2026-10-01', '2026-10-10', '2027-03-04', '2027-03-05', '2031-05-31'])('come out right and fast on %s', (day) => {
    const before = process.cpuUsage();
    const core = filled(day);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1500);
    expect(bookFaults(core)).toEqual([]);
    const months = core.all<{ key: string; count: number }>(
      `SELECT p.key, COUNT(DISTINCT e.month) AS count FROM person p JOIN account a USING (khbh) JOIN account_entry e USING (grzh) WHERE e.kind = '01' AND p.key IN ('renter', 'newcomer') GROUP BY p.key ORDER BY p.key`,
    );
    expect(months).toEqual([{ key: 'newcomer', count: 3 }, { key: 'renter', count: 14 }]);
    const overdue = core.one<{ count: number }>(`SELECT COUNT(*) AS count FROM loan_due JOIN loan USING (dkzh) JOIN person p USING (khbh) WHERE p.key = 'arrears' AND paid IS NULL AND due < ?`, day);
    expect(overdue?.count).toBe(2);
    core.store.close();
  });

  it('go on day by day to the same books as if begun later', () => {
    const core = filled('2026-11-20');
    core.advance(40 * 86_400_000);
    bringUpToDate(core);
    bringUpToDate(core);
    expect(bookFaults(core)).toEqual([]);
    const last = core.all<{ month: string }>('SELECT DISTINCT paid_through AS month FROM account WHERE contributing = 1');
    expect(last).toEqual([{ month: '2026-12' }]);
    core.store.close();
  });
});
