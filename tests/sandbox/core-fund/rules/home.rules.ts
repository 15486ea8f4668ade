import { addDays, addMonths, monthOf, type PlainDate } from '@anju/shared/calendar';
import { fenFromYuanText } from '@anju/shared/money';
import { CoreRefusal } from '../gateway/refusal.ts';
import { figureOn, type RenovationFigures, type RentFigures, type Renter } from './centre.ts';
import { contributionMonths } from './facts.ts';
import { contractWithdrawn, familyTook, spansOf, tookInYear, usedInYear } from './history.facts.ts';
import { askRegister } from './real-estate.register.ts';
import { hasMaterial } from './material.rules.ts';
import { factsOnFile, type RegisteredHome, type SharedFacts } from './shared.facts.ts';
import { until, type Weighing } from './weighing.ts';

/** @throws CoreRefusal 300016 more than so many months after a day */
export function inWindow({ today }: Weighing, since: PlainDate | undefined, months: number | undefined): void {
  if (since !== undefined && months !== undefined && today > addMonths(since, months)) throw new CoreRefusal('300016');
}

/** @throws CoreRefusal 300061 before a certificate is so many months old */
function oldEnough({ today }: Weighing, certificate: PlainDate, months: number): void {
  const opens = addMonths(certificate, months);
  if (today < opens) throw new CoreRefusal('300061', until(opens));
}

/** 购房: contract, paper, once a home, window; at once when the register agrees and the home is local. */
export function purchase(weighing: Weighing): void {
  const { core, application } = weighing;
  if (application.gfhtbh === undefined) throw new CoreRefusal('300015');
  if (!hasMaterial(core, application)) throw new CoreRefusal('300013');
  const number = application.gfhtbh.trim();
  weighing.object = number;
  if (contractWithdrawn(core, number) || familyTook(core, application.khbh, 'PURCHASE', number) > 0) throw new CoreRefusal('300014');
  const answer = askRegister(core, application.khbh, number);
  weighing.consulted.push({ LY: 'BDC', HYJG: answer.result });
  if (answer.result !== '1' || answer.contract.local !== 1 || application.gfdz !== '1') weighing.leaveToClerk();
  if (answer.result !== '1') return;
  const figures = figureOn(core.centre.purchase, weighing.today);
  inWindow(weighing, answer.contract.filed, figures?.withinMonths);
  const home = factsOnFile(core, application.khbh).homes.find((one) => one.contract === number);
  const inCash = home?.kind === '2' && !home.withLoan && home.certificateOn !== undefined;
  if (inCash && figures?.cashProofMonths !== undefined) oldEnough(weighing, home.certificateOn, figures.cashProofMonths);
  weighing.atMost(answer.contract.paid);
  // With a loan no more than the down payment.
  if (home?.withLoan === true && home.downPaymentFen !== undefined) weighing.atMost(home.downPaymentFen);
}

/** 支付首付款: to the supervised account of a home of a kind the centre takes. */
export function downPayment(weighing: Weighing): void {
  const { core, application } = weighing;
  const homes = weighing.ask('BDC')?.homes;
  const home = homes?.find((one) => one.escrow?.number === application.jgzh && (application.fcbh === undefined || one.number === application.fcbh));
  if (homes !== undefined && home === undefined) throw new CoreRefusal('300059');
  weighing.escrow = home?.escrow ?? { number: application.jgzh ?? '' };
  const kinds = figureOn(core.centre.downPayment, weighing.today) ?? [];
  if (!kinds.includes(weighing.code(home?.kind, 'FWLX'))) throw new CoreRefusal('300040');
  const paid = weighing.amount(home?.downPaymentFen, 'SFK');
  weighing.isFor(home?.number ?? application.fcbh ?? application.jgzh);
  weighing.atMost(paid);
}

/** 建造、翻建、大修: what it costs; an overhaul of a house graded C or D only. */
export function works(weighing: Weighing): void {
  const told = weighing.ask('BDC')?.works;
  const cost = weighing.amount(told?.costFen, 'FYJE');
  const overhaul = told?.kind === '3' || (told === undefined && weighing.application.declared?.JDDJ !== undefined);
  const grade = overhaul ? weighing.code(told?.grade, 'JDDJ') : undefined;
  if (grade === 'A' || grade === 'B') throw new CoreRefusal('300062');
  weighing.isFor(told?.permit);
  weighing.atMost(cost);
}

/** The home that is meant: the one named, else the newest with a certificate. @throws CoreRefusal 300049 when the register has no such home */
function ownHome(weighing: Weighing, homes: readonly RegisteredHome[] | undefined): RegisteredHome | undefined {
  const owned = (homes ?? []).filter((one) => one.certificateOn !== undefined);
  const { fcbh } = weighing.application;
  if (homes === undefined || fcbh === undefined) return [...owned].sort((a, b) => (a.certificateOn ?? '').localeCompare(b.certificateOn ?? '')).at(-1);
  const named = owned.find((one) => one.number === fcbh);
  if (named === undefined) throw new CoreRefusal('300049', { LY: 'BDC' });
  return named;
}

function areaAmount(area: number, { perSquareMetreFen, mostSquareMetres }: RenovationFigures): number {
  const counted = mostSquareMetres === undefined ? area : Math.min(area, mostSquareMetres * 100);
  return Math.floor((perSquareMetreFen * counted) / 100);
}

/** 装修: once a home, some years since the purchase, some months since the certificate; by area, with a ceiling. */
export function renovation(weighing: Weighing): void {
  const { core, application, today } = weighing;
  const figures = figureOn(core.centre.renovation, today);
  if (figures === undefined) throw new CoreRefusal('300040');
  const home = ownHome(weighing, weighing.ask('BDC')?.homes);
  const certificate = weighing.day(home?.certificateOn, 'DJRQ');
  const area = weighing.area(home?.areaHundredths, 'JZMJ');
  weighing.isFor(home?.number ?? application.fcbh);
  inWindow(weighing, home?.filedOn ?? certificate, figures.withinYears * 12);
  oldEnough(weighing, certificate, figures.proofMonths);
  weighing.atMost(Math.min(areaAmount(area, figures), figures.ceilingFen));
}

/** 物业费: once in a calendar year, the fee paid in it. */
export function propertyFee(weighing: Weighing): void {
  const { core, application, today } = weighing;
  const figures = figureOn(core.centre.propertyFee, today);
  if (figures === undefined) throw new CoreRefusal('300040');
  const told = weighing.ask('FP')?.propertyFee;
  const fee = weighing.amount(told?.paidFen, 'FYJE');
  const year = today.slice(0, 4);
  const byHome = figures.per === 'home';
  const allowed = figures.perYearFen * (byHome ? Math.max(told?.homes ?? 1, 1) : 1);
  const left = Math.max(0, allowed - usedInYear(core, application.khbh, 'PROPERTY_FEE', year, byHome));
  if (tookInYear(core, application.khbh, 'PROPERTY_FEE', year) || left === 0) throw new CoreRefusal('300041', { SYJE: '0.00', ND: year });
  weighing.atMost(Math.min(fee, left));
}

/** 租房: no home in the city, months of contribution, a calendar month of which no day was withdrawn for as repaid. */
export function rent(weighing: Weighing): void {
  const { core, application, today } = weighing;
  const figures = figureOn(core.centre.rent, today);
  if (figures === undefined) throw new CoreRefusal('300040');
  const register = weighing.ask('BDC');
  if (register?.homes.some((home) => home.certificateOn !== undefined)) throw new CoreRefusal('300043');
  if (contributionMonths(core, application.khbh).consecutive < figures.contributionMonths) throw new CoreRefusal('300044', { YS: String(figures.contributionMonths) });
  const month = monthOf(today);
  const taken = spansOf(core, application.khbh).find(({ ywlx, span_from: from, span_to: to }) => ywlx !== 'RENT' && from !== null && to !== null && monthOf(from) <= month && month <= monthOf(to));
  if (taken !== undefined) throw new CoreRefusal('300042', { YWLX: taken.ywlx });
  const first: PlainDate = `${month}-01`;
  weighing.span = { from: first, to: addDays(addMonths(first, 1), -1) };
  weighing.atMost(monthOfRent(weighing, figures, register));
}

/** What a month pays, in fen: the fixed amount or, for whom the centre pays it, the real rent where that is more; in public housing the rent alone. A filed contract counts while it runs. */
function monthOfRent(weighing: Weighing, figures: RentFigures, register: SharedFacts | undefined): number {
  const { account, application, today } = weighing;
  const onFile = register?.rent;
  const filed = onFile !== undefined && onFile.from <= today && today <= onFile.to ? onFile : undefined;
  const isPublic = filed?.publicHousing === true && figures.actual?.includes('public') === true;
  if (isPublic) return filed.monthlyFen;
  if (application.amount <= figures.perMonthFen) return figures.perMonthFen;
  const children = figures.byChildren === undefined && filed === undefined ? 0 : (weighing.ask('MZ', true)?.children ?? 0);
  const fixed = figures.byChildren?.filter((row) => children >= row.childrenFrom).at(-1)?.amountFen ?? figures.perMonthFen;
  if (application.amount <= fixed) return fixed;
  const declared = filed === undefined ? weighing.declaredText('YZJ') : undefined;
  const paid = filed?.monthlyFen ?? (declared === undefined ? undefined : fenFromYuanText(declared));
  if (paid === undefined) return fixed;
  const fits = (renter: Renter): boolean => (renter === 'young-or-new' ? weighing.declaredText('XZ') === '1' : renter === 'many-children-filed' && children >= 2 && filed !== undefined);
  const real = [
    ...((figures.actual ?? []).some(fits) ? [paid] : []),
    ...((figures.actualToContribution ?? []).some(fits) ? [Math.min(paid, account.personal_monthly + account.unit_monthly)] : []),
  ];
  return Math.max(fixed, ...real);
}
