import type { Loan, LoansReply, PrepaymentQuoteReply } from '@anju/shared/contract';
import { useEffect, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useQuery } from '../../api/use-query.ts';
import type { Query } from '../../api/use-query.ts';
import { isJoint } from './loan.plan.ts';
import { readPrepaymentDraft } from './loan.draft.ts';
import type { PrepaymentDraft } from './loan.draft.ts';
import { quoteAsked } from './prepayment.view.ts';
import type { QuoteAsked } from './prepayment.view.ts';
import { useKept } from './use-kept.ts';
import type { Kept } from './use-kept.ts';

/** A quote is asked when the typing rests. */
const REST_MS = 400;

function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

export interface QuoteState {
  readonly loans: Query<LoansReply>;
  readonly loan: Loan | null;
  /** Loans came, and this one is not among those the person may prepay. */
  readonly gone: boolean;
  readonly kept: Kept<PrepaymentDraft>;
  readonly asked: QuoteAsked;
  readonly quote: Query<PrepaymentQuoteReply>;
  /** A quote for what stands in the field now. */
  readonly current: PrepaymentQuoteReply | null;
}

/** The loan, what the person wants to repay, and what the core's figures say to it. */
export function useQuote(loanId: string): QuoteState {
  const { session, ended } = useSession();
  const enabled = (session !== null || ended) && loanId !== '';
  const loans = useQuery('listLoans', {}, { enabled, keepLast: true });
  const kept = useKept(`prepayment:${loanId}`, readPrepaymentDraft);
  const dated = loans.value?.loans;
  const list = dated === undefined || dated.state === 'unknown' ? null : dated.value;
  const loan = list?.find((one) => one.loanId === loanId && !isJoint(one)) ?? null;
  const asked: QuoteAsked = loan === null ? { error: null } : quoteAsked(kept.draft, loan.balanceFen);
  const wanted = 'body' in asked ? JSON.stringify(asked.body) : '';
  const rested = useRested(wanted);
  const ready = rested !== '' && rested === wanted;
  const quote = useQuery('quotePrepayment', { params: { loanId }, body: ready && 'body' in asked ? asked.body : {} }, { enabled: enabled && loan !== null && ready });
  const current = ready ? quote.value : null;
  return { loans, loan, gone: list !== null && loan === null, kept, asked, quote, current };
}
