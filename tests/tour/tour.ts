/**
 * `npm run tour`: the main job by HTTP against the running stack (`npm start` in another window), each step printed with what came
 * back. The person is shown masked, as the BFF shows them.
 */
import { randomUUID } from 'node:crypto';
import { endpoints } from '@anju/shared/contract';
import { formatYuan } from '@anju/shared/money';
import type { Fen } from '@anju/shared/money';
import { Control } from '../e2e/world/control.ts';
import { proveName, showFace, signInH5, untilCase } from '../e2e/world/journeys.ts';
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

async function main(): Promise<void> {
  const [, , key = 'loan-in-order'] = process.argv;
  const person = await control.person(key);
  const phone = await signInH5(bff, control, person);
  tell('POST /sessions/sms-codes, POST /sessions/sms', 'signed in with the code from the SMS stand-in');
  await proveName(phone, person);
  const identity = await phone.ask(endpoints.showIdentity);
  tell('POST /identity/real-name', `level ${identity.level}, ${identity.person?.name ?? '—'} ${identity.person?.idNumber ?? ''}`);

  const home = await phone.ask(endpoints.home);
  const [account] = home.accounts.state === 'unknown' ? [] : home.accounts.value;
  tell('GET /home', account ? `balance ${yuan(account.balanceFen)} as of ${home.accounts.state === 'unknown' ? '' : home.accounts.asOf}` : '暂未取得');

  const estimate = await phone.ask(endpoints.estimateLoan, {
    body: {
      centre: 'xiamen',
      household: {},
      applicants: [{ balanceFen: account?.balanceFen ?? 0, monthlyContributionFen: account?.monthlyFen ?? 0, contributionMonths: 60, birthDate: '1990-01-01', sex: 'male' }],
      house: { priceFen: 200_000_000, order: 'first', kind: 'new' },
    },
  });
  tell('POST /loans/estimate', `${estimate.amountFen === null ? 'unknown' : yuan(estimate.amountFen)}, bound by ${estimate.binding ?? '—'}`);

  const form = await phone.ask(endpoints.showForm, { params: { route: 'repay-fund-loan' } });
  tell('GET /withdrawals/routes/repay-fund-loan/form', `prefilled ${form.prefilledFen === null ? '—' : yuan(form.prefilledFen)}, to ${form.card?.bank ?? '—'} **** ${form.card?.tail ?? ''}, ${form.missing.length} fields to type`);
  if (form.prefilledFen === null || !form.verdict.eligible) {
    tell('not possible now', form.verdict.reasons.map((reason) => reason.code).join(', '));
    return;
  }
  await showFace(phone, control);
  tell('POST /identity/face, …/result', 'the provider says passed; read by the server');
  const submitted = await phone.ask(endpoints.submitWithdrawal, { key: randomUUID(), body: { route: 'repay-fund-loan', amountFen: form.prefilledFen, bankCardId: form.card?.bankCardId ?? '' } });
  tell('POST /withdrawals', `case ${submitted.number}, ${submitted.state}`);
  const done = await untilCase(phone, submitted.caseId, (it) => it.stage === 'paid', 60_000);
  tell('GET /cases/{caseId}', done.steps.map((step) => `${step.stage}${step.state === 'done' ? '✓' : ''}`).join(' → '));
  const journal = await control.journal(person.key);
  tell("the core's journal", `${journal.payments.length} payment, ${yuan(journal.payments[0]?.amount ?? 0)} to **** ${journal.payments[0]?.cardTail ?? ''}; ledger ${journal.balanced ? 'balances' : 'DOES NOT BALANCE'}`);
  const inbox = await phone.ask(endpoints.listNotices);
  tell('GET /notifications', inbox.items.map((notice) => notice.stage).reverse().join(', '));
  tell('SMS stand-in', (await control.sms(person.mobile)).at(-1)?.text ?? '—');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error('Is the stack running? `npm start` in another window.');
  process.exit(1);
});
