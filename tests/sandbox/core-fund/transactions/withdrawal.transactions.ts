import { fenFromYuanText } from '@anju/shared/money';
import { cancel, existingCase, receive } from '../cases/case.work.ts';
import { caseOf, wireCase, type CaseRow } from '../cases/case.store.ts';
import { accountNumber, amount, area, caseNumber, code, customer, declaredDay, isOwnNumber, listOf, moment, needed, objectWith, oneOf, optional, requestNumber, text, wireAmount, wireDay } from '../gateway/field.checks.ts';
import { CoreRefusal } from '../gateway/refusal.ts';
import { closeRequestNumber, requestOf } from '../gateway/request.log.ts';
import { askRegister } from '../rules/real-estate.register.ts';
import { ROUTE_CODES, ROUTES } from '../rules/routes.ts';
import type { Application } from '../rules/weighing.ts';
import { judge, personOf } from '../rules/withdrawal.rules.ts';
import type { Core } from '../store/core.ts';
import { said, saidOr, type Call, type Transaction } from './transaction.ts';

/** Declared facts, each in the form it has in GX1001. */
const DECLARED = {
  YZJ: optional(amount), FYJE: optional(amount), FYRQ: optional(declaredDay), GX: optional(oneOf('1', '2', '3', '4', '9')), FWLX: optional(oneOf('1', '2', '3')), SFK: optional(amount), XZ: optional(oneOf('0', '1')),
  HKJE: optional(amount), TXLX: optional(oneOf('1', '2', '3')), DJRQ: optional(declaredDay), JZMJ: optional(area), JDDJ: optional(oneOf('A', 'B', 'C', 'D')), GRZF: optional(amount), JSRQ: optional(declaredDay),
};

/** Money goes to a card, a down payment to the escrow account; the other of the two is unfit. @throws CoreRefusal 100001 */
function checkPayee(call: Call, ywlx: Application['ywlx']): void {
  const [wanted, unfit] = ROUTES[ywlx].pays === 'escrow' ? (['JGZH', 'KBH'] as const) : (['KBH', 'JGZH'] as const);
  if (saidOr(call, wanted) === undefined) throw new CoreRefusal('100001', { ZD: wanted });
  if (saidOr(call, unfit) !== undefined) throw new CoreRefusal('100001', { ZD: unfit });
}

function applicationOf(call: Call): Application {
  const ywlx = said(call, 'YWLX') as Application['ywlx'];
  const contract = saidOr(call, 'GFHTBH');
  const where = saidOr(call, 'GFDZ');
  if (ywlx === 'PURCHASE' && where === undefined) throw new CoreRefusal('100001', { ZD: 'GFDZ' });
  checkPayee(call, ywlx);
  const [kind, card, escrow, home] = [saidOr(call, 'GJHTQYWLX'), saidOr(call, 'KBH'), saidOr(call, 'JGZH'), saidOr(call, 'FCBH')];
  const declared = call.body['SBXX'] as Application['declared'];
  return {
    khbh: said(call, 'KHBH'),
    grzh: said(call, 'GRZH'),
    ywlx,
    tqyy: said(call, 'TQYY'),
    amount: fenFromYuanText(said(call, 'FSE')),
    ...(kind === undefined ? {} : { kind }),
    ...(card === undefined ? {} : { kbh: card }),
    ...(escrow === undefined ? {} : { jgzh: escrow }),
    ...(home === undefined ? {} : { fcbh: home }),
    ...(declared === undefined ? {} : { declared }),
    materials: (call.body['CLBH'] as string[] | undefined) ?? [],
    ...(contract === undefined ? {} : { gfhtbh: contract }),
    ...(where === undefined ? {} : { gfdz: where as '1' | '2' }),
  };
}

/** TQ1002 提取申请. */
export const apply: Transaction = {
  writes: true,
  fields: {
    KHBH: needed(customer), GRZH: needed(accountNumber), YWLX: needed(oneOf(...ROUTE_CODES)), TQYY: needed(code), TQFS: needed(oneOf('02')), FSE: needed(amount),
    GJHTQYWLX: optional(code), KBH: optional(text(1, 32)), JGZH: optional(accountNumber), FCBH: optional(text(1, 40)), SQSJ: needed(moment), GFHTBH: optional(text(1, 30)), GFDZ: optional(oneOf('1', '2')),
    CLBH: optional(listOf(text(1, 40), 20)), SBXX: optional(objectWith(DECLARED)),
  },
  run(call) {
    const { core } = call;
    const application = applicationOf(call);
    const verdict = judge(core, application);
    const row = receive(core, call.requestNo, application, verdict);
    if (personOf(core, row.khbh).drop_first_apply === 1) {
      core.run('UPDATE person SET drop_first_apply = 0 WHERE khbh = ?', row.khbh);
      call.dropLine();
    }
    return wireCase(core, row);
  },
};

/** TQ1003 按请求号查询. A number that never arrived is closed by this answer; those of the runs are the core's to use. */
export const whatBecameOf: Transaction = {
  writes: false,
  fields: { YQQLSH: needed(requestNumber) },
  run(call) {
    const { core } = call;
    const earlier = requestOf(core, said(call, 'YQQLSH'));
    const run = core.one<CaseRow>('SELECT * FROM fund_case WHERE request_no = ?', said(call, 'YQQLSH'));
    if (earlier === undefined && run !== undefined) return wireCase(core, run);
    if (earlier === undefined) {
      if (!isOwnNumber(said(call, 'YQQLSH'))) closeRequestNumber(core, said(call, 'YQQLSH'));
      throw new CoreRefusal('300404');
    }
    if (earlier.code === 'closed') throw new CoreRefusal('300404');
    const body = JSON.parse(earlier.reply) as Record<string, unknown>;
    if (earlier.code !== '000000') throw new CoreRefusal(earlier.code, { ...body, JJBZ: '1' });
    const row = earlier.ywlsh === null ? undefined : caseOf(core, earlier.ywlsh);
    return row === undefined ? body : wireCase(core, row);
  },
};

/** @throws CoreRefusal 200001, 300404 when it is not this person's */
function ownCase(core: Core, khbh: string, ywlsh: string): CaseRow {
  personOf(core, khbh);
  const row = existingCase(core, ywlsh);
  if (row.khbh !== khbh) throw new CoreRefusal('300404');
  return row;
}

/** TQ1004 办理进度. */
export const progress: Transaction = {
  writes: false,
  fields: { KHBH: needed(customer), YWLSH: needed(caseNumber) },
  run: (call) => wireCase(call.core, ownCase(call.core, said(call, 'KHBH'), said(call, 'YWLSH'))),
};

/** TQ1005 撤销. */
export const cancelCase: Transaction = {
  writes: true,
  fields: { KHBH: needed(customer), YWLSH: needed(caseNumber) },
  run: (call) => wireCase(call.core, cancel(call.core, ownCase(call.core, said(call, 'KHBH'), said(call, 'YWLSH')))),
};

/** FC1001 购房合同核验. */
export const checkContract: Transaction = {
  writes: false,
  fields: { KHBH: needed(customer), GFHTBH: needed(text(1, 30)) },
  run(call) {
    personOf(call.core, said(call, 'KHBH'));
    const answer = askRegister(call.core, said(call, 'KHBH'), said(call, 'GFHTBH'));
    if (answer.result !== '1') return { HYJG: answer.result };
    const { contract } = answer;
    return { HYJG: '1', FWZL: contract.address, FWZJ: wireAmount(contract.price), YFJE: wireAmount(contract.paid), BARQ: wireDay(contract.filed), BDSZ: contract.local === 1 ? '1' : '2' };
  },
};
