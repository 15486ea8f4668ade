import { addMonths, monthOf, type PlainDate, type YearMonth } from '@anju/shared/calendar';
import { dashedDay } from '../gateway/field.checks.ts';
import { CoreRefusal } from '../gateway/refusal.ts';
import { figureOn } from './centre.ts';
import { centreFacts } from './facts.ts';
import { legalRetirementMonth, type RetirementGroup } from './retirement.age.ts';
import { until, type Weighing } from './weighing.ts';

interface OnFile {
  readonly xingbie: string;
  readonly csny: string;
  readonly hjszd: string;
}
function onFile({ core, application }: Weighing): OnFile {
  const row = core.one<OnFile>('SELECT xingbie, csny, hjszd FROM person WHERE khbh = ?', application.khbh);
  if (row === undefined) throw new CoreRefusal('200001');
  return row;
}

const firstDay = (month: YearMonth): PlainDate => `${month}-01`;
const GROUPS: Readonly<Record<string, RetirementGroup>> = { '1': 'M60', '2': 'F55', '3': 'F50' };

/** @throws CoreRefusal 300048 before the month in which the age is reached */
function reached(today: PlainDate, month: YearMonth): void {
  if (monthOf(today) < month) throw new CoreRefusal('300048', until(firstDay(month)));
}

/** 离休、退休: retired, or of legal age, which of a woman depends on what the social insurance or she herself says. */
export function retirement(weighing: Weighing): void {
  const { today } = weighing;
  const told = weighing.ask('RS');
  if (told?.retired === true) return;
  if (told?.retirementMonth !== undefined) return reached(today, told.retirementMonth);
  const { xingbie, csny } = onFile(weighing);
  const birth = dashedDay(csny) as PlainDate;
  if (xingbie === '1') return reached(today, legalRetirementMonth(birth, 'M60'));
  const [early, late] = [legalRetirementMonth(birth, 'F50'), legalRetirementMonth(birth, 'F55')];
  if (monthOf(today) >= late) return;
  if (monthOf(today) < early) throw new CoreRefusal('300048');
  reached(today, legalRetirementMonth(birth, GROUPS[weighing.code(undefined, 'TXLX')] ?? 'F55'));
}

/** 离职: sealed long enough, a household elsewhere where the centre asks for it, no work and no account since. */
export function leaveJob(weighing: Weighing): void {
  const { core, application, account, today } = weighing;
  const figures = figureOn(core.centre.leaveJob, today);
  if (figures === undefined) throw new CoreRefusal('300040');
  if (account.state !== '02' || account.state_since === null) throw new CoreRefusal('300045');
  const opens = addMonths(account.state_since as PlainDate, figures.sealedMonths);
  if (today < opens) throw new CoreRefusal('300045', until(opens));
  const household = weighing.ask('GA')?.household ?? onFile(weighing).hjszd;
  if (figures.household === 'elsewhere' && household !== '2') throw new CoreRefusal('300046');
  if (weighing.ask('JY')?.employed === true) throw new CoreRefusal('300047');
  if (centreFacts(core, application.khbh).elsewhere === 1) throw new CoreRefusal('300057');
}

/** 出境定居: public security knows it, or a paper says it. */
export function emigration(weighing: Weighing): void {
  if (weighing.ask('GA')?.settledAbroadOn === undefined) weighing.needPaper();
}
