import { randomUUID } from 'node:crypto';
import { endpoints } from '@anju/shared/contract';
import type { SubmitWithdrawalBody } from '@anju/shared/contract';
import type { Answer, Phone } from '../e2e/world/phone.ts';
import type { Chance } from './chance.ts';
import type { Citizen, Sort } from './citizens.ts';
import { VOUCHER } from '../stack/voucher.ts';

/** One thing a person wants once. Every tap of it sends the very same request; where several may follow each other, the amount is no other wish's. */
export interface Wish {
  readonly wishId: string;
  readonly sort: Sort;
  readonly citizen: Citizen;
  send(phone: Phone, key: string): Promise<Answer<{ readonly caseId: string }>>;
}

const UPLOAD_TRIES = 3;

/** A purchase needs a paper that no other case has: handed in first, by one key at both BFFs until somebody takes it. */
async function uploaded(citizen: Citizen): Promise<string | undefined> {
  const key = randomUUID();
  for (let tries = 0; tries < UPLOAD_TRIES; tries += 1) {
    const form = new FormData();
    form.set('file', new Blob([VOUCHER], { type: 'application/pdf' }), 'voucher.pdf');
    const phone = citizen.phones[tries % 2 === 0 ? 0 : 1];
    const answer = await phone.call(endpoints.uploadFile, { form, key }).catch(() => undefined);
    if (answer?.status === 201) return answer.body.fileId;
  }
  return undefined;
}

/** What the form offers, to the fen, as it stands now: the whole balance where the account is closed. Nothing while it offers nothing. */
async function prefilled({ phones: [phone], route }: Citizen): Promise<SubmitWithdrawalBody | undefined> {
  if (route === undefined) return undefined;
  const answer = await phone.call(endpoints.showForm, { params: { route } }).catch(() => undefined);
  if (answer?.status !== 200) return undefined;
  const { verdict, missing, prefilledFen, card, escrow } = answer.body;
  if (!verdict.eligible || missing.length > 0 || prefilledFen === null) return undefined;
  return { route, amountFen: prefilledFen, bankCardId: escrow === undefined ? (card?.bankCardId ?? '') : '' };
}

/** Makes wishes with amounts that never come twice. */
export class WishMaker {
  readonly #chance: Chance;
  #made = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** Undefined when what it needs first cannot be had just now. */
  async make(citizen: Citizen): Promise<Wish | undefined> {
    this.#made += 1;
    const nth = this.#made;
    const sort = this.#chance.pick(citizen.sorts);
    const send = await this.#sender(citizen, sort, nth);
    return send === undefined ? undefined : { wishId: `${sort}-${nth}`, sort, citizen, send };
  }

  async #sender(citizen: Citizen, sort: Sort, nth: number): Promise<Wish['send'] | undefined> {
    if (sort === 'prefilled') {
      const body = await prefilled(citizen);
      return body === undefined ? undefined : (phone, key) => phone.call(endpoints.submitWithdrawal, { key, body });
    }
    const bankCardId = this.#chance.pick(citizen.cardIds);
    if (sort === 'withdraw') {
      const body = { route: 'repay-fund-loan' as const, amountFen: 100_000 + nth, bankCardId };
      return (phone, key) => phone.call(endpoints.submitWithdrawal, { key, body });
    }
    if (sort === 'prepay') {
      const body = { amountFen: 1_000_000 + nth * 100, keep: this.#chance.pick(['term', 'instalment'] as const), bankCardId };
      return (phone, key) => phone.call(endpoints.prepay, { key, body, params: { loanId: citizen.loanId ?? '' } });
    }
    if (sort === 'pre-apply') {
      const { preApplication } = citizen;
      if (preApplication === undefined) return undefined;
      const body = { ...preApplication, amountFen: 10_000_000 + nth * 100 };
      return (phone, key) => phone.call(endpoints.preApply, { key, body });
    }
    const fileId = await uploaded(citizen);
    if (fileId === undefined) return undefined;
    const answers = { contractNumber: citizen.contractNumber ?? '', homeCity: citizen.homeCity ?? 'local' };
    const body = { route: 'purchase' as const, amountFen: 200_000 + nth, bankCardId, answers, fileIds: [fileId] };
    return (phone, key) => phone.call(endpoints.submitWithdrawal, { key, body });
  }
}
