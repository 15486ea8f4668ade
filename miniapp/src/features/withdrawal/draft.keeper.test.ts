import type { Draft, SaveDraftBody } from '@anju/shared/contract';
import { ApiProblem } from '../../api/problem.ts';
import { TransportFailure } from '../../platform/ports.ts';
import { stepTexts } from '../../texts/withdrawal-form.ts';
import { DraftKeeper } from './draft.keeper.ts';

const MISSING = [{ name: 'cost', kind: 'amount' }, { name: 'relation', kind: 'choice' }] as const;
const refused = (status: number, ...names: readonly string[]) =>
  new ApiProblem({ type: 'about:blank', title: '', status, code: 'request.invalid', requestId: 'r', fields: names.map((field) => ({ field, rule: 'answer', message: 'x' })) });

/** A server with one draft, a phone's store, and timers that run when told to. */
class Fake {
  draft: Draft | null = null;
  trouble: Error | null = null;
  /** Only the next write meets it. */
  troubleOnce: Error | null = null;
  readonly bodies: SaveDraftBody[] = [];
  readonly kept = new Map<string, string>();
  private timers: { readonly work: () => void }[] = [];

  phone(): DraftKeeper {
    return new DraftKeeper({
      store: { get: (key) => this.kept.get(key) ?? null, set: (key, value) => void this.kept.set(key, value), remove: (key) => void this.kept.delete(key), keys: () => [...this.kept.keys()] },
      name: 'd',
      load: () => (this.trouble === null ? Promise.resolve(this.draft) : Promise.reject(this.trouble)),
      save: (body) => this.save(body),
      drop: () => {
        if (this.trouble !== null) return Promise.reject(this.trouble);
        this.draft = null;
        return Promise.resolve();
      },
      later: (_ms, work) => {
        const timer = { work };
        this.timers.push(timer);
        return () => {
          this.timers = this.timers.filter((one) => one !== timer);
        };
      },
    });
  }
  save(body: SaveDraftBody): Promise<Draft | null> {
    this.bodies.push(body);
    const once = this.troubleOnce;
    this.troubleOnce = null;
    if (once !== null) return Promise.reject(once);
    if (this.trouble !== null) return Promise.reject(this.trouble);
    if (this.draft !== null && body.seen !== this.draft.version) return Promise.reject(new ApiProblem({ type: 'about:blank', title: '', status: 409, code: 'draft.changed', requestId: 'r' }));
    const before: Draft = this.draft ?? { route: 'purchase', version: 0, updatedAt: '', at: null, answers: {}, files: [], amountFen: null, bankCardId: null };
    const answers = Object.entries({ ...before.answers, ...body.answers }).filter((pair): pair is [string, string | number] => pair[1] !== null);
    this.draft = {
      ...before, version: before.version + 1, updatedAt: `2026-11-26T02:0${before.version}:00Z`, answers: Object.fromEntries(answers),
      files: body.files ?? before.files, at: body.at === undefined ? before.at : body.at, amountFen: body.amountFen ?? before.amountFen, bankCardId: body.bankCardId ?? before.bankCardId,
    };
    return Promise.resolve(this.draft);
  }
  get waiting(): number {
    return this.timers.length;
  }
  async run(): Promise<void> {
    const due = this.timers;
    this.timers = [];
    due.forEach(({ work }) => work());
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a draft', () => {
  let fake: Fake;
  let keeper: DraftKeeper;
  beforeEach(() => {
    fake = new Fake();
    keeper = fake.phone();
    keeper.open(MISSING, null);
  });

  it('is on the device at once and on the server once nothing is typed for a while, as one write', async () => {
    keeper.change({ answers: { cost: 1 } });
    keeper.change({ answers: { cost: 12 } });
    expect(JSON.parse(fake.kept.get('d') ?? '{}')).toMatchObject({ content: { answers: { cost: 12 } }, seen: null });
    expect([fake.bodies, keeper.current.sync]).toEqual([[], 'saving']);
    await fake.run();
    expect(fake.bodies).toEqual([{ answers: { cost: 12 } }]);
    expect(keeper.current).toMatchObject({ sync: 'saved', held: { seen: 1 } });
    expect(fake.waiting).toBe(0);
  });
  it('waits on the phone without a network, and is written when there is one', async () => {
    fake.trouble = new TransportFailure('offline');
    keeper.change({ answers: { cost: 1 } });
    await fake.run();
    expect(keeper.current.sync).toBe('on-phone');
    expect(fake.waiting).toBe(1);
    fake.trouble = null;
    await fake.run();
    expect([keeper.current.sync, fake.draft?.answers]).toEqual(['saved', { cost: 1 }]);
  });
  it('survives the killed app: another run goes on with what the device has', async () => {
    fake.trouble = new TransportFailure('offline');
    keeper.change({ at: 'relation', answers: { cost: 1 } });
    await fake.run();
    fake.trouble = null;
    const again = fake.phone();
    again.open(MISSING, null);
    expect(again.current.held.content).toMatchObject({ at: 'relation', answers: { cost: 1 } });
    await fake.run();
    expect(fake.draft).toMatchObject({ at: 'relation', answers: { cost: 1 } });
  });
  it('asks nothing again by itself once the session has ended, and stays on the phone', async () => {
    fake.trouble = new ApiProblem({ type: 'about:blank', title: '', status: 401, code: 'session.expired', requestId: 'r' });
    keeper.change({ answers: { cost: 1 } });
    await fake.run();
    expect([keeper.current.sync, fake.waiting]).toEqual(['on-phone', 0]);
    expect(keeper.current.held.content.answers).toEqual({ cost: 1 });
  });
  it('another phone that was first is taken in, and ours written on top of it', async () => {
    keeper.change({ answers: { cost: 1 } });
    await fake.run();
    await fake.save({ seen: 1, answers: { relation: 'owner' } });
    keeper.change({ answers: { cost: 2 } });
    await fake.run();
    await fake.run();
    expect(fake.draft?.answers).toEqual({ cost: 2, relation: 'owner' });
    expect(keeper.current).toMatchObject({ sync: 'saved', overwritten: [], held: { content: { answers: { cost: 2, relation: 'owner' } } } });
  });
  it('tells what another phone had changed too, until the person has read it', async () => {
    keeper.change({ answers: { cost: 1 } });
    await fake.run();
    await fake.save({ seen: 1, answers: { cost: 7 } });
    keeper.change({ answers: { cost: 2 } });
    await fake.run();
    await fake.run();
    expect(keeper.current).toMatchObject({ overwritten: ['cost'], held: { content: { answers: { cost: 7 } } } });
    keeper.told();
    expect(keeper.current.overwritten).toEqual([]);
  });
  it('is gone once it was sent, and a write that was on its way brings nothing back', async () => {
    keeper.change({ answers: { cost: 1 } });
    const writing = keeper.flush();
    keeper.forget();
    await writing;
    expect(fake.kept.size).toBe(0);
    expect(keeper.current.held.seen).toBeNull();
  });
  it('given up, it is gone here and there; where that fails it is still here', async () => {
    keeper.change({ answers: { cost: 1 } });
    await fake.run();
    fake.trouble = new TransportFailure('offline');
    await expect(keeper.giveUp()).rejects.toThrow('offline');
    expect(keeper.current.held.content.answers).toEqual({ cost: 1 });
    fake.trouble = null;
    await keeper.giveUp();
    expect([fake.draft, fake.kept.size]).toEqual([null, 0]);
  });
  it('follows a sign-out that cleared the device', async () => {
    keeper.change({ answers: { cost: 1 } });
    await fake.run();
    fake.kept.clear();
    expect(keeper.current.held.content.answers).toEqual({});
  });
  it('shown again, it asks whether another phone has written meanwhile', async () => {
    keeper.change({ answers: { cost: 1 } });
    await fake.run();
    await fake.save({ seen: 1, answers: { relation: 'spouse' } });
    await keeper.refresh();
    expect(keeper.current.held.content.answers).toEqual({ cost: 1, relation: 'spouse' });
    fake.draft = null;
    await keeper.refresh();
    expect(keeper.current.held.content.answers).toEqual({});
  });
  it('asks again for a file that the service does not have any more, and keeps the rest', async () => {
    const file = (fileId: string) => ({ field: 'invoice', fileId, name: 'a.jpg' });
    fake.troubleOnce = new ApiProblem({ type: 'about:blank', title: '', status: 422, code: 'withdrawal.file-missing', requestId: 'r', fields: [{ field: 'files.0.fileId', rule: 'unknown', message: 'x' }] });
    keeper.change({ files: [file('gone'), file('there')] });
    await fake.run();
    expect([keeper.current.held.content.files, fake.draft?.files]).toEqual([[file('there')], [file('there')]]);
  });
  it.each([400, 422])('is not tried again as it is when the service refuses it (%d), keeps what was typed and says which answer it is', async (status) => {
    fake.trouble = refused(status, 'answers.cost', 'files.0.name', 'files.7.name', 'amountFen');
    keeper.change({ answers: { cost: 1 }, files: [{ field: 'invoice', fileId: 'f', name: 'a.jpg' }] });
    await fake.run();
    expect(keeper.current).toMatchObject({ sync: 'refused', refused: ['cost', 'invoice'], held: { content: { answers: { cost: 1 } } } });
    expect([fake.bodies.length, fake.waiting]).toEqual([1, 0]);
    fake.trouble = null;
    keeper.change({ answers: { cost: 2 } });
    await fake.run();
    expect([keeper.current.sync, fake.draft?.answers]).toEqual(['saved', { cost: 2 }]);
  });
  it('is said not to be saved by the names of its fields, and never to wait for a network then', () => {
    expect(stepTexts.refused(['cost', 'invoice'])).toBe('“费用金额”“发票”填的内容不能保存，请改好。改好以前，填的只存在这部手机里。');
    expect(stepTexts.refused([])).toBe('有内容不能保存，请核对填过的各项。改好以前，填的只存在这部手机里。');
  });
});
