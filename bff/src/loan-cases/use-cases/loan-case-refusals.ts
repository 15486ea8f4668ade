import type { CaseMatter, ProblemCode, ProblemField, ProblemReason } from '@anju/shared/contract';
import { Refusal } from '../../platform/index.ts';
import type { ServiceCase } from '../../progress/index.ts';

/** Named, so that the phone can open it; a case that only the core knows has no id here. */
export function loanCaseRunning({ caseId, route }: Partial<Pick<ServiceCase, 'caseId'>> & { readonly route: CaseMatter }): Refusal {
  const params = caseId === undefined ? { route } : { caseId, route };
  return new Refusal('loan.case-running', { reasons: [{ code: 'case-running', params }] });
}

export function loanIneligible(reasons: readonly ProblemReason[]): Refusal {
  return new Refusal('loan.ineligible', { reasons });
}

export function refusedField(code: ProblemCode, field: string, rule: string, message: string): Refusal {
  const fields: readonly ProblemField[] = [{ field, rule, message }];
  return new Refusal(code, { fields });
}
