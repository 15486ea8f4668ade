import type { EstimateBody, ScheduleBody } from '@anju/shared/contract';
import { allPacks } from '@anju/shared/policy/packs';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ValidationError } from 'class-validator';
import { OpaqueIds, OverviewStore } from '../account/index.ts';
import { Identities } from '../identity/index.ts';
import { fixedClock } from '../platform/testing/index.ts';
import { EstimateDto } from './http/estimate.dto.ts';
import { ScheduleDto } from './http/schedule.dto.ts';
import { aLoan, anOverview } from '../withdrawal/testing/an-overview.ts';
import { businessWorld } from '../withdrawal/testing/business-world.ts';
import { EstimateLoan, ScheduleLoan } from './use-cases/loan-rules.ts';
import { ListLoans } from './use-cases/own-loans.ts';

const estimate: EstimateBody = {
  centre: 'xiamen',
  household: { children: 2, taxResident: true, talent: false, fullTimeDegree: true, fundLoansBefore: 0, fundLoanRunning: false, ownsHome: false },
  applicants: [{ balanceFen: 8_000_000, supplementaryBalanceFen: 0, monthlyContributionFen: 240_000, contributionBaseFen: 1_000_000, contributionMonths: 60, birthDate: '1988-03-12', sex: 'female' }],
  house: { priceFen: 200_000_000, order: 'first', kind: 'new', greenStars: 2, prefab: true },
};
const schedule: ScheduleBody = { principalFen: 60_000_000, annualRateMillionths: 26_000, months: 360, method: 'equal-instalment' };

const pathsOf = (errors: readonly ValidationError[], before = ''): string[] =>
  errors.flatMap((error) => [...(error.constraints === undefined ? [] : [`${before}${error.property}`]), ...pathsOf(error.children ?? [], `${before}${error.property}.`)]);
const refusedBy = (dto: new () => object, body: unknown): string[] =>
  pathsOf(validateSync(plainToInstance(dto, body), { whitelist: true, forbidNonWhitelisted: true }));

describe('the calculator', () => {
  const run = new EstimateLoan(fixedClock());

  it('takes what the contract describes', () => {
    expect([refusedBy(EstimateDto, estimate), refusedBy(ScheduleDto, schedule)]).toEqual([[], []]);
    expect(run.execute(estimate)).toMatchObject({ policy: { centre: 'xiamen' } });
    expect(new ScheduleLoan().execute(schedule).rows).toHaveLength(360);
  });

  it.each([
    ['applicants.0.balanceFen', { ...estimate, applicants: [{ ...estimate.applicants[0], balanceFen: '1' }] }],
    ['applicants.0', { ...estimate, applicants: [null] }],
    ['applicants.0.retirementCategory', { ...estimate, applicants: [{ ...estimate.applicants[0], retirementCategory: 'M65' }] }],
    ['household', { ...estimate, household: undefined }],
    ['house.order', { ...estimate, house: { ...estimate.house, order: 'third' } }],
    ['house.prefab', { ...estimate, house: { ...estimate.house, prefab: 'yes' } }],
    ['household.talent', { ...estimate, household: { talent: 1 } }],
    ['household.fundLoansBefore', { ...estimate, household: { fundLoansBefore: Number.NaN } }],
    ['applicants.0.supplementaryBalanceFen', { ...estimate, applicants: [{ ...estimate.applicants[0], supplementaryBalanceFen: null }] }],
    ['applicants.0.balanceFen', { ...estimate, applicants: [{ ...estimate.applicants[0], balanceFen: Number.POSITIVE_INFINITY }] }],
    ['applicants', { ...estimate, applicants: { 0: estimate.applicants[0] } }],
    ['house', { ...estimate, house: [] }],
    ['centre', { ...estimate, centre: ['xiamen'] }],
    ['unknown', { ...estimate, unknown: 1 }],
  ])('refuses a wrong %s by name', (field, body) => {
    expect(refusedBy(EstimateDto, body).some((path) => field.startsWith(path))).toBe(true);
  });

  it.each([
    ['applicants.0.balanceFen', { ...estimate, applicants: [{ ...estimate.applicants[0], balanceFen: -1 }] }],
    ['applicants.0.balanceFen', { ...estimate, applicants: [{ ...estimate.applicants[0], balanceFen: 1e20 }] }],
    ['applicants.0.birthDate', { ...estimate, applicants: [{ ...estimate.applicants[0], birthDate: '2027-01-01' }] }],
    ['applicants.0.birthDate', { ...estimate, applicants: [{ ...estimate.applicants[0], birthDate: '1988-02-30' }] }],
    ['applicants.0.retirementCategory', { ...estimate, applicants: [{ ...estimate.applicants[0], retirementCategory: 'M60' }] }],
    ['household.children', { ...estimate, household: { children: -1 } }],
    ['house.locality', { ...estimate, house: { ...estimate.house, locality: '不在这里区' } }],
    ['asOf', { ...estimate, asOf: '2026-13-01' }],
    ['asOf', { ...estimate, asOf: '2036-11-21' }],
    ['termYears', { ...estimate, termYears: 0 }],
    ['termYears', { ...estimate, termYears: 31 }],
    ['house.priceFen', { ...estimate, house: { ...estimate.house, priceFen: 0 } }],
    ['applicants', { ...estimate, applicants: [] }],
  ])('says that %s is out of range', (field, body) => {
    expect(() => run.execute(body as EstimateBody)).toThrow(expect.objectContaining({ code: 'loan.input-out-of-range', details: { fields: [expect.objectContaining({ field })] } }));
  });

  it('knows the centres it has rules for and no others', () => {
    const refused = { code: 'policy.centre-unknown', details: { fields: [expect.objectContaining({ field: 'centre' })] } };
    for (const centre of ['atlantis', '', '__proto__']) expect(() => run.execute({ ...estimate, centre })).toThrow(expect.objectContaining(refused));
    for (const { centre } of allPacks) expect(run.execute({ ...estimate, centre })).toMatchObject({ policy: { centre } });
  });

  it('knows no rules of a day before the first ones', () => {
    const refused = { code: 'policy.date-too-early', details: { fields: [expect.objectContaining({ field: 'asOf', rule: 'too-early' })] } };
    expect(() => run.execute({ ...estimate, asOf: '2010-12-25' })).toThrow(expect.objectContaining(refused));
  });

  it('lists what nobody published, and promises nothing there', () => {
    const early = run.execute({ ...estimate, asOf: '2015-01-01' });
    expect([early.amountFen, early.complete, early.binding]).toEqual([null, false, null]);
    expect(early.unknown.length).toBeGreaterThan(0);
    for (const sentence of early.unknown) expect(sentence).toMatch(/[\u4e00-\u9fff]{6,}/);
  });

  it.each([
    ['principalFen', { ...schedule, principalFen: 0 }],
    ['months', { ...schedule, months: 0 }],
    ['months', { ...schedule, months: 361 }],
    ['annualRateMillionths', { ...schedule, annualRateMillionths: -1 }],
    ['firstDueOn', { ...schedule, firstDueOn: '2026-02-30' }],
    ['prepayments.0.amountFen', { ...schedule, prepayments: [{ afterPeriod: 12, amountFen: 60_000_000, keep: 'term' }] }],
  ])('says of a schedule that %s is out of range', (field, body) => {
    expect(() => new ScheduleLoan().execute(body as ScheduleBody)).toThrow(expect.objectContaining({ code: 'loan.input-out-of-range', details: { fields: [expect.objectContaining({ field })] } }));
  });
});

describe("a person's loans", () => {
  it('are told without settled ones, and not at all while one of them cannot be told whole', async () => {
    const world = await businessWorld('sqlite');
    try {
      const list = new ListLoans(world.module.get(Identities), world.module.get(OverviewStore), world.module.get(OpaqueIds));
      world.core.overviewValue = anOverview({ loans: [aLoan(), aLoan({ loanNo: 'DK0', settled: true })] });
      expect(await list.execute('p1')).toMatchObject({ loans: { state: 'fresh', value: [{ method: 'equal-instalment', balanceFen: 41_000_000 }] } });
      world.core.overviewValue = anOverview({ loans: [aLoan(), aLoan({ loanNo: 'DK2', method: null })] });
      expect(await list.execute('p2')).toEqual({ loans: { state: 'unknown', reason: 'core-down' } });
    } finally {
      await world.close();
    }
  });
});
