import { endpoints } from '@anju/shared/contract';
import type { Draft } from '@anju/shared/contract';
import { VOUCHER } from '../../stack/voucher.ts';
import { proveName, signInH5, signInWeapp } from '../world/journeys.ts';
import type { TestPerson } from '../world/control.ts';
import type { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(120_000);
const route = 'purchase';
const SCRIPTED = VOUCHER.replace('/Type/Catalog', '/Type/Catalog/OpenAction<</S/JavaScript/JS(x)>>');

describe('what is filled in and not sent', () => {
  let world: World;
  let person: TestPerson;
  let phone: Phone;
  beforeAll(async () => {
    world = await openWorld();
    person = await world.control.person('buyer-elsewhere');
    phone = (await signInWeapp(world.bffUrl, world.control, person)).phone;
    await proveName(phone, person);
  });
  afterAll(async () => {
    await world?.close();
  });
  const saved = async (from: Phone, body: object): Promise<Draft> => {
    const { draft } = await from.ask(endpoints.saveDraft, { params: { route }, body });
    if (draft === null) throw new Error('nothing was saved');
    return draft;
  };
  const form = (content: string): FormData => {
    const data = new FormData();
    data.set('file', new Blob([content], { type: 'application/pdf' }), 'a.pdf');
    return data;
  };

  it('survives the session and goes on at another phone, with the paper that was handed in', async () => {
    const file = await phone.ask(endpoints.uploadFile, { form: form(VOUCHER), key: 'paper' });
    const again = await phone.call(endpoints.uploadFile, { form: form(VOUCHER), key: 'paper' });
    expect([again.body.fileId, again.headers.get('idempotency-replayed')]).toEqual([file.fileId, 'true']);
    const first = await saved(phone, { at: 'paymentVoucher', answers: { contractNumber: 'XM2026-0001' } });
    const mine = await saved(phone, { seen: first.version, files: [{ field: 'paymentVoucher', fileId: file.fileId, name: '发票.pdf' }] });
    await phone.ask(endpoints.signOut);
    const other = await signInH5(world.bffUrl, world.control, person);
    await proveName(other, person);
    const { draft } = await other.ask(endpoints.showDraft, { params: { route } });
    expect(draft).toEqual(mine);
    expect(await other.ask(endpoints.showFile, { params: { fileId: draft?.files[0]?.fileId ?? '' } })).toEqual(file);
    expect((await other.ask(endpoints.listRoutes)).drafts).toMatchObject([{ route }]);
    await saved(other, { seen: mine.version, answers: { homeCity: 'elsewhere' } });
    expect(await other.refused(endpoints.saveDraft, { params: { route }, body: { seen: mine.version, answers: { homeCity: 'local' } } })).toMatchObject({ status: 409, code: 'draft.changed' });
    await other.ask(endpoints.dropDraft, { params: { route } });
    expect(await other.ask(endpoints.showDraft, { params: { route } })).toEqual({ draft: null });
    phone = other;
  });

  it('takes no paper that is cut off, acts, or hides another', async () => {
    const refused = async (content: string) => (await phone.refused(endpoints.uploadFile, { form: form(content) })).code;
    expect(await refused(VOUCHER.slice(0, VOUCHER.length / 2))).toBe('file.damaged');
    expect(await refused(SCRIPTED)).toBe('file.active-content');
    expect(await refused(`PK${VOUCHER}`)).toBe('file.type-not-allowed');
  });
});
