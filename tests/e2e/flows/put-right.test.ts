import { endpoints } from '@anju/shared/contract';
import type { CaseFix, CaseReply, ResubmitBody } from '@anju/shared/contract';
import type { TestPerson } from '../world/control.ts';
import { proveName, showFace, signInWeapp, untilCase } from '../world/journeys.ts';
import type { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';
import { VOUCHER } from '../../stack/voucher.ts';

jest.setTimeout(240_000);

/** The core's codes, each with the one item that is wrong; `other`: what is wrong lies outside the application, and it is handed in as it was. */
const REFUSALS: readonly (readonly [code: string, item: CaseFix['item']])[] = [
  ['200001', 'identity'], ['200002', 'identity'], ['200003', 'account'], ['300001', 'amount'], ['300002', 'amount'], ['300003', 'account'], ['300004', 'account'], ['300005', 'date'],
  ['300006', 'date'], ['300007', 'loan'], ['300008', 'card'], ['300009', 'amount'], ['300011', 'loan'], ['300013', 'papers'], ['300014', 'answer'], ['300015', 'answer'], ['300017', 'identity'],
  ['300041', 'date'], ['300042', 'date'], ['300046', 'identity'], ['300049', 'papers'], ['300050', 'papers'], ['300051', 'papers'], ['300053', 'amount'], ['300054', 'date'], ['300055', 'date'],
  ['300056', 'date'], ['300057', 'account'], ['300063', 'amount'], ['300065', 'card'],
];
const NEVER = ['300010', '300016', '300040', '300043', '300047'];

describe('what the core or a clerk refuses', () => {
  let world: World;
  let person: TestPerson;
  let phone: Phone;
  beforeAll(async () => {
    world = await openWorld();
    person = await world.control.person('buyer-elsewhere');
    phone = (await signInWeapp(world.bffUrl, world.control, person)).phone;
    await proveName(phone, person);
    await showFace(phone, world.control);
    // No register answers: a clerk looks at every contract.
    await world.control.sourceIs('BDC', 'silent');
  });
  afterAll(async () => {
    await world?.close();
  });

  async function paper(): Promise<string> {
    const data = new FormData();
    data.set('file', new Blob([VOUCHER], { type: 'application/pdf' }), 'voucher.pdf');
    return (await phone.ask(endpoints.uploadFile, { form: data })).fileId;
  }
  async function submitted(): Promise<string> {
    const form = await phone.ask(endpoints.showForm, { params: { route: 'purchase' } });
    const body = { route: 'purchase' as const, amountFen: 2_000_000, bankCardId: form.card?.bankCardId ?? '', answers: { contractNumber: person.contractNumber ?? '', homeCity: 'elsewhere' }, fileIds: [await paper()] };
    return (await phone.ask(endpoints.submitWithdrawal, { body })).caseId;
  }
  /** The clerk refuses the case that runs, with a code; the case as its person sees it then. */
  async function refused(caseId: string, code: string): Promise<CaseReply> {
    await untilCase(phone, caseId, (it) => !it.awaitingCore);
    const [newest] = await world.control.casesOf(person.key);
    await world.control.refuse(newest?.ywlsh ?? '', '请更正后重新提交', code);
    return untilCase(phone, caseId, (it) => it.stage === 'refused');
  }
  const changeOf: Readonly<Record<string, (turn: number) => Promise<ResubmitBody>>> = {
    amount: async (turn) => ({ amountFen: 1_000_000 + turn }),
    card: async () => {
      const { items } = await phone.ask(endpoints.listBankCards);
      const fresh = items.find(({ tail }) => tail === person.spareCard.slice(-4)) ?? (await phone.ask(endpoints.addBankCard, { body: { number: person.spareCard } }));
      return { bankCardId: fresh.bankCardId };
    },
    papers: async () => ({ fileIds: [await paper()] }),
    answer: async (turn) => ({ answers: { contractNumber: `QZ2026-${String(turn).padStart(4, '0')}` } }),
  };

  it(`is put right by its one wrong item, for ${REFUSALS.length} codes, and paid once in the end`, async () => {
    let caseId = await submitted();
    for (const [turn, [code, item]] of REFUSALS.entries()) {
      const seen = await refused(caseId, code);
      expect({ code, fix: seen.fix }).toMatchObject({ code, fix: { item, resubmit: true } });
      const [before] = await world.control.casesOf(person.key);
      const change = (await changeOf[item]?.(turn)) ?? {};
      const next = await phone.ask(endpoints.resubmitCase, { params: { caseId }, body: change });
      await untilCase(phone, next.caseId, (it) => !it.awaitingCore);
      const [now] = await world.control.casesOf(person.key);
      const { amount, gfhtbh, gfdz, grzh } = before ?? {};
      expect(now).toMatchObject({ gfdz, grzh, amount: change.amountFen ?? amount, gfhtbh: change.answers?.['contractNumber'] ?? gfhtbh });
      expect(await phone.ask(endpoints.showCase, { params: { caseId } })).toMatchObject({ stage: 'refused', resubmittedAs: next.caseId });
      // Asked again, from this phone or another: the case that stands in its place.
      expect((await phone.ask(endpoints.resubmitCase, { params: { caseId }, body: change })).caseId).toBe(next.caseId);
      caseId = next.caseId;
    }
    for (let turn = 0; turn < 4; turn += 1) await world.control.advance((await world.control.casesOf(person.key))[0]?.ywlsh ?? '');
    const paid = await untilCase(phone, caseId, (it) => it.stage === 'paid');
    expect(paid.payee?.tail).toBe(person.spareCard.slice(-4));
    expect((await world.control.journal(person.key)).payments).toHaveLength(1);
    expect(await world.control.casesOf(person.key)).toHaveLength(REFUSALS.length + 1);
  });

  it.each(NEVER)('that nothing can put right (%s) says so, and is not handed in again', async (code) => {
    const other = await world.control.person('illness');
    const own = (await signInWeapp(world.bffUrl, world.control, other)).phone;
    await proveName(own, other);
    await showFace(own, world.control);
    await world.control.sourceIs('RS', 'silent');
    const form = await own.ask(endpoints.showForm, { params: { route: 'illness' } });
    const file = new FormData();
    file.set('file', new Blob([VOUCHER], { type: 'application/pdf' }), 'bill.pdf');
    const papers = form.missing.filter(({ kind }) => kind === 'file');
    const fileIds = await Promise.all(papers.map(async () => (await own.ask(endpoints.uploadFile, { form: file })).fileId));
    const answers = Object.fromEntries(form.missing.filter(({ kind }) => kind !== 'file').map(({ name, kind, choices }) => [name, kind === 'amount' ? 500_000 : kind === 'choice' ? (choices?.[0] ?? '') : form.asOf.slice(0, 10)]));
    const { caseId } = await own.ask(endpoints.submitWithdrawal, { body: { route: 'illness', amountFen: 100_000, bankCardId: form.card?.bankCardId ?? '', answers, fileIds } });
    await untilCase(own, caseId, (it) => !it.awaitingCore);
    await world.control.refuse((await world.control.casesOf(other.key))[0]?.ywlsh ?? '', '不符合条件', code);
    const seen = await untilCase(own, caseId, (it) => it.stage === 'refused');
    expect(seen.fix).toEqual({ item: 'nothing', resubmit: false });
    expect(await own.refused(endpoints.resubmitCase, { params: { caseId }, body: {} })).toMatchObject({ status: 409, code: 'case.state-conflict' });
  });
});
