import { eventsAfter } from '../events/event.journal.ts';
import { count, eventNumber, needed } from '../gateway/field.checks.ts';
import { book, freeSlots, ownBookings, servicePoints, unbook } from './booking.transactions.ts';
import { addCard, removeCard } from './card.transactions.ts';
import { ledger } from './ledger.transaction.ts';
import { applyForLoan, checkMarriage, loanPlan, prepayLoan } from './loan.transactions.ts';
import { changeOrder, listOrders, signOrder } from './order.transactions.ts';
import { overview } from './overview.transaction.ts';
import { useCounterCode, verifyPerson } from './person.transactions.ts';
import { sharedData } from './source.transactions.ts';
import { said, type Transaction } from './transaction.ts';
import { apply, cancelCase, checkContract, progress, whatBecameOf } from './withdrawal.transactions.ts';

/** SJ1001: the feed of events. */
const feed: Transaction = {
  writes: false,
  fields: { SJH: needed(eventNumber), TS: needed(count(1, 200)) },
  run: (call) => ({ SJ: eventsAfter(call.core, Number(said(call, 'SJH')), Number(call.body['TS'])) }),
};

/** Every transaction the gateway knows, by its code. CL1001 has a path of its own. */
export const TRANSACTIONS: Readonly<Record<string, Transaction>> = {
  GR1001: verifyPerson,
  GR1002: overview,
  GR1003: ledger,
  GX1001: sharedData,
  FC1001: checkContract,
  TQ1002: apply,
  TQ1003: whatBecameOf,
  TQ1004: progress,
  TQ1005: cancelCase,
  YH1001: addCard,
  YH1002: removeCard,
  ZD1001: signOrder,
  ZD1002: changeOrder,
  ZD1003: listOrders,
  HY1001: checkMarriage,
  DK1001: loanPlan,
  DK1002: applyForLoan,
  DK1003: prepayLoan,
  WD1001: servicePoints,
  WD1002: freeSlots,
  YY1001: book,
  YY1002: unbook,
  YY1003: ownBookings,
  GT1001: useCounterCode,
  SJ1001: feed,
};
