import { endpoints } from '@anju/shared/contract';
import type { PreApplicationBody, WithdrawalRouteId } from '@anju/shared/contract';
import type { Control, TestPerson } from '../e2e/world/control.ts';
import { preApplicationOf, showFace, verifiedOnH5, verifiedOnWeapp } from '../e2e/world/journeys.ts';
import { Phone } from '../e2e/world/phone.ts';

export type Sort = 'withdraw' | 'prefilled' | 'prepay' | 'purchase' | 'pre-apply';

/** Who may do what, again and again. */
const PARTS: Readonly<Record<string, { readonly sorts: readonly Sort[]; readonly homeCity?: 'local' | 'elsewhere'; readonly route?: WithdrawalRouteId }>> = {
  'loan-in-order': { sorts: ['withdraw', 'prepay'] },
  'long-name': { sorts: ['withdraw', 'prepay'] },
  'line-dropped': { sorts: ['withdraw', 'prepay'] },
  'card-closed': { sorts: ['withdraw', 'prepay'] },
  'no-subscription': { sorts: ['withdraw', 'prepay'] },
  'loan-offset': { sorts: ['withdraw', 'prepay'] },
  'buyer-local': { sorts: ['purchase', 'pre-apply'], homeCity: 'local' },
  'buyer-elsewhere': { sorts: ['purchase'], homeCity: 'elsewhere' },
  renter: { sorts: ['pre-apply', 'prefilled'], route: 'rent' },
  'home-buyer': { sorts: ['pre-apply'] },
  'bank-loan': { sorts: ['prefilled'], route: 'repay-commercial-loan' },
  renovator: { sorts: ['prefilled'], route: 'renovation' },
  'old-house': { sorts: ['prefilled'], route: 'build-or-repair' },
  'lift-neighbour': { sorts: ['prefilled'], route: 'lift' },
  illness: { sorts: ['prefilled'], route: 'illness' },
  'escrow-buyer': { sorts: ['prefilled'], route: 'down-payment' },
  emigrant: { sorts: ['prefilled'], route: 'emigration' },
  retired: { sorts: ['prefilled'], route: 'retirement' },
  'sealed-outsider': { sorts: ['prefilled'], route: 'leave-job' },
};

/** A person with a session at both BFFs, and what they need to ask for something without looking first. */
export interface Citizen {
  readonly key: string;
  readonly mobile: string;
  /** The same session, asked through the one and the other BFF. */
  readonly phones: readonly [Phone, Phone];
  readonly sorts: readonly Sort[];
  readonly cardIds: readonly string[];
  readonly loanId?: string;
  readonly contractNumber?: string;
  readonly homeCity?: 'local' | 'elsewhere';
  readonly preApplication?: PreApplicationBody;
  /** The route whose form comes filled in for them. */
  readonly route?: WithdrawalRouteId;
}

async function enrol(person: TestPerson, onWeapp: boolean, urls: readonly [string, string], control: Control): Promise<Citizen> {
  const phone = onWeapp ? (await verifiedOnWeapp(urls[0], control, person)).phone : await verifiedOnH5(urls[0], control, person);
  await showFace(phone, control);
  const other = new Phone(urls[1]);
  other.token = phone.token;
  const { sorts, homeCity, route } = PARTS[person.key] ?? { sorts: [] };
  const { items } = await phone.ask(endpoints.listBankCards);
  const { loans } = await phone.ask(endpoints.listLoans);
  const loan = loans.state === 'unknown' ? undefined : loans.value[0];
  return {
    key: person.key,
    mobile: person.mobile,
    phones: [phone, other],
    sorts,
    cardIds: items.filter((card) => card.usable).map((card) => card.bankCardId),
    ...(loan === undefined ? {} : { loanId: loan.loanId }),
    ...(person.contractNumber === undefined ? {} : { contractNumber: person.contractNumber }),
    ...(homeCity === undefined ? {} : { homeCity }),
    ...(route === undefined ? {} : { route }),
    ...(sorts.includes('pre-apply') ? { preApplication: await preApplicationOf(phone, person) } : {}),
  };
}

/** Everybody signs in, on H5 and on WeChat by turns, proves who they are and shows their face. */
export async function enrolCitizens(urls: readonly [string, string], control: Control): Promise<readonly Citizen[]> {
  await control.smsLimits(false);
  await control.clerk('manual');
  const people = (await control.people()).filter(({ key }) => PARTS[key] !== undefined);
  if (people.length !== Object.keys(PARTS).length) throw new Error('the core does not know everybody who has a part');
  return Promise.all(people.map((person, nth) => enrol(person, nth % 2 === 1, urls, control)));
}
