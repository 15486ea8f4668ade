import type { PlainDate } from '../calendar/index.ts';
import { figureOn } from '../policy/index.ts';
import type { CentrePack, Figures } from '../policy/index.ts';
import type { FactPath, TermPath } from './route-definition.ts';
import type { FactGroup, WithdrawalFacts } from './withdrawal-facts.ts';

type Members = Readonly<Record<string, unknown>>;

const own = (members: Members, name: string): unknown => (Object.prototype.hasOwnProperty.call(members, name) ? members[name] : undefined);
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The groups with a name of their own; any other is one of `WithdrawalFacts.groups`. */
const NAMED = ['home', 'works', 'rent', 'propertyFee', 'commercialLoan', 'lift', 'illness', 'loan', 'family'] as const;
const isNamed = (name: string): boolean => (NAMED as readonly string[]).indexOf(name) >= 0;

function groupValue(facts: WithdrawalFacts, name: string): unknown {
  return isNamed(name) ? own(facts as unknown as Members, name) : own(facts.groups ?? {}, name);
}

/** A group of facts, or undefined when no source told any of it. */
export function groupAt(facts: WithdrawalFacts, name: string): Members | undefined {
  const group = groupValue(facts, name);
  return isMembers(group) ? group : undefined;
}

/** Whether the sources say that there is no such thing. */
export function isNothing(facts: WithdrawalFacts, name: string): boolean {
  return groupValue(facts, name) === null;
}

/** A fact by its place; undefined when it is not known. */
export function factAt(facts: WithdrawalFacts, path: FactPath): unknown {
  const [first = '', ...rest] = path.split('.');
  const start = rest.length === 0 ? own(facts as unknown as Members, first) : groupAt(facts, first);
  return rest.reduce<unknown>((value, name) => (isMembers(value) ? own(value, name) : undefined), start);
}

/** The facts with one more: in its group, or by itself. */
export function withFact(facts: WithdrawalFacts, path: FactPath, value: unknown): WithdrawalFacts {
  const [first = '', name] = path.split('.');
  return name === undefined ? { ...facts, [first]: value } : withGroup(facts, first, { ...groupAt(facts, first), [name]: value });
}

/** The facts with a group in place of what stood there. */
export function withGroup(facts: WithdrawalFacts, name: string, group: Members): WithdrawalFacts {
  return isNamed(name) ? { ...facts, [name]: group } : { ...facts, groups: { ...facts.groups, [name]: group as FactGroup } };
}

/** What the centre lays down on a day by its place: `lift` is the whole of it, `lift.withinMonths` one member; undefined where it lays down nothing. */
export function termAt(pack: CentrePack, path: TermPath, today: PlainDate): unknown {
  const [first = '', name] = path.split('.');
  const figures = (own(pack.withdrawal as unknown as Members, first) ?? own(pack.withdrawal.routes ?? {}, first)) as Figures<unknown> | undefined;
  const value = figureOn(figures, today)?.value;
  return name === undefined ? value : isMembers(value) ? own(value, name) : undefined;
}

/** A whole number that the centre lays down. */
export function numberTerm(pack: CentrePack, path: TermPath, today: PlainDate): number | undefined {
  const value = termAt(pack, path, today);
  return typeof value === 'number' ? value : undefined;
}
