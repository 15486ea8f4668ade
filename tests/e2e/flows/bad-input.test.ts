import { endpoints } from '@anju/shared/contract';
import type { Problem } from '@anju/shared/contract';
import { residentIdWithCheck } from '@anju/shared/identity';
import { CONSENT_VERSION, proveName, showFace, signInWeapp } from '../world/journeys.ts';
import type { TestPerson } from '../world/control.ts';
import { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(180_000);

describe('bad input', () => {
  let world: World;
  let phone: Phone;
  let body: { route: 'repay-fund-loan'; amountFen: number; bankCardId: string };
  let person: TestPerson;

  beforeAll(async () => {
    world = await openWorld();
    person = await world.control.person('loan-in-order');
    phone = (await signInWeapp(world.bffUrl, world.control, person)).phone;
    await proveName(phone, person);
    await showFace(phone, world.control);
    const form = await phone.ask(endpoints.showForm, { params: { route: 'repay-fund-loan' } });
    body = { route: 'repay-fund-loan', amountFen: form.prefilledFen ?? 0, bankCardId: form.card?.bankCardId ?? '' };
  });
  afterAll(async () => {
    await world?.close();
  });
  afterEach(async () => {
    expect((await phone.ask(endpoints.listCases)).items).toEqual([]);
    expect((await world.control.journal(person.key)).payments).toEqual([]);
  });

  let keys = 0;
  async function submit(over: Record<string, unknown>): Promise<{ status: number; type: string; problem: Problem }> {
    keys += 1;
    const answer = await phone.send('POST', '/api/v1/withdrawals', { key: `bad-${keys}`, json: { ...body, ...over } });
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', problem: answer.body as Problem };
  }
  function expectProblem(answer: { status: number; headers: Headers; body: unknown }, status: number, code: Problem['code']): Problem {
    const problem = answer.body as Problem;
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect({ status: answer.status, code: problem.code }).toEqual({ status, code });
    expect(problem).toMatchObject({ status, type: expect.any(String), title: expect.any(String), requestId: expect.any(String) });
    return problem;
  }

  it.each([
    ['zero', { amountFen: 0 }, 'amountFen'],
    ['negative', { amountFen: -1 }, 'amountFen'],
    ['a fraction', { amountFen: 100.5 }, 'amountFen'],
    ['text', { amountFen: '100' }, 'amountFen'],
    ['beyond what is safe', { amountFen: 9_007_199_254_740_993 }, 'amountFen'],
    ['missing', { amountFen: undefined }, 'amountFen'],
    ['an unknown route', { route: 'lottery' }, 'route'],
    ['an unknown field', { gift: true }, 'gift'],
    ['a long card', { bankCardId: 'x'.repeat(10_000) }, 'bankCardId'],
    ['a card that is a list', { bankCardId: ['a'] }, 'bankCardId'],
    ['files that are no list', { fileIds: 'f' }, 'fileIds'],
    ['answers that are text', { answers: 'x' }, 'answers'],
    ['a 10,000-character contract', { answers: { contractNumber: 'x'.repeat(10_000) } }, 'answers.contractNumber'],
  ])('an amount or field that is %s is refused by name', async (_name, over, field) => {
    const { status, type, problem } = await submit(over);
    expect({ status, code: problem.code }).toEqual({ status: 400, code: 'request.invalid' });
    expect(type).toContain('application/problem+json');
    expect(problem.fields?.some((it) => it.field.startsWith(field))).toBe(true);
  });

  it.each([
    ['card', { bankCardId: '🏠🏠' }, 'bankCardId'],
    ['file', { route: 'purchase', amountFen: 100, answers: { contractNumber: 'X-1', homeCity: 'local' }, fileIds: ['🏠'] }, 'fileIds'],
  ])('an emoji %s is refused by name', async (_name, over, field) => {
    const { status, problem } = await submit(over);
    expect([400, 422]).toContain(status);
    expect(problem.fields?.some((it) => it.field.startsWith(field))).toBe(true);
  });

  it("an amount above the route's maximum names the maximum", async () => {
    const { status, problem } = await submit({ amountFen: body.amountFen + 1 });
    expect({ status, code: problem.code }).toEqual({ status: 422, code: 'withdrawal.amount-above-maximum' });
    expect(problem.fields?.[0]?.field).toBe('amountFen');
  });

  it("a card that is not one's own is refused", async () => {
    const { status, problem } = await submit({ bankCardId: '0'.repeat(body.bankCardId.length) });
    expect({ status, code: problem.code }).toEqual({ status: 422, code: 'withdrawal.card-unknown' });
  });

  it('malformed JSON', async () => {
    expectProblem(await phone.send('POST', '/api/v1/withdrawals', { key: 'malformed', raw: '{"route":', contentType: 'application/json' }), 400, 'request.malformed');
  });

  it('a body that is a list, a text or null', async () => {
    for (const raw of ['[]', '"x"', 'null', '7']) {
      const answer = await phone.send('POST', '/api/v1/withdrawals', { key: `shape-${raw.length}-${raw.charCodeAt(0)}`, raw, contentType: 'application/json' });
      expect(answer.status).toBe(400);
    }
  });

  it('no key, a bad key, and a key reused with another body', async () => {
    expectProblem(await phone.send('POST', '/api/v1/withdrawals', { json: body }), 400, 'idempotency.key-missing');
    expectProblem(await phone.send('POST', '/api/v1/withdrawals', { key: 'k'.repeat(256), json: body }), 400, 'idempotency.key-invalid');
    const marked = { noticeIds: [] as string[] };
    await phone.call(endpoints.markRead, { key: 'reused', body: marked });
    const answer = await phone.send('POST', '/api/v1/notifications/read', { key: 'reused', json: { noticeIds: ['another'] } });
    expectProblem(answer, 422, 'idempotency.body-differs');
  });

  it('a body over 1 MiB', async () => {
    expectProblem(await phone.send('POST', '/api/v1/withdrawals', { key: 'large', json: { ...body, padding: 'x'.repeat(1_100_000) } }), 413, 'request.too-large');
  });

  it('a media type nobody speaks, a path nobody serves, a method nobody serves', async () => {
    expectProblem(await phone.send('POST', '/api/v1/withdrawals', { key: 'xml', raw: '<a/>', contentType: 'application/xml' }), 415, 'request.media-type');
    expectProblem(await phone.send('GET', '/api/v1/lottery'), 404, 'request.not-found');
    expectProblem(await phone.send('GET', '/nowhere'), 404, 'request.not-found');
    const answer = await phone.send('PUT', '/api/v1/home', { json: {} });
    expectProblem(answer, 405, 'request.method-not-allowed');
    expect(answer.headers.get('allow')).toContain('GET');
  });

  it('an id with a wrong checksum, and an id and name that do not match', async () => {
    const guest = (await signInWeapp(world.bffUrl, world.control, { key: 'nobody-yet', mobile: '13900000009' })).phone;
    const good = residentIdWithCheck('35020019900301002');
    const bad = good.slice(0, 17) + (good.endsWith('1') ? '2' : '1');
    const ask = (name: string, idNumber: string) => guest.refused(endpoints.verifyRealName, { body: { name, idType: 'resident-id', idNumber, consentVersion: CONSENT_VERSION } });
    expect(await ask('欧阳明', bad)).toMatchObject({ status: 400, code: 'identity.id-checksum', fields: [{ field: 'idNumber' }] });
    expect(await ask('欧阳明', good)).toMatchObject({ status: 422, code: 'identity.not-matched' });
    expect(await ask('🏠', good)).toMatchObject({ status: 400 });
    expect(await ask('名'.repeat(10_000), good)).toMatchObject({ status: 400, fields: [{ field: 'name' }] });
  });

  it('a WeChat code that expired or was used', async () => {
    const { code } = await world.control.loginCode('someone');
    const guest = new Phone(world.bffUrl);
    await guest.ask(endpoints.signInWithWechat, { body: { code } });
    expect(await guest.refused(endpoints.signInWithWechat, { body: { code } })).toMatchObject({ status: 400, code: 'session.code-used' });
    expect(await guest.refused(endpoints.signInWithWechat, { body: { code: 'never-given' } })).toMatchObject({ status: 400, code: 'session.code-invalid' });
    expect(await guest.refused(endpoints.signInWithWechat, { body: { code: '' } })).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('events from the core with a wrong signature', async () => {
    const guest = new Phone(world.bffUrl);
    expectProblem(await guest.send('POST', '/api/v1/callbacks/core/events', { json: { SJ: [{ SJH: '1' }] } }), 401, 'callback.signature');
  });

  it.each(['/api/v1/cases/', '/api/v1/files/', '/api/v1/accounts/'])('%s with an id that is no id', async (path) => {
    const tail = path.includes('accounts') ? '/entries' : '';
    for (const id of ['🏠', 'x'.repeat(3_000), '..%2f..%2fetc', '%00', "'%20or%201=1"]) {
      const answer = await phone.send('GET', path + (id.includes('%') ? id : encodeURIComponent(id)) + tail);
      expect([400, 404, 414]).toContain(answer.status);
    }
  });

  it('files: empty, too large, and bytes that are not what they say', async () => {
    const upload = (bytes: Buffer, type: string) => {
      const form = new FormData();
      form.set('file', new Blob([new Uint8Array(bytes)], { type }), 'a.jpg');
      return phone.refused(endpoints.uploadFile, { form });
    };
    expect(await upload(Buffer.alloc(0), 'image/jpeg')).toMatchObject({ status: 400, code: 'file.empty' });
    expect(await upload(Buffer.from('GIF89a..........'), 'image/jpeg')).toMatchObject({ status: 415, code: 'file.type-not-allowed' });
    expect(await upload(Buffer.from('<svg onload=alert(1)>'), 'image/png')).toMatchObject({ status: 415, code: 'file.type-not-allowed' });
    expect(await upload(Buffer.alloc(11 * 1024 * 1024, 0xff), 'image/jpeg')).toMatchObject({ status: 413, code: 'file.too-large' });
  });
});
