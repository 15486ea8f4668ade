import { chinaMoment } from '../../kit/index.ts';
import { customer, listOf, needed, oneOf, optional, wireAmount, wireDay, wireMonth } from '../gateway/field.checks.ts';
import { askSource, repaidToBank, SOURCES, type RegisteredHome, type SharedFacts, type SourceCode } from '../rules/shared.facts.ts';
import { personOf } from '../rules/withdrawal.rules.ts';
import type { Core } from '../store/core.ts';
import { said, type Transaction } from './transaction.ts';

type Wire = Readonly<Record<string, unknown>>;
/** One key, or none when there is nothing to tell. */
const told = <T>(name: string, value: T | undefined, wire: (known: T) => unknown): Wire => (value === undefined ? {} : { [name]: wire(value) });

const wireArea = (hundredths: number): string => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;

const wireHome = (home: RegisteredHome): Wire => ({
  FCBH: home.number, ZZ: home.address, FWLX: home.kind, JZMJ: wireArea(home.areaHundredths), FWZJ: wireAmount(home.priceFen), DKBZ: home.withLoan ? '1' : '0',
  ...told('GFHTBH', home.contract, String), ...told('BARQ', home.filedOn, wireDay), ...told('DJRQ', home.certificateOn, wireDay), ...told('JCRQ', home.builtOn, wireDay),
  ...told('YFJE', home.paidFen, wireAmount), ...told('SFK', home.downPaymentFen, wireAmount),
  ...told('JGZH', home.escrow, ({ name, bank, number }) => ({ ZHMC: name, YHMC: bank, ZHHM: number })),
});

const WIRE: Readonly<Record<SourceCode, (facts: SharedFacts, core: Core, khbh: string) => Wire>> = {
  GA: (facts) => ({ HJSZD: facts.household, ...told('CJRQ', facts.settledAbroadOn, wireDay) }),
  MZ: (facts) => ({ HYZK: facts.marital, ZNS: String(facts.children) }),
  BDC: ({ homes, rent, works, lift }) => ({
    FC: homes.map(wireHome),
    ...told('ZL', rent, (one) => ({ HTBH: one.contract, YZJ: wireAmount(one.monthlyFen), GZBZ: one.publicHousing ? '1' : '0', QSRQ: wireDay(one.from), ZZRQ: wireDay(one.to) })),
    ...told('JZ', works, (one) => ({ LX: one.kind, XKBH: one.permit, ...told('JDDJ', one.grade, String), ...told('FYJE', one.costFen, wireAmount), ZZ: one.address })),
    ...told('DT', lift, (one) => ({ ZZ: one.address, WGRQ: wireDay(one.completedOn), FTJE: wireAmount(one.ownShareFen), GX: one.relation })),
  }),
  RS: ({ retirementMonth, retired, employmentEndedOn, unableToWork, illness }) => ({
    TXBZ: retired ? '1' : '0', ...told('TXNY', retirementMonth, wireMonth), ...told('LDZZRQ', employmentEndedOn, wireDay), ...(unableToWork === true ? { SNBZ: '1' } : {}),
    ...told('YL', illness, (one) => ({ GRZF: wireAmount(one.ownCostFen), JSRQ: wireDay(one.settledOn), MLBZ: one.listed ? '1' : '0' })),
  }),
  JY: (facts) => ({ ZYBZ: facts.employed ? '1' : '0' }),
  SC: (facts) => told('DWZT', facts.employer, String),
  ZX: ({ bankLoan }, core, khbh) => told('SD', bankLoan, (loan) => {
    const repaid = repaidToBank(core, khbh, loan);
    return {
      HTBH: loan.contract, YHMC: loan.bank, QYBZ: loan.contracted ? '1' : '0', YQQS: String(loan.overdue), QSRQ: wireDay(repaid.from), JZRQ: wireDay(repaid.to), BJ: wireAmount(repaid.principal), LX: wireAmount(repaid.interest),
    };
  }),
  FP: ({ propertyFee, renovationInvoice }) => ({
    ...told('WYF', propertyFee, (fee) => ({ JE: wireAmount(fee.paidFen), FCS: String(fee.homes) })),
    ...told('ZHX', renovationInvoice, (invoice) => ({ JE: wireAmount(invoice.amountFen), FCBH: invoice.home })),
  }),
};

/** GX1001 共享数据核验. */
export const sharedData: Transaction = {
  writes: false,
  fields: { KHBH: needed(customer), LY: optional(listOf(oneOf(...SOURCES), SOURCES.length)) },
  run(call) {
    const { core } = call;
    const khbh = said(call, 'KHBH');
    personOf(core, khbh);
    const asked = (call.body['LY'] as SourceCode[] | undefined) ?? SOURCES;
    return {
      HY: SOURCES.filter((source) => asked.includes(source)).map((source) => {
        const answer = askSource(core, khbh, source);
        return { LY: source, SJ: chinaMoment(core.now()), HYJG: answer.result, ...(answer.result === '1' ? WIRE[source](answer.facts, core, khbh) : {}) };
      }),
    };
  },
};
