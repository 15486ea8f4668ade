import type { PlainDate } from '@anju/shared/calendar';
import { fenFromYuanText } from '@anju/shared/money';
import { dashedDay, wireDay } from '../gateway/field.checks.ts';
import { CoreRefusal } from '../gateway/refusal.ts';
import type { AccountRow } from '../ledger/account.ledger.ts';
import type { Core } from '../store/core.ts';
import { familyTook, tookFor } from './history.facts.ts';
import type { RouteCode } from './routes.ts';
import { askSource, type SharedFacts, type SourceCode } from './shared.facts.ts';

/** What a person declared: SBXX of the wire, its forms checked. */
export type Declared = Readonly<Partial<Record<'YZJ' | 'FYJE' | 'FYRQ' | 'GX' | 'FWLX' | 'SFK' | 'XZ' | 'HKJE' | 'TXLX' | 'DJRQ' | 'JZMJ' | 'JDDJ' | 'GRZF' | 'JSRQ', string>>>;

/** What a person applies for; the amount in fen. */
export interface Application {
  readonly khbh: string;
  readonly grzh: string;
  readonly ywlx: RouteCode;
  readonly tqyy: string;
  /** GJHTQYWLX; the route's when absent. */
  readonly kind?: string;
  readonly amount: number;
  /** The card; a down payment has `jgzh` instead. */
  readonly kbh?: string;
  readonly jgzh?: string;
  readonly gfhtbh?: string;
  readonly gfdz?: '1' | '2';
  readonly fcbh?: string;
  readonly declared?: Declared;
  readonly materials: readonly string[];
  /** A run of a standing order: what runs monthly is not held by the interval. */
  readonly run?: true;
}

/** Where money goes that no card of the person's takes; holder and bank are absent where the register was silent. */
export interface Escrow {
  readonly number: string;
  readonly name?: string;
  readonly bank?: string;
}

const READ = {
  amount: fenFromYuanText,
  day: (text: string): PlainDate => dashedDay(text) as PlainDate,
  hundredths: (text: string): number => Number(text.replace('.', '')),
  text: (text: string): string => text,
} as const;

/** Months since a day are counted on the calendar; this is the refusal's own date on the wire. */
export const until = (day: PlainDate): Readonly<Record<string, string>> => ({ XCTQRQ: wireDay(day) });

/**
 * One application being weighed by its route's own rule: which sources were asked, whether everything was told, what the maximum rests on,
 * and what it is for.
 */
export class Weighing {
  readonly today: PlainDate;
  /** What the source told, as HYJG, in the order they were asked. */
  readonly consulted: { readonly LY: SourceCode; readonly HYJG: '1' | '2' | '3' | '9' }[] = [];
  private readonly most: number[] = [];
  private byClerk = false;
  private byPaper = false;
  /** Home, works, lift or loan the withdrawal is for. */
  object: string | undefined;
  span: { readonly from: PlainDate; readonly to: PlainDate } | undefined;
  escrow: Escrow | undefined;

  constructor(
    readonly core: Core,
    readonly application: Application,
    readonly account: AccountRow,
  ) {
    this.today = core.today();
  }

  /** Asks a source; undefined when it does not answer: then the clerks decide, unless it could only have raised the amount. @throws CoreRefusal 300049 when it disagrees */
  ask(source: SourceCode, forMore = false): SharedFacts | undefined {
    const answer = askSource(this.core, this.application.khbh, source);
    this.consulted.push({ LY: source, HYJG: answer.result });
    if (answer.result === '2') throw new CoreRefusal('300049', { LY: source });
    if (answer.result === '1') return answer.facts;
    if (!forMore) this.byClerk = true;
    return undefined;
  }

  /** A fact a source told, else the declared one, which takes a paper and a clerk. @throws CoreRefusal 300064 naming it */
  private toldOr<T>(known: T | undefined, name: keyof Declared, read: (text: string) => T): T {
    if (known !== undefined) return known;
    const said = this.declaredText(name);
    if (said === undefined) throw new CoreRefusal('300064', { ZD: name });
    return read(said);
  }

  /** What was declared under a name, if anything; using it takes a paper and a clerk. */
  declaredText(name: keyof Declared): string | undefined {
    const said = this.application.declared?.[name];
    if (said !== undefined) this.needPaper();
    return said;
  }

  /** An amount in fen. @throws CoreRefusal 300064 */
  amount(known: number | undefined, name: keyof Declared): number {
    return this.toldOr(known, name, READ.amount);
  }

  /** @throws CoreRefusal 300064 */
  day(known: PlainDate | undefined, name: keyof Declared): PlainDate {
    return this.toldOr(known, name, READ.day);
  }

  /** A code as it is. @throws CoreRefusal 300064 */
  code(known: string | undefined, name: keyof Declared): string {
    return this.toldOr(known, name, READ.text);
  }

  /** Hundredths of a square metre. @throws CoreRefusal 300064 */
  area(known: number | undefined, name: keyof Declared): number {
    return this.toldOr(known, name, READ.hundredths);
  }

  /** What rests on paper only is the clerks' to decide, and a paper must be there. */
  needPaper(): void {
    this.byPaper = true;
    this.byClerk = true;
  }

  /** The clerks decide, paper or none. */
  leaveToClerk(): void {
    this.byClerk = true;
  }

  /** What the withdrawal is for. @throws CoreRefusal 300014 when this person had it before, by this route */
  isFor(object: string | undefined): void {
    this.object = object;
    if (tookFor(this.core, this.application.khbh, this.application.ywlx, object)) throw new CoreRefusal('300014');
  }

  /** No more than so much, the spouse's part for the same thing taken off; in fen. */
  atMost(amount: number): void {
    this.most.push(Math.max(0, amount - familyTook(this.core, this.application.khbh, this.application.ywlx, this.object)));
  }

  get limits(): readonly number[] {
    return this.most;
  }

  get atOnce(): boolean {
    return !this.byClerk;
  }

  get paperNeeded(): boolean {
    return this.byPaper;
  }
}
