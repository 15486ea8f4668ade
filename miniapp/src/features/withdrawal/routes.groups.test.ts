import type { RouteVerdict } from '@anju/shared/contract';
import { groupRoutes, reasonsInTheWay } from './routes.groups.ts';

const verdict = (route: RouteVerdict['route'], part: Partial<RouteVerdict> = {}): RouteVerdict => ({
  route, servedBy: 'counter', eligible: false, maxFen: null, reasons: [], decided: 'by-clerk', uploads: 0, ...part,
});
const repay = verdict('repay-fund-loan', { servedBy: 'online', eligible: true, maxFen: 578_032, decided: 'at-once' });

describe('the routes page', () => {
  it('puts what is possible first, with its maximum', () => {
    const groups = groupRoutes([verdict('rent', { reasons: [{ code: 'owns-home' }] }), repay]);
    expect(groups.now).toMatchObject([{ route: 'repay-fund-loan', maxFen: 578_032, tag: { text: '即时办结' } }]);
    expect(groups.onlineCount).toBe(1);
    expect(groups.never.map((line) => line.route)).toEqual(['rent']);
  });
  it('says what the maximum is: rent by the month; and that a purchase needs its contract', () => {
    const groups = groupRoutes([verdict('rent', { eligible: true, maxFen: 180_000 }), verdict('purchase', { servedBy: 'online', eligible: true, maxFen: 1_482_084, uploads: 1 })]);
    expect(groups.now.map((line) => [line.route, line.maxLabel])).toEqual([['purchase', '最多（元）'], ['rent', '每月最多（元）']]);
    expect(groups.now[0]?.notes[0]).toBe('凭购房合同');
  });
  it('says how much is asked before the form is opened', () => {
    const [line] = groupRoutes([verdict('build-or-repair', { servedBy: 'online', eligible: true, maxFen: null, questions: 3, uploads: 2 })]).now;
    expect(line?.notes).toEqual(['填\u00a03\u00a0项 · 上传\u00a02\u00a0份材料 · 一般\u00a03\u00a0个工作日']);
  });
  it('leads from a reason to what puts it right', () => {
    const [line] = groupRoutes([verdict('rent', { reasons: [{ code: 'card-missing' }] }), repay]).soon;
    expect(line?.wayOut).toEqual({ text: '添加收款卡', url: '/features/withdrawal/pages/cards/index' });
  });
  it('opens a running case instead of a second application', () => {
    const groups = groupRoutes([{ ...repay, eligible: false, runningCaseId: 'k1', reasons: [{ code: 'case-running' }] }, verdict('death', { reasons: [{ code: 'proof-needed' }] })]);
    expect(groups.now).toMatchObject([{ kind: 'running', caseId: 'k1', maxFen: null }]);
  });
  it('says from when, where only time stands in the way', () => {
    const [line] = groupRoutes([verdict('leave-job', { reasons: [{ code: 'sealed-too-short', params: { months: 6, date: '2027-02-01' } }], eligibleFrom: '2027-02-01' })]).soon;
    expect(line).toMatchObject({ notes: ['账户封存满 6 个月可以办，2027年02月01日起'] });
  });
  it('says a reason that holds back every route once, above the list, and not again on each line', () => {
    const frozen = { code: 'account-frozen' };
    const groups = groupRoutes([verdict('repay-fund-loan', { reasons: [frozen] }), verdict('rent', { reasons: [frozen, { code: 'home-unknown' }] }), verdict('death', { reasons: [{ code: 'proof-needed' }] })]);
    expect(groups.inTheWay).toEqual([frozen]);
    expect(groups.soon.map((line) => line.notes)).toEqual([['解除冻结后再看'], ['暂时查不到本市住房登记，请带身份证到柜台办']]);
  });
  it('sends who has one application running to that one first', () => {
    const groups = groupRoutes([verdict('repay-fund-loan', { reasons: [{ code: 'case-running' }] }), verdict('rent', { reasons: [{ code: 'case-running' }] })]);
    expect(groups.soon.map((line) => line.notes)).toEqual([['上面这件事办好后，再看这一项'], ['上面这件事办好后，再看这一项']]);
  });
  it('does not call a reason common when one route is open', () => {
    expect(reasonsInTheWay([repay, verdict('rent', { reasons: [{ code: 'case-running' }] })])).toEqual([]);
  });
  it('sends routes that only need papers to the counter', () => {
    expect(groupRoutes([verdict('illness', { reasons: [{ code: 'proof-needed' }] })]).counter).toHaveLength(1);
  });
  it('tells one day where two reasons would name two, and keeps months with their number', () => {
    const [line] = groupRoutes([verdict('repay-fund-loan', { reasons: [{ code: 'nothing-repaid' }, { code: 'before-next-date', params: { date: '2027-11-26', months: 12 } }, { code: 'card-missing' }] }), verdict('rent', { eligible: true, maxFen: 1 })]).soon;
    expect(line?.notes).toEqual(['离上次提取不满\u00a012\u00a0个月，2027年11月26日起有新的还款就可以办', '中心没有可用的本人一类银行卡，请先登记收款卡']);
  });
  it('names no interval where the core tells the day alone', () => {
    const [line] = groupRoutes([verdict('rent', { reasons: [{ code: 'before-next-date', params: { date: '2027-01-01' } }] }), repay]).soon;
    expect(line?.notes).toEqual(['上次提取后还没到时间，2027年01月01日起可以办']);
  });
  it('gives every reason, not the first', () => {
    const [line] = groupRoutes([verdict('purchase', { reasons: [{ code: 'card-missing' }, { code: 'nothing-repaid' }] }), repay]).soon;
    expect(line?.notes).toHaveLength(2);
  });
  it('still leads somewhere with a reason it does not know', () => {
    const [line] = groupRoutes([verdict('rent', { reasons: [{ code: 'brand-new' }] }), repay]).soon;
    expect(line?.notes[0]).toContain('12329');
  });
});
