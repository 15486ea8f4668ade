import type { PlainDate } from '../calendar/index.ts';
import { figureOn, withdrawalGrounds } from '../policy/index.ts';
import { finding } from './withdrawal-reason.ts';
import type { Finding } from './withdrawal-reason.ts';

const RENT_ABOVE_SHARE = '房租超出家庭工资收入的规定比例';

function lawful(ground: string, date: PlainDate): boolean {
  return (figureOn(withdrawalGrounds, date)?.value ?? []).indexOf(ground) >= 0;
}

/** The first day after `today` on which the law knows a ground, or no longer knows it; undefined when it never comes. */
function changesOn(ground: string, today: PlainDate, known: boolean): PlainDate | undefined {
  return withdrawalGrounds.find(({ validFrom }) => validFrom > today && lawful(ground, validFrom) === known)?.validFrom;
}

/** 《住房公积金管理条例》: renovation and property fees are grounds since 2026-09-20; before it only where the centre had opened the route. */
export function groundFindings(ground: string | undefined, openedByCentre: boolean, today: PlainDate): Finding[] {
  if (ground === undefined || openedByCentre || lawful(ground, today)) return [];
  const date = changesOn(ground, today, true);
  return [finding('ground-not-yet', date === undefined ? undefined : { date }, date)];
}

/** Until 2026-09-19 rent counted only above a share of the household's income; a centre that did not look has said nothing. */
export function rentShareFindings(aboveIncomeShare: boolean | undefined, today: PlainDate): Finding[] {
  if (aboveIncomeShare !== false || !lawful(RENT_ABOVE_SHARE, today)) return [];
  const date = changesOn(RENT_ABOVE_SHARE, today, false);
  return [finding('rent-within-income', date === undefined ? undefined : { date }, date)];
}
