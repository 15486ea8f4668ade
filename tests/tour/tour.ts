/**
 * `npm run tour`: the main job by HTTP against the running stack (`npm start` in another window), then the way to a loan as another
 * person and a look at the first one's own loan; each step printed with what came back. People are shown masked, as the BFF shows them.
 */
import { randomUUID } from 'node:crypto';
import { endpoints } from '@anju/shared/contract';
import type { CaseReply } from '@anju/shared/contract';
import { formatYuan } from '@anju/shared/money';
import type { Fen } from '@anju/shared/money';
import { Control } from '../e2e/world/control.ts';
import type { TestPerson } from '../e2e/world/control.ts';
import { proveName, showFace, signInH5, untilCase } from '../e2e/world/journeys.ts';
import { Phone } from '../e2e/world/phone.ts';
import { at } from '../stack/stack.ts';

const port = (name: string, standard: number): string => at(Number(process.env[name] ?? standard));
const control = new Control({
  coreControl: port('ANJU_CORE_CONTROL_PORT', 3202),
  wechat: port('ANJU_WECHAT_PORT', 3203),
  identity: port('ANJU_IDENTITY_PORT', 3204),
  sms: port('ANJU_SMS_PORT', 3205),
});
const bff = port('ANJU_BFF_PORT', 3000);
const yuan = (fen: number): string => `${formatYuan(fen as Fen)} 元`;

let count = 0;
function tell(what: string, result: string): void {
  count += 1;
  console.log(`${String(count).padStart(2)}. ${what}\n    → ${result}`);
}

/** Signs a person in and proves who they are. */
async function enter(person: TestPerson): Promise<Phone> {
  const phone = await signInH5(bff, control, person);
  tell('POST /sessions/sms-codes, POST /sessions/sms', 'signed in with the code from the SMS stand-in');
  await proveName(phone, person);
  const identity = await phone.ask(endpoints.showIdentity);
  tell('POST /identity/real-name', `level ${identity.level}, ${identity.person?.name ?? '—'} ${identity.person?.idNumber ?? ''}`);
  return phone;
}

async function faceShown(phone: Phone): Promise<void> {
  await showFace(phone, control);
  tell('POST /identity/face, …/result', 'the provider says passed; read by the server');
}

const stepsOf = ({ steps }: CaseReply): string => steps.map((step) => `${step.stage}${step.state === 'done' ? '✓' : ''}`).join(' → ');

/** The withdrawal that repays a fund loan, from the balance to the SMS. */
async function withdraw(phone: Phone, person: TestPerson): Promise<void> {
  const home = await phone.ask(endpoints.home);
  const [account] = home.accounts.state === 'unknown' ? [] : home.accounts.value;
  tell('GET /home', account ? `balance ${yuan(account.balanceFen)} as of ${home.accounts.state === 'unknown' ? '' : home.accounts.asOf}` : '暂未取得');
  const form = await phone.ask(endpoints.showForm, { params: { route: 'repay-fund-loan' } });
  tell('GET /withdrawals/routes/repay-fund-loan/form', `prefilled ${form.prefilledFen === null ? '—' : yuan(form.prefilledFen)}, to ${form.card?.bank ?? '—'} **** ${form.card?.tail ?? ''}, ${form.missing.length} fields to type`);
  if (form.prefilledFen === null || !form.verdict.eligible) return tell('not possible now', form.verdict.reasons.map((reason) => reason.code).join(', '));
  await faceShown(phone);
  const submitted = await phone.ask(endpoints.submitWithdrawal, { key: randomUUID(), body: { route: 'repay-fund-loan', amountFen: form.prefilledFen, bankCardId: form.card?.bankCardId ?? '' } });
  tell('POST /withdrawals', `case ${submitted.number}, ${submitted.state}`);
  tell('GET /cases/{caseId}', stepsOf(await untilCase(phone, submitted.caseId, (it) => it.stage === 'paid', 60_000)));
  const journal = await control.journal(person.key);
  tell("the core's journal", `${journal.payments.length} payment, ${yuan(journal.payments[0]?.amount ?? 0)} to **** ${journal.payments[0]?.cardTail ?? ''}; ledger ${journal.balanced ? 'balances' : 'DOES NOT BALANCE'}`);
  const inbox = await phone.ask(endpoints.listNotices);
  tell('GET /notifications', inbox.items.map((notice) => notice.stage).reverse().join(', '));
  tell('SMS stand-in', (await control.sms(person.mobile)).at(-1)?.text ?? '—');
}

/** From what anybody may ask, to the core's own figures, to a pre-application. */
async function borrow(person: TestPerson): Promise<void> {
  const house = { priceFen: 238_000_000, order: 'first', kind: 'new' } as const;
  const estimate = await new Phone(bff).ask(endpoints.estimateLoan, {
    body: { centre: 'xiamen', household: {}, applicants: [{ balanceFen: 3_000_000, monthlyContributionFen: 240_000, contributionMonths: 60, birthDate: '1992-05-27', sex: 'male' }], house },
  });
  tell('POST /loans/estimate, by a guest', `${estimate.amountFen === null ? 'unknown' : yuan(estimate.amountFen)}, bound by ${estimate.binding ?? '—'}`);
  const phone = await enter(person);
  const reply = await phone.ask(endpoints.prequalify, { body: { household: {}, house } });
  const found = reply.estimate.state === 'unknown' ? null : reply.estimate.value;
  const reasons = reply.blockers.map(({ code }) => code).join(', ');
  tell('POST /loans/prequalification', found === null ? '暂未取得' : `at most ${yuan(found.atMostFen ?? 0)} over ${found.termMonths} months, bound by ${found.binding ?? '—'}; ${reasons === '' ? 'nothing in the way' : reasons}`);
  const mostFen = Math.floor((found?.atMostFen ?? 0) / 100) * 100;
  if (found === null || mostFen === 0 || reasons !== '') return;
  const check = await phone.ask(endpoints.checkHouse, { body: { contractNumber: person.contractNumber ?? '' } });
  tell('POST /loans/house-checks', `${check.result}, in the name of ${check.buyer ?? '—'}, ${check.address ?? '—'}`);
  await faceShown(phone);
  const started = await phone.ask(endpoints.preApply, {
    key: randomUUID(),
    body: { amountFen: mostFen, termMonths: found.termMonths, method: 'equal-instalment', household: {}, withPartner: false, house: { ...house, contractNumber: person.contractNumber ?? '' } },
  });
  tell('POST /loans/pre-applications', `case ${started.number}, ${started.state}, ${yuan(mostFen)}`);
  tell('GET /cases/{caseId}', stepsOf(await phone.ask(endpoints.showCase, { params: { caseId: started.caseId } })));
}

/** A loan that runs: its plan, and what paying 50,000 ahead would save. */
async function lookAtLoan(phone: Phone): Promise<void> {
  const { loans } = await phone.ask(endpoints.listLoans);
  const [loan] = loans.state === 'unknown' ? [] : loans.value;
  if (loan === undefined) return tell('GET /loans', 'none');
  const params = { loanId: loan.loanId };
  const { paid, ahead } = await phone.ask(endpoints.showLoanPlan, { params });
  tell('GET /loans/{loanId}/schedule', `${paid.periods} instalments paid, ${ahead.periods} ahead with ${yuan(ahead.interestFen)} of interest, the last on ${ahead.lastDueOn}`);
  const quote = await phone.ask(endpoints.quotePrepayment, { params, body: { amountFen: 5_000_000 } });
  const saved = quote.options.map(({ keep, savedInterestFen }) => `the same ${keep} saves ${yuan(savedInterestFen)}`).join(', ');
  tell('POST /loans/{loanId}/prepayment-quotes', `${yuan(quote.toPayFen)} today, ${yuan(quote.accruedInterestFen)} of it interest; ${saved}`);
}

async function main(): Promise<void> {
  const [, , key = 'loan-in-order'] = process.argv;
  const person = await control.person(key);
  const phone = await enter(person);
  await withdraw(phone, person);
  await borrow(await control.person('buyer-local'));
  await lookAtLoan(phone);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error('Is the stack running? `npm start` in another window.');
  process.exit(1);
});
