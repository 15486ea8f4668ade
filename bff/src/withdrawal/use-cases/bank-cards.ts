import type { BankCard, BankCardBody } from '@anju/shared/contract';
import { isBankCardNumber } from '@anju/shared/identity';
import { Injectable } from '@nestjs/common';
import { cardOf, OpaqueIds, OverviewStore } from '../../account/index.ts';
import { Audit } from '../../audit/index.ts';
import { CoreFund } from '../../core-fund/index.ts';
import type { CoreCard, CoreRefusalCode } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import type { VerifiedIdentity } from '../../identity/index.ts';
import { AskedOnce, randomId, Refusal, UnitOfWork } from '../../platform/index.ts';
import { cardTexts } from '../../texts/index.ts';

const compact = (id: string): string => id.replaceAll('-', '');

/** Both refusals of a number name its field; the number itself stands nowhere. */
const wrongNumber = (rule: keyof typeof cardTexts): Refusal => new Refusal('withdrawal.card-unknown', { fields: [{ field: 'number', rule, message: cardTexts[rule] }] });

const RULES: Readonly<Partial<Record<CoreRefusalCode, keyof typeof cardTexts>>> = { 'card-wrong': 'unknown-bank', 'card-not-own-class-one': 'not-own' };

/** Registers a card to be paid to. Whether it is the person's own the core asks the bank; its number is neither kept nor written anywhere here. */
@Injectable()
export class AddBankCard {
  constructor(
    private readonly identities: Identities,
    private readonly core: CoreFund,
    private readonly overviews: OverviewStore,
    private readonly ids: OpaqueIds,
    private readonly audit: Audit,
    private readonly askedOnce: AskedOnce,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws Refusal `request.invalid` for a number that cannot be one, `withdrawal.card-unknown` for another's card or an unknown bank, `core.unreachable` */
  async execute(personId: string, { number }: BankCardBody): Promise<BankCard> {
    const digits = number.replace(/\s/g, '');
    if (!isBankCardNumber(digits)) throw new Refusal('request.invalid', { fields: [{ field: 'number', rule: 'checksum', message: cardTexts.checksum }] });
    const person = await this.identities.of(personId);
    const card = cardOf(await this.registered(person, digits), personId, this.ids);
    this.overviews.makeOld(personId);
    await this.unitOfWork.run(async () => {
      await this.askedOnce.complete(card);
      await this.audit.record({ personId, action: 'bank-card.added', subject: card.bankCardId, outcome: 'done' });
    });
    return card;
  }

  /** Silence is settled by the same call again: a request number that comes twice gets its first answer. */
  private async registered({ customerNo }: VerifiedIdentity, digits: string): Promise<CoreCard> {
    const requestNo = `K${compact(this.askedOnce.askingId() ?? randomId())}`;
    const first = await this.core.addCard(requestNo, customerNo, digits);
    const outcome = first.kind === 'unknown' ? await this.core.addCard(requestNo, customerNo, digits) : first;
    if (outcome.kind === 'accepted') return { ...outcome.value, usable: true };
    if (outcome.kind === 'unknown') throw new Refusal('core.unreachable');
    throw wrongNumber(RULES[outcome.code] ?? 'not-own');
  }
}

/** Takes a card off; whoever has taken it off already, and lost the answer, has what they asked for. */
@Injectable()
export class RemoveBankCard {
  constructor(
    private readonly identities: Identities,
    private readonly core: CoreFund,
    private readonly overviews: OverviewStore,
    private readonly ids: OpaqueIds,
    private readonly audit: Audit,
    private readonly askedOnce: AskedOnce,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * A card that is not among the person's own is off: told as done, another person's too, of which nothing is told or touched.
   * @throws Refusal `case.state-conflict` while something is paid to it, `core.unreachable`, also while only an old list can say that it is gone
   */
  async execute(personId: string, bankCardId: string): Promise<void> {
    const person = await this.identities.of(personId);
    const reading = await this.overviews.read(person);
    if (reading.state === 'unknown') throw new Refusal('core.unreachable');
    const card = reading.overview.cards.find(({ cardNo }) => this.ids.card(personId, cardNo) === bankCardId);
    if (card === undefined && reading.state !== 'fresh') throw new Refusal('core.unreachable');
    if (card !== undefined) await this.takeOff(person, card);
    await this.unitOfWork.run(async () => {
      await this.askedOnce.complete(undefined);
      if (card !== undefined) await this.audit.record({ personId, action: 'bank-card.removed', subject: bankCardId, outcome: 'done' });
    });
  }

  /** Silence is settled by the same call again. */
  private async takeOff({ personId, customerNo }: VerifiedIdentity, { cardNo }: CoreCard): Promise<void> {
    const requestNo = `D${compact(this.askedOnce.askingId() ?? randomId())}`;
    const first = await this.core.removeCard(requestNo, customerNo, cardNo);
    const outcome = first.kind === 'unknown' ? await this.core.removeCard(requestNo, customerNo, cardNo) : first;
    // Not one of the person's cards any more: they have what they asked for.
    const gone = outcome.kind === 'accepted' || (outcome.kind === 'refused' && outcome.code === 'card-not-own-class-one');
    this.overviews.makeOld(personId);
    if (!gone) throw outcome.kind === 'unknown' ? new Refusal('core.unreachable') : new Refusal('case.state-conflict', { reasons: [{ code: 'card-in-use' }], detail: cardTexts.inUse });
  }
}
