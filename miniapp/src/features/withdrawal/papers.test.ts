import { cardFault, digitsOf, grouped } from './card.number.ts';
import { begunLines } from './drafts.list.ts';
import { fileName, patched, withUploaded, without } from './papers.ts';
import type { Paper } from './papers.ts';
import { wayOutOf } from './way-out.ts';

const paper = (part: Partial<Paper> = {}): Paper => ({ key: 'k', field: 'invoice', file: { name: '发票.jpg', sizeBytes: 1, handle: null }, percent: 0, trouble: null, canRetry: false, replaces: null, ...part });
const file = (fileId: string) => ({ field: 'invoice', fileId, name: `${fileId}.jpg` });

describe('papers', () => {
  it('come last, or take the place of the one they replace, and are never there twice', () => {
    expect(withUploaded([file('a')], paper(), 'b').map((one) => one.fileId)).toEqual(['a', 'b']);
    expect(withUploaded([file('a'), file('b')], paper({ replaces: 'a' }), 'c').map((one) => one.fileId)).toEqual(['c', 'b']);
    expect(withUploaded([file('a')], paper(), 'a')).toHaveLength(1);
    expect(without([file('a'), file('b')], 'a')).toEqual([file('b')]);
  });
  it('are called as they were, as far as a draft keeps a name', () => {
    expect([fileName('发票\u0007.pdf'), fileName(`${'长'.repeat(200)}.pdf`).length, fileName(`${'长'.repeat(200)}.pdf`).endsWith('.pdf')]).toEqual(['发票.pdf', 100, true]);
  });
  it('fail one by one', () => {
    const all = [paper({ key: '1' }), paper({ key: '2' })];
    expect(patched(all, '2', { trouble: 'x', canRetry: true }).map((one) => one.trouble)).toEqual([null, 'x']);
  });
});

describe('a card\'s number', () => {
  it('is grouped for the eye and checked before it is sent', () => {
    expect([digitsOf('6217 0019-3000'), grouped('6217001930000')]).toEqual(['621700193000', '6217 0019 3000 0']);
    expect([cardFault(''), cardFault('621700'), cardFault('6222020000000000001'), cardFault('6222020000000000000')]).toEqual(['请填银行卡号', '卡号还没有填完，一般是 16 到 19 位', '卡号不对，请对照卡片逐位核对', null]);
  });
});

describe('what stands before a form', () => {
  it('has its way out', () => {
    expect(wayOutOf({ code: 'card-missing' })).toEqual({ text: '添加收款卡', url: '/features/withdrawal/pages/cards/index' });
    expect(wayOutOf({ code: 'case-running' }, 'k1')?.url).toContain('caseId=k1');
    expect(wayOutOf({ code: 'case-running', params: { caseId: 'k2' } })?.url).toContain('caseId=k2');
    expect(wayOutOf({ code: 'case-running' })?.url).toBe('/pages/progress/index');
    expect(wayOutOf({ code: 'account-frozen' })).toEqual({ text: '拨打 12329', url: null });
    expect(wayOutOf({ code: 'nothing-repaid' })).toBeNull();
  });
});

describe('what was begun', () => {
  const verdict = (route: 'purchase' | 'rent', part = {}) => ({ route, servedBy: 'online' as const, eligible: true, maxFen: 1, reasons: [], decided: 'at-once' as const, uploads: 0, ...part });
  const kept = new Map<string, string>([['rent', JSON.stringify({ content: { answers: { ownsHome: 1 } }, seen: null })]]);
  const store = { get: (key: string) => kept.get(key) ?? null, set: () => undefined, remove: () => undefined, keys: () => [] };
  const draft = { route: 'purchase' as const, updatedAt: '2026-11-26T02:42:00Z' };
  const list = (routes: readonly ReturnType<typeof verdict>[]) => begunLines(routes, [draft], store, (route) => route);
  it('is offered with when it was saved, also what only this phone has', () => {
    expect(list([verdict('purchase'), verdict('rent')])).toEqual([
      { route: 'purchase', title: '购房提取', note: '11月26日\u00a010:42\u00a0保存' }, { route: 'rent', title: '租房提取', note: '存在这部手机里' },
    ]);
  });
  it('is not offered where it cannot be gone on with', () => {
    expect(list([verdict('purchase', { eligible: false }), verdict('rent', { runningCaseId: 'k' })])).toEqual([]);
  });
});
