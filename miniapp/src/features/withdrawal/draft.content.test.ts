import type { Draft } from '@anju/shared/contract';
import { contentOf, hasUnsaved, heldFrom, isBegun, NO_CONTENT, NO_DRAFT, reconcile, writeOf, written } from './draft.content.ts';
import type { DraftContent, HeldDraft } from './draft.content.ts';

const server = (version: number, part: Partial<Draft> = {}): Draft => ({
  route: 'purchase', version, updatedAt: '2026-11-26T02:00:00Z', at: null, answers: {}, files: [], amountFen: null, bankCardId: null, ...part,
});
const agreed = (draft: Draft, part: Partial<DraftContent> = {}): HeldDraft => ({ content: { ...contentOf(draft), ...part }, base: contentOf(draft), seen: draft.version, savedAt: draft.updatedAt });
const file = (fileId: string, field = 'invoice') => ({ field, fileId, name: `${fileId}.jpg` });

describe('a write of the draft', () => {
  it('names only the groups in which something changed, each of them whole', () => {
    const missing = [{ name: 'cost', kind: 'amount', group: 'cost' }, { name: 'costOn', kind: 'date', group: 'cost' }, { name: 'relation', kind: 'choice' }] as const;
    const held = agreed(server(3, { answers: { cost: 1, costOn: '2026-01-02', relation: 'owner' } }), { answers: { cost: 2, costOn: '2026-01-02', relation: 'owner' } });
    expect(writeOf(held, missing)).toEqual({ seen: 3, answers: { cost: 2, costOn: '2026-01-02' } });
  });
  it('clears an answer that was taken away', () => {
    const held = agreed(server(3, { answers: { cost: 1, relation: 'owner' } }), { answers: { relation: 'owner' } });
    expect(writeOf(held, [])).toEqual({ seen: 3, answers: { cost: null } });
    expect(reconcile(held, server(3, { answers: { cost: 1, relation: 'owner' } })).held.content.answers).toEqual({ relation: 'owner' });
  });
  it('is not made where nothing changed, nor for merely standing at a question', () => {
    expect(writeOf(agreed(server(1)), [])).toBeNull();
    expect(writeOf({ ...NO_DRAFT, content: { ...NO_CONTENT, at: 'cost' } }, [])).toBeNull();
    expect(writeOf(agreed(server(1, { answers: { cost: 1 } }), { at: 'costOn' }), [])).toEqual({ seen: 1, at: 'costOn' });
  });
  it('the first names no version; files and the amount go with it', () => {
    expect(writeOf({ ...NO_DRAFT, content: { ...NO_CONTENT, files: [file('f1')], amountFen: 5 } }, [])).toEqual({ files: [file('f1')], amountFen: 5 });
  });
  it('leaves what was typed meanwhile unsaved', () => {
    const sent = { ...NO_CONTENT, answers: { cost: 1 } };
    const typedOn = { ...NO_DRAFT, content: { ...NO_CONTENT, answers: { cost: 12 } } };
    const after = written(typedOn, sent, server(1, { answers: { cost: 1 } }));
    expect(after.seen).toBe(1);
    expect(hasUnsaved(after)).toBe(true);
    expect(hasUnsaved(written({ ...NO_DRAFT, content: sent }, sent, server(1, { answers: { cost: 1 } })))).toBe(false);
  });
});

describe('the two copies made one', () => {
  it('on a new phone it is the server\'s', () => {
    const { held, overwritten } = reconcile(NO_DRAFT, server(4, { at: 'costOn', answers: { cost: 1 }, files: [file('f1')] }));
    expect(held.content).toEqual({ ...NO_CONTENT, at: 'costOn', answers: { cost: 1 }, files: [file('f1')] });
    expect(overwritten).toEqual([]);
    expect(hasUnsaved(held)).toBe(false);
  });
  it('what was typed without a network stays and is written next', () => {
    const held = agreed(server(2, { answers: { cost: 1 } }), { answers: { cost: 1, relation: 'owner' } });
    const { held: next } = reconcile(held, server(2, { answers: { cost: 1 } }));
    expect(next.content.answers).toEqual({ cost: 1, relation: 'owner' });
    expect(hasUnsaved(next)).toBe(true);
  });
  it('takes in what another phone added, beside what was added here', () => {
    const held = agreed(server(2, { answers: { cost: 1 } }), { answers: { cost: 1, relation: 'owner' }, files: [file('mine')] });
    const { held: next, overwritten } = reconcile(held, server(5, { answers: { cost: 1, costOn: '2026-01-02' }, files: [file('theirs', 'contract')] }));
    expect(next.content.answers).toEqual({ cost: 1, costOn: '2026-01-02', relation: 'owner' });
    expect(next.content.files.map((one) => one.fileId).sort()).toEqual(['mine', 'theirs']);
    expect(overwritten).toEqual([]);
    expect(next.seen).toBe(5);
  });
  it('where both changed the same answer the other phone\'s stands, and the person is told which', () => {
    const held = agreed(server(2, { answers: { cost: 1 } }), { answers: { cost: 2 }, files: [file('mine')] });
    const { held: next, overwritten } = reconcile(held, server(3, { answers: { cost: 3 }, files: [file('theirs')] }));
    expect(next.content.answers).toEqual({ cost: 3 });
    expect(next.content.files).toEqual([file('theirs')]);
    expect(overwritten).toEqual(['cost', 'invoice']);
  });
  it('an answer asked before the last write changes nothing', () => {
    const held = agreed(server(4, { answers: { cost: 4 } }));
    expect(reconcile(held, server(3, { answers: { cost: 3 } })).held).toEqual(held);
  });
  it('a draft that was sent or given up elsewhere is gone here too, but not what was never saved', () => {
    expect(reconcile(agreed(server(2, { answers: { cost: 1 } })), null).held).toEqual(NO_DRAFT);
    const unsaved = reconcile(agreed(server(2, { answers: { cost: 1 } }), { answers: { cost: 2 } }), null).held;
    expect([unsaved.seen, unsaved.content.answers]).toEqual([null, { cost: 2 }]);
    const never = { ...NO_DRAFT, content: { ...NO_CONTENT, answers: { cost: 1 } } };
    expect(reconcile(never, null).held).toEqual(never);
  });
});

describe('the device\'s copy', () => {
  it('is read back as it was kept; an unreadable one is none', () => {
    const held = agreed(server(2, { answers: { cost: 1 }, at: 'cost' }));
    expect(heldFrom(JSON.stringify(held))).toEqual(held);
    expect([heldFrom(null), heldFrom('{'), heldFrom('{}')]).toEqual([NO_DRAFT, NO_DRAFT, NO_DRAFT]);
    expect([isBegun(held), isBegun(NO_DRAFT)]).toEqual([true, false]);
  });
});
