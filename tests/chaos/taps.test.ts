import type { Answer, Phone } from '../e2e/world/phone.ts';
import type { Citizen } from './citizens.ts';
import { Taps, codeOf } from './taps.ts';
import type { Wish } from './wishes.ts';

const phone = {} as Phone;
const citizen: Citizen = { key: 'renter', mobile: '', phones: [phone, phone], sorts: ['pre-apply'], cardIds: [] };
type Said = Pick<Answer<unknown>, 'status' | 'body'> | 'silence';

/** A wish whose answers are scripted. */
function wishSaid(...answers: readonly Said[]): Wish {
  const left = [...answers];
  const send = async (): Promise<Answer<{ readonly caseId: string }>> => {
    const said = left.shift() ?? 'silence';
    if (said === 'silence') throw new TypeError('fetch failed');
    return { ...said, headers: new Headers(), body: said.body as { readonly caseId: string } };
  };
  return { wishId: 'wish-1', sort: 'pre-apply', citizen, send };
}
const yes = (caseId: string): Said => ({ status: 201, body: { caseId } });
const no = (status: number, code: string): Said => ({ status, body: { code } });

async function toldBy(wish: Wish, times: number, getsLost = () => false) {
  const taps = new Taps(getsLost);
  for (let tap = 0; tap < times; tap += 1) await taps.tap(wish, 'k', 0);
  const [key] = taps.told().wishes[0]?.keys ?? [];
  return { taps, key };
}

describe('what phones were told', () => {
  it('keeps each case a key was answered with', async () => {
    const { key } = await toldBy(wishSaid(yes('a'), yes('a'), yes('b')), 3);
    expect(key).toEqual({ key: 'k', caseIds: ['a', 'b'], refusals: [], refusedAfterAccepted: false, open: false });
  });

  it.each<[string, Said]>([['silence', 'silence'], ['a breakdown', no(500, 'internal')], ['a core that is away', no(503, 'core.unreachable')], ['too many requests', no(429, 'request.too-many')], ['a first request that runs', no(409, 'idempotency.running')]])('leaves a key open after %s, to be asked again', async (_name, said) => {
    const { taps, key } = await toldBy(wishSaid(said), 1);
    expect([key?.open, taps.silent().map((one) => one.key)]).toEqual([true, ['k']]);
  });

  it('is over with a refusal', async () => {
    const { taps, key } = await toldBy(wishSaid(no(422, 'withdrawal.ineligible')), 1);
    expect([key?.open, key?.refusals, taps.refusals.get('withdrawal.ineligible')]).toEqual([false, ['withdrawal.ineligible'], 1]);
  });

  it('notes a refusal of what had been accepted, but none that was asked for before', async () => {
    expect((await toldBy(wishSaid(yes('a'), no(409, 'loan.case-running')), 2)).key?.refusedAfterAccepted).toBe(true);
    expect((await toldBy(wishSaid(no(409, 'loan.case-running'), yes('a')), 2)).key).toMatchObject({ refusedAfterAccepted: false, caseIds: ['a'], open: false });
  });

  it('holds nothing of an answer that was lost on its way', async () => {
    const { taps, key } = await toldBy(wishSaid(yes('a')), 1, () => true);
    expect([key?.open, key?.caseIds, taps.silences]).toEqual([true, [], 1]);
  });
});

it('an answer asked for anew is no bad input, every other field is', () => {
  const refusal = (...fields: { field: string; rule: string }[]) => codeOf(400, { code: 'request.invalid', fields });
  expect(refusal({ field: 'answers.ownCost', rule: 'required' })).toBe('withdrawal.newly-asked');
  expect(refusal({ field: 'answers.ownCost', rule: 'required' }, { field: 'amountFen', rule: 'min' })).toBe('request.invalid');
  expect([refusal(), codeOf(502, undefined)]).toEqual(['request.invalid', '502']);
});
