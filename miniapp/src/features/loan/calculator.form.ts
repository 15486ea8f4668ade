export type Sex = 'male' | 'female';

/** What one person types; amounts in yuan, everything as typed. */
export interface PersonForm {
  readonly balance: string;
  readonly monthly: string;
  readonly months: string;
  /** `YYYY-MM-DD`, or empty while it is no day. */
  readonly birthDate: string;
  readonly sex: Sex;
  readonly category: 'unsure' | 'F55' | 'F50';
  readonly base: string;
  readonly average: string;
  readonly supplementary: string;
}

/** What the person may add under 更多条件; a centre asks for what its rules use. */
export interface MoreForm {
  readonly order: 'first' | 'second';
  readonly kind: 'new' | 'second-hand' | 'affordable';
  /** Years; empty: the longest possible. */
  readonly term: string;
  readonly children: string;
  /** One of the pack's localities; empty: elsewhere in the city. */
  readonly locality: string;
  readonly greenStars: '0' | '1' | '2' | '3';
  readonly prefab: boolean;
  readonly talent: boolean;
  readonly fullTimeDegree: boolean;
  readonly ownsHome: 'unsure' | 'no' | 'yes';
  readonly loansBefore: string;
  readonly loanRunning: boolean;
  readonly income: string;
  readonly debt: string;
}

/** The whole calculator as typed. */
export interface CalculatorForm {
  readonly centre: string;
  readonly me: PersonForm;
  readonly spouse: PersonForm | null;
  /** In 万元. */
  readonly price: string;
  readonly more: MoreForm;
  /** Months of further contribution that are being tried. */
  readonly laterMonths: number;
}

const EXAMPLE_PERSON: PersonForm = {
  balance: '30000', monthly: '2400', months: '60', birthDate: '1998-06-15', sex: 'male', category: 'unsure', base: '', average: '', supplementary: '',
};
/** Nothing added. */
export const NO_MORE: MoreForm = {
  order: 'first', kind: 'new', term: '', children: '', locality: '', greenStars: '0', prefab: false, talent: false, fullTimeDegree: false,
  ownsHome: 'unsure', loansBefore: '', loanRunning: false, income: '', debt: '',
};
/** Something to see at once: the example of the home page. */
export const EXAMPLE_FORM: CalculatorForm = { centre: 'xiamen', me: EXAMPLE_PERSON, spouse: null, price: '200', more: NO_MORE, laterMonths: 0 };

/** A spouse like the person, until they type their own figures. */
export const spouseLike = (me: PersonForm): PersonForm => ({ ...me, sex: me.sex === 'male' ? 'female' : 'male', category: 'unsure' });

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was kept, as far as it is of the kind it should be; the rest is the pattern's. */
function likePattern<Form extends object>(pattern: Form, kept: unknown): Form {
  if (!isObject(kept)) return pattern;
  const fits = Object.entries(pattern).filter(([key, value]) => typeof value === typeof kept[key]);
  return { ...pattern, ...Object.fromEntries(fits.map(([key]) => [key, kept[key]])) };
}

/** The kept form of an earlier visit, earlier versions of it included; anything unreadable is the example. */
export function formFromText(text: string | null): CalculatorForm {
  if (text === null) return EXAMPLE_FORM;
  try {
    const kept: unknown = JSON.parse(text);
    if (!isObject(kept)) return EXAMPLE_FORM;
    const { spouse } = kept;
    return {
      centre: typeof kept['centre'] === 'string' && /^[a-z]+$/.test(kept['centre']) ? kept['centre'] : EXAMPLE_FORM.centre,
      me: likePattern(EXAMPLE_PERSON, kept['me']),
      spouse: isObject(spouse) ? likePattern(EXAMPLE_PERSON, spouse) : null,
      price: typeof kept['price'] === 'string' ? kept['price'] : EXAMPLE_FORM.price,
      // Earlier versions kept these beside the price.
      more: likePattern(NO_MORE, kept['more'] ?? kept),
      laterMonths: 0,
    };
  } catch {
    return EXAMPLE_FORM;
  }
}

/** How many things the person has added under 更多条件. */
export function addedCount(form: CalculatorForm): number {
  const added = (Object.keys(NO_MORE) as (keyof MoreForm)[]).filter((key) => form.more[key] !== NO_MORE[key]).length;
  const { me, spouse } = form;
  const person = [me.base, me.average, me.supplementary].filter((text) => text.trim() !== '').length + (me.sex === 'female' && me.category !== 'unsure' ? 1 : 0);
  return added + person + (spouse === null ? 0 : 1);
}
