import type { Channel, WithdrawalAnswers, WithdrawalRouteId } from '@anju/shared/contract';
import { routeDefinition } from '@anju/shared/withdrawal';
import type { AnswerFault, WithdrawalFacts } from '@anju/shared/withdrawal';
import { Injectable } from '@nestjs/common';
import { OpaqueIds, tailOf, within } from '../../account/index.ts';
import { CoreFund } from '../../core-fund/index.ts';
import type { CoreHome } from '../../core-fund/index.ts';
import { FileStore } from '../../file-store/index.ts';
import type { VerifiedIdentity } from '../../identity/index.ts';
import { Clock, randomId, Refusal } from '../../platform/index.ts';
import { newCase } from '../../progress/index.ts';
import type { ServiceCase, WithdrawalWish } from '../../progress/index.ts';
import { resubmissionTexts, submissionTexts } from '../../texts/index.ts';
import { assertAmount, assertAnswered, assertAnswers, assertCard, assertEligible, assertFiles, CONTRACT_NUMBER, contractNumberOf } from './check-wish.ts';
import { HOME_ANSWER } from './chosen-home.ts';
import type { NamedContract } from './chosen-home.ts';
import type { KnownOverview, Situation } from './judge-routes.ts';
import { JudgeRoutes } from './judge-routes.ts';
import { standingOrders } from './withdrawal-facts.ts';

/** How long a contract may be looked up before the clerk is left to do it. */
const CONTRACT_MS = 800;

/** What a person asks for: by form, or once more with one item changed. */
export interface AskedWithdrawal {
  readonly route: WithdrawalRouteId;
  readonly amountFen: number;
  /** The phone's name of the card, or the core's where the card stays as it was. */
  readonly card: { readonly bankCardId: string } | { readonly cardNo: string | undefined };
  readonly answers: WithdrawalAnswers;
  readonly fileIds: readonly string[];
  /** The case it is handed in again for, whose papers may serve once more; `kept` are the answers of then that were not given anew. */
  readonly again?: { readonly caseId: string; readonly wish: WithdrawalWish; readonly kept: readonly string[] };
}
export type WishedWithdrawal = ServiceCase & { readonly wish: WithdrawalWish };

type Payment = Pick<WithdrawalWish, 'cardNo' | 'escrowNo'> & { readonly payee: NonNullable<ServiceCase['payee']> };

/** Holds a wish against the rules on the facts as they are now, and makes it the case it would be. */
@Injectable()
export class JudgeWish {
  constructor(
    private readonly judge: JudgeRoutes,
    private readonly core: CoreFund,
    private readonly ids: OpaqueIds,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal as `SubmitWithdrawal` */
  async execute(person: VerifiedIdentity, channel: Channel, asked: AskedWithdrawal, reading: KnownOverview): Promise<WishedWithdrawal> {
    const { route, amountFen, answers: { [HOME_ANSWER]: chosen, ...answers } } = asked;
    const situation = await this.judge.situation(person.personId, reading);
    const running = situation.live[0];
    if (running !== undefined) throw caseRunning(running);
    const home = this.meant(asked, chosen, situation);
    const facts = this.judge.facts(route, situation, await this.named(person, asked, situation), home);
    assertEligible(this.judge.offer(route, situation, facts).verdict);
    const answered = this.judge.answered(route, facts, answers, situation);
    // What was answered then and is not asked any more, since an answer or a source changed, is left out; the home of then is found already.
    const isKept = (field: string): boolean => asked.again?.kept.some((name) => field === `answers.${name}`) === true;
    assertAnswers([...this.homeFaults(asked, chosen, situation), ...answered.faults].filter(({ rule, field }) => !isKept(field) || (rule !== 'not-asked' && field !== `answers.${HOME_ANSWER}`)));
    const offer = this.judge.offer(route, situation, answered.facts);
    assertEligible(offer.verdict);
    assertAnswered(offer);
    assertAmount(amountFen, offer.verdict, routeDefinition(route).closing === true);
    const { payee, ...payment } = this.payment(person.personId, asked, answered.facts, situation);
    const own = await this.files.own(person.personId, asked.fileIds);
    const kept = asked.again?.wish.fileIds ?? [];
    const usable = own.filter(({ fileId, caseId }) => caseId === null || kept.includes(fileId)).map(({ fileId }) => fileId);
    // Papers of then that no source leaves to be shown any more stay where they are.
    const shown = offer.missing.some(({ kind }) => kind === 'file') ? asked.fileIds : asked.fileIds.filter((fileId) => !kept.includes(fileId));
    const fileIds = assertFiles(shown, usable, offer);
    const wish = { ...wishOf(asked, situation, answered.facts, home), ...payment, ...papersOf(asked, fileIds) };
    const who = { personId: person.personId, customerNo: person.customerNo, channel, ...(asked.again === undefined ? {} : { resubmits: asked.again.caseId }) };
    return { ...newCase({ ...who, route, amountFen, payee, terms: termsOf(route, situation), wish }, randomId(), this.clock.now()), wish };
  }

  /**
   * The home it is about. Handed in again it is that of then, unless another one is chosen now: money and papers never move to another home by themselves.
   * @throws Refusal `case.state-conflict` when that one opens the route no more
   */
  private meant({ route, answers, again }: AskedWithdrawal, chosen: unknown, situation: Situation): CoreHome | undefined {
    const home = this.judge.home(route, situation, chosen);
    const { homeNo, contractNumber } = again?.wish ?? {};
    const isChosenNow = chosen !== undefined && again?.kept.includes(HOME_ANSWER) !== true;
    // A contract that the person named is looked up by its number.
    if (isChosenNow || (homeNo ?? contractNumber) === undefined || answers['contractNumber'] !== undefined) return home;
    const homes = this.judge.homes(route, situation);
    const same = homes.find((one) => (homeNo === undefined ? one.contractNumber === contractNumber : one.homeNo === homeNo));
    if (same === undefined && homes.length > 0) throw new Refusal('case.state-conflict', { reasons: [{ code: 'home-differs' }], detail: resubmissionTexts['home-differs'] });
    return same;
  }

  /** A home that is not among those the person can choose from. */
  private homeFaults({ route }: AskedWithdrawal, chosen: unknown, situation: Situation): readonly AnswerFault[] {
    const homes = this.judge.homes(route, situation);
    if (chosen === undefined || homes.some(({ address }) => address === chosen)) return [];
    return [{ field: `answers.${HOME_ANSWER}`, rule: homes.length < 2 ? 'not-asked' : 'choice' }];
  }

  /** A contract that only the person knows is looked up at once: what the core would refuse for is said first. */
  private async named({ customerNo }: VerifiedIdentity, { route, answers }: AskedWithdrawal, { told }: Situation): Promise<NamedContract | undefined> {
    const number = answers['contractNumber'];
    if (route !== 'purchase' || typeof number !== 'string' || !CONTRACT_NUMBER.test(number)) return undefined;
    const onFile = told.sources.homes?.find(({ contractNumber }) => contractNumberOf(contractNumber) === number)?.contractNumber;
    if (onFile !== undefined) return { number: onFile, check: { result: 'matched' } };
    const read = await within(this.core.checkContract(customerNo, number), CONTRACT_MS);
    return { number, check: read?.kind === 'ok' ? read.value : { result: 'unavailable' } };
  }

  private payment(personId: string, { route, card }: AskedWithdrawal, { home }: WithdrawalFacts, { told: { overview, sources } }: Situation): Payment {
    if (routeDefinition(route).payTo === 'escrow') {
      const escrowNo = typeof home === 'object' ? home.escrowAccount : undefined;
      if (escrowNo === undefined) throw new Refusal('request.invalid', { fields: [{ field: 'answers.escrowAccount', rule: 'required', message: submissionTexts.answerMissing }] });
      const known = sources.homes?.find(({ escrow }) => escrow?.number === escrowNo)?.escrow;
      return { escrowNo, payee: { bank: known?.bank ?? submissionTexts.escrow, tail: tailOf(escrowNo) } };
    }
    const isMeant = ({ cardNo }: { readonly cardNo: string }): boolean =>
      'bankCardId' in card ? this.ids.card(personId, cardNo) === card.bankCardId : cardNo === card.cardNo;
    const { cardNo, bank, number } = assertCard(overview.cards.find(isMeant));
    return { cardNo, payee: { bank, tail: tailOf(number) } };
  }
}

/** What a withdrawal is about, beside where its money goes and its papers. */
function wishOf({ route, answers }: AskedWithdrawal, { account }: Situation, { home, answered = [] }: WithdrawalFacts, registered: CoreHome | undefined): WithdrawalWish {
  const about = typeof home === 'object' ? home : {};
  const homeNo = route === 'renovation' || route === 'down-payment' ? registered?.homeNo : undefined;
  return {
    accountNo: account.accountNo,
    fileIds: [],
    ...(Object.keys(answers).length === 0 ? {} : { answers }),
    ...(answered.length === 0 ? {} : { answered }),
    ...(homeNo === undefined ? {} : { homeNo }),
    ...(route !== 'purchase' || about.contractNumber === undefined ? {} : { contractNumber: about.contractNumber }),
    ...(route !== 'purchase' || about.city === undefined ? {} : { homeIsLocal: about.city === 'local' }),
  };
}

/** Papers that the core has from the case before are named again; they are not handed in twice. */
function papersOf({ again }: AskedWithdrawal, fileIds: readonly string[]): Pick<WithdrawalWish, 'fileIds' | 'materialNos'> {
  const known = again?.wish;
  const same = known !== undefined && known.materialNos !== undefined && fileIds.length === known.fileIds.length && fileIds.every((fileId) => known.fileIds.includes(fileId));
  return same ? { fileIds: known.fileIds, materialNos: known.materialNos } : { fileIds };
}

const termsOf = (route: WithdrawalRouteId, { told }: Situation): ServiceCase['terms'] =>
  routeDefinition(route).closing === true ? { matter: 'closing', ends: standingOrders(told.overview) } : null;

export function caseRunning({ caseId, route }: ServiceCase): Refusal {
  return new Refusal('withdrawal.case-running', { reasons: [{ code: 'case-running', params: { caseId, route } }] });
}
