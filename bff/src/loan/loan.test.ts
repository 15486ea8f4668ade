import type { EstimateBody, ScheduleBody } from '@anju/shared/contract';
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
  household: {},
  applicants: [{ balanceFen: 8_000_000, monthlyContributionFen: 240_000, contributionBaseFen: 1_000_000, contributionMonths: 60, birthDate: '1988-03-12', sex: 'female' }],
  house: { priceFen: 200_000_000, order: 'first', kind: 'new' },
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
    ['unknown', { ...estimate, unknown: 1 }],
  ])('refuses a wrong %s by name', (field, body) => {
    expect(refusedBy(EstimateDto, body).some((path) => field.startsWith(path))).toBe(true);
  });

  it.each([
    ['applicants.0.balanceFen', { ...estimate, applicants: [{ ...estimate.applicants[0], balanceFen: -1 }] }],
    ['termYears', { ...estimate, termYears: 31 }],
    ['house.priceFen', { ...estimate, house: { ...estimate.house, priceFen: 0 } }],
    ['applicants', { ...estimate, applicants: [] }],
  ])('says that %s is out of range', (field, body) => {
    expect(() => run.execute(body as EstimateBody)).toThrow(expect.objectContaining({ code: 'loan.input-out-of-range', details: { fields: [expect.objectContaining({ field })] } }));
  });

  it('knows the centres it has rules for and no others', () => {
    expect(() => run.execute({ ...estimate, centre: 'atlantis' })).toThrow(expect.objectContaining({ code: 'policy.centre-unknown' }));
  });

  it.each([
    ['principalFen', { ...schedule, principalFen: 0 }],
    ['months', { ...schedule, months: 361 }],
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
