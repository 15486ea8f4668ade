import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { buildSync } from 'esbuild';
import type * as catalogue from '../catalogue/index.ts';
import type * as guides from '../catalogue-guides/index.ts';
import type * as policy from '../policy/index.ts';
import type * as packs from '../policy/packs/index.ts';
import type * as withdrawal from './index.ts';

// 购买车位, a route that no centre has: added to a copy of the sources as a centre's engineer would, by data and words alone. Each addition goes
// into a table; that nothing else of the copy differs is what the test rests on.
const SOURCES = join(__dirname, '..');
const ADDITIONS: readonly { readonly file: string; readonly before: string; readonly added: string }[] = [
  { file: 'withdrawal/withdrawal-route.ts', before: "  rent: 'online',\n", added: "  'parking-space': 'online',\n" },
  {
    file: 'withdrawal/route-definitions-home.ts',
    before: "  'property-fee': {\n",
    added: `  'parking-space': {
    ...HOME,
    reason: '99',
    sources: ['real-estate'],
    about: 'parking-space',
    terms: 'parking-space',
    conditions: [
      { check: 'known', facts: ['parking-space.boughtOn'], as: 'bought-on' },
      { check: 'window', since: ['parking-space.boughtOn'], term: 'parking-space.withinMonths' },
      { check: 'wait', since: 'parking-space.boughtOn', term: 'parking-space.waitMonths', code: 'proof-too-new' },
      { check: 'known', facts: ['parking-space.priceFen'], as: 'cost' },
      { check: 'once' },
    ],
    limit: {
      lines: [
        { line: 'fact', name: 'price-paid', fact: 'parking-space.priceFen' },
        { line: 'share', name: 'cost-share', fact: 'parking-space.priceFen', share: 'parking-space.shareMillionths' },
        { line: 'ceiling', term: 'parking-space.ceilingFen' },
        { line: 'year-left', term: 'parking-space.perYearFen', used: 'parking-space.yearUsed' },
      ],
      family: 'parking-space.familyFen',
    },
    every: { term: 'parking-space.everyYears', unitMonths: 12 },
    once: true,
    asks: [
      { name: 'boughtOn', kind: 'date', group: 'home', fills: 'parking-space.boughtOn', settles: ['bought-on'], instead: 'real-estate' },
      cost('parking-space.priceFen'),
      { name: 'contract', kind: 'file', group: 'papers', proves: ['boughtOn', 'cost'], instead: 'real-estate' },
      { name: 'invoice', kind: 'file', group: 'papers', proves: ['cost'], instead: 'invoice' },
    ],
  },
`,
  },
  { file: 'catalogue/items.ts', before: "  rent: '租房提取',\n", added: "  'parking-space': '车位提取',\n" },
  {
    file: 'catalogue-guides/withdrawal.guides.ts',
    before: "  'property-fee': guide({\n",
    added: `  'parking-space': guide({
    who: owner,
    conditions: ['购买自住住房所在小区的车位，合同在提取期限内', usable],
    materials: ['车位的购买合同', '购买车位的发票'],
    steps: ['在“办理”选“车位提取”', '填写购买日期和金额，上传合同和发票', toCard],
    timeLimit: THREE_DAYS,
  }),
`,
  },
  {
    file: 'policy/packs/fuzhou/pack.ts',
    before: "    leaveJobHousehold: [",
    added: `    routes: {
      'parking-space': [
        { value: { withinMonths: 24, waitMonths: 3, shareMillionths: 500_000, ceilingFen: 8_000_000, perYearFen: 6_000_000, everyYears: 5 }, source: matrix, validFrom: '2026-10-01' },
      ],
    },
`,
  },
];

interface Added {
  readonly catalogue: typeof catalogue;
  readonly guides: typeof guides;
  readonly policy: typeof policy;
  readonly packs: typeof packs;
  readonly withdrawal: typeof withdrawal;
}

/** The copy with the additions, built and loaded. */
function withParkingSpaces(folder: string): Added {
  cpSync(SOURCES, folder, { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  for (const { file, before, added } of ADDITIONS) {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text.split(before)).toHaveLength(2);
    writeFileSync(join(folder, file), text.replace(before, added + before));
  }
  const parts = { catalogue: 'catalogue', guides: 'catalogue-guides', policy: 'policy', packs: 'policy/packs', withdrawal: 'withdrawal' };
  const contents = Object.entries(parts).map(([name, path]) => `export * as ${name} from './${path}/index.ts';`).join('\n');
  const { outputFiles } = buildSync({ stdin: { contents, resolveDir: folder, loader: 'ts' }, bundle: true, write: false, format: 'cjs', logLevel: 'silent' });
  const module = { exports: {} };
  runInNewContext(outputFiles[0]?.text ?? '', { module });
  return module.exports as Added;
}

const folder = mkdtempSync(join(tmpdir(), 'anju-drill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

it('a new route is data and words: verdict, offer, form, amount, date, interval, catalogue and guide follow', () => {
  const added = withParkingSpaces(folder);
  const route = 'parking-space' as withdrawal.WithdrawalRouteId;
  const { routeForm, routeOffer, routeVerdict, withdrawalLimit, withdrawalTerms, nextEligibleAfter, WITHDRAWAL_ROUTES } = added.withdrawal;
  const fuzhou = added.packs.packOf('fuzhou') as policy.CentrePack;
  const today = '2026-11-21';
  const person: withdrawal.WithdrawalFacts = {
    accountState: 'normal', balanceFen: 20_000_000, mustStayFen: 1, household: 'local', contributionMonths: 60, ownsHome: true, loan: null, commercialLoan: null,
    lastWithdrawals: {}, nextPermitted: {}, runningCases: [], usableCards: 1, tasks: [], documents: [],
  };
  const knowing = (group: Readonly<Record<string, string | number | boolean>>): withdrawal.WithdrawalFacts => ({ ...person, groups: { 'parking-space': group } });
  const bought = { boughtOn: '2026-05-05', priceFen: 15_000_001 };
  const codes = (facts: withdrawal.WithdrawalFacts, day = today): readonly string[] => routeOffer(route, facts, fuzhou, day).verdict.reasons.map(({ code }) => code);

  expect(WITHDRAWAL_ROUTES.indexOf(route)).toBe(5);
  expect(() => added.policy.checkPack(fuzhou)).not.toThrow();
  // The source tells everything: nothing is asked, and the least of share, ceiling and year is paid.
  expect(plain(routeOffer(route, knowing(bought), fuzhou, today))).toMatchObject({
    missing: [], decided: 'at-once', payTo: 'card', verdict: { route, servedBy: 'online', eligible: true, maxFen: 6_000_000, questions: 0, uploads: 0 },
  });
  expect(plain(withdrawalLimit(route, knowing({ ...bought, familyFen: 5_500_000 }), fuzhou, today).basis)).toEqual([
    { name: 'balance-less-stay', amountFen: 19_999_999 }, { name: 'price-paid', amountFen: 15_000_001 }, { name: 'cost-share', amountFen: 7_500_000 },
    { name: 'ceiling', amountFen: 8_000_000 }, { name: 'year-left', amountFen: 6_000_000 }, { name: 'family-left', amountFen: 500_000 },
  ]);
  // Nothing is told: two questions, their papers, a clerk; the amount follows the answers.
  expect(plain(routeOffer(route, person, fuzhou, today).missing.map(({ name, kind }) => `${name} ${kind}`))).toEqual(['boughtOn date', 'cost amount', 'contract file', 'invoice file']);
  const form = routeForm(route, person, { boughtOn: '2026-05-05', cost: 1_000_001, grade: 'C' }, fuzhou, today);
  expect(plain(form.offer)).toMatchObject({ uploads: 2, decided: 'by-clerk', verdict: { eligible: true, maxFen: 500_000, questions: 0 } });
  expect(plain(form.answered.faults)).toEqual([{ field: 'answers.grade', rule: 'unknown' }]);
  // Too early, too late, used before, withdrawn lately, unknown to another centre; with the day it opens.
  expect(plain(routeOffer(route, knowing({ ...bought, boughtOn: '2026-10-31' }), fuzhou, today).verdict)).toMatchObject({ eligible: false, eligibleFrom: '2027-01-31' });
  expect(plain(codes(knowing({ ...bought, boughtOn: '2024-11-20' })))).toEqual(['outside-window']);
  expect(plain(codes(knowing({ ...bought, used: true })))).toEqual(['home-already-used']);
  expect(plain(codes({ ...knowing(bought), lastWithdrawals: { [route]: '2025-02-01' } }))).toEqual(['before-next-date']);
  expect(nextEligibleAfter(route, fuzhou, today)).toBe('2031-11-21');
  expect(plain(codes(knowing(bought), '2026-09-30'))).toEqual(['rule-unknown']);
  expect(plain(routeVerdict(route, person, added.packs.packOf('xiamen') as policy.CentrePack, today).reasons)).toEqual([{ code: 'proof-needed' }]);
  expect(plain(withdrawalTerms(route, person, fuzhou, today))).toMatchObject({ everyMonths: 60, oncePerHome: true, yearly: false, closing: null });
  expect(plain(added.catalogue.catalogueItem(route))).toEqual({ item: route, group: 'withdrawal', title: '车位提取', servedBy: 'online', route });
  expect(added.guides.guideOf(route)?.materials).toHaveLength(2);
});
