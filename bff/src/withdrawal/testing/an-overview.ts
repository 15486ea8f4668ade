import type { CoreHistory, CoreOverview, CoreSources } from '../../core-fund/index.ts';

/** Somebody with a fund loan in good order: 86,412.35 in the account, 10,000.00 and 2,000.00 repaid since the last time. */
export function anOverview(more: Partial<CoreOverview> = {}): CoreOverview {
  return {
    person: {
      name: '林晓彤', idType: 'resident-id', idNumber: 'as the core holds it', mobile: null, sex: 'female', birthDate: '1988-03-12',
      maritalStatus: 'married', household: 'local',
    },
    accounts: [
      {
        accountNo: 'GR3502000000000001', state: 'normal', employer: '厦门某某科技有限公司', balanceFen: 8_641_235, monthlyFen: 240_000,
        unitMonthlyFen: 120_000, personMonthlyFen: 120_000, averageBalance12Fen: 8_000_000, accruedInterestFen: 12_345,
        contributionBaseFen: 1_000_000, paidThrough: '2026-10', openedOn: '2015-07-01',
      },
    ],
    lastContribution: { accountNo: 'GR3502000000000001', bookedOn: '2026-11-10', amountFen: 240_000, month: '2026-10' },
    contributionMonths: { consecutive: 136, total: 136 },
    loans: [aLoan()],
    loanCount: 1,
    loanCases: [],
    cards: [{ cardNo: 'K1', number: 'ends in 1496', bank: '中国建设银行', usable: true }],
    homes: 1,
    withdrawal: {
      mustStayFen: 1,
      repaid: { from: '2025-11-21', to: '2026-11-20', principalFen: 1_000_000, interestFen: 200_000 },
      last: [],
      nextPermitted: [],
      running: [],
      history: aHistory(),
    },
    tasks: [],
    ...more,
  };
}

/** The same person without loan and home, who may apply for one. */
export function aBorrower(more: Partial<CoreOverview> = {}): CoreOverview {
  return anOverview({ loans: [], loanCount: 0, homes: 0, ...more });
}

export function aLoan(more: Partial<CoreOverview['loans'][number]> = {}): CoreOverview['loans'][number] {
  return {
    loanNo: 'DK1', contractNo: 'HT0000000001', grantedFen: 60_000_000, balanceFen: 41_000_000, annualRateMillionths: 26_000,
    method: 'equal-instalment', months: 360, grantedOn: '2018-05-10', nextDueOn: '2026-12-10', nextDueFen: 240_000, overduePeriods: 0, overdueFen: 0,
    settled: false, offset: { state: 'none' }, paidPrincipalFen: 19_000_000, paidInterestFen: 8_000_000, prepaidFen: 0, periodsLeft: 257, ...more,
  };
}

/** Nothing withdrawn before, nothing that runs by itself. */
export function aHistory(more: Partial<CoreHistory> = {}): CoreHistory {
  return {
    yearUsed: [], family: [], homesUsed: [], covered: [], standing: [], paused: [], barred: null, accountElsewhere: false,
    contributionPending: false, transferRunning: false, ...more,
  };
}

const SOURCES = ['public-security', 'civil-affairs', 'real-estate', 'social-insurance', 'employment', 'market-regulation', 'credit', 'invoice'] as const;

/** All sources answer and know little: a local household without home, work or costs. */
export function someSources(more: Partial<CoreSources> = {}): CoreSources {
  const checks = SOURCES.map((source) => ({ source, at: '2026-11-21T02:00:00.000Z', result: 'matched' as const }));
  return { checks, household: 'local', maritalStatus: 'married', children: 0, homes: [], employed: true, employerState: 'exists', ...more };
}
