import type { CoreHistory } from '../core-sources.ts';
import { BAR_MATTER, ROUTE, STANDING_KIND, STANDING_STATE } from './core-codes.ts';
import type { WireObject } from './core-fund.wire.ts';
import { code, count, listOrNone, objectOf, text, WireError } from './core-fund.wire.ts';
import { amount, day } from './wire-values.ts';

/** Entries of routes this version has a word for. */
const ofRoutes = (facts: WireObject, field: string): readonly WireObject[] => listOrNone(facts, field).filter((item) => Object.hasOwn(ROUTE, text(item, 'YWLX')));

function pausedRoutes(facts: WireObject): CoreHistory['paused'] {
  const routes = facts['ZTYW'] ?? [];
  if (!Array.isArray(routes)) throw new WireError('ZTYW');
  return routes.flatMap((route: unknown) => (typeof route === 'string' && Object.hasOwn(ROUTE, route) ? [code({ route }, 'route', ROUTE)] : []));
}

/** What GR1002 says of earlier withdrawals and of what runs by itself, from its `TQ` and `ZY`. @throws WireError */
export function historyOf(facts: WireObject, body: WireObject): CoreHistory {
  const barred = facts['JZRQ'] === undefined ? null : objectOf(facts['JZRQ'], 'JZRQ');
  return {
    yearUsed: ofRoutes(facts, 'NDYT').map((item) => ({ route: code(item, 'YWLX', ROUTE), year: count(item, 'ND'), amountFen: amount(item, 'JE') })),
    family: ofRoutes(facts, 'JTYT').map((item) => ({
      route: code(item, 'YWLX', ROUTE), amountFen: amount(item, 'JE'), ...(item['FCBH'] === undefined ? {} : { homeNo: text(item, 'FCBH') }),
    })),
    homesUsed: ofRoutes(facts, 'YYFW').map((item) => ({ route: code(item, 'YWLX', ROUTE), homeNo: text(item, 'FCBH'), on: day(item, 'RQ') })),
    covered: ofRoutes(facts, 'QJ').map((item) => ({ route: code(item, 'YWLX', ROUTE), from: day(item, 'QSRQ'), to: day(item, 'JZRQ') })),
    standing: listOrNone(facts, 'ZDQY')
      .filter((item) => Object.hasOwn(STANDING_KIND, text(item, 'LX')))
      .map((item) => ({ orderNo: text(item, 'QYBH'), kind: code(item, 'LX', STANDING_KIND), state: code(item, 'ZT', STANDING_STATE) })),
    paused: pausedRoutes(facts),
    barred: barred && { matter: code(barred, 'SY', BAR_MATTER), until: day(barred, 'RQ') },
    accountElsewhere: facts['YDZH'] === '1',
    contributionPending: facts['DSBZ'] === '1',
    transferRunning: listOrNone(body, 'ZY').some((item) => item['ZT'] === '1'),
  };
}
