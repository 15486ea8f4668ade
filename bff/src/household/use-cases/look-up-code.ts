import { Injectable } from '@nestjs/common';
import { Clock, randomId, Refusal, UnitOfWork } from '../../platform/index.ts';
import { CodeTries, Invitations, isOpen, TRIES_AN_HOUR, TRY_MS } from '../domain/invitation.ts';
import type { Invitation } from '../domain/invitation.ts';

/** Finds an invitation by its code, and keeps anybody from guessing one. */
@Injectable()
export class LookUpCode {
  constructor(
    private readonly invitations: Invitations,
    private readonly tries: CodeTries,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * The try is counted and committed before the code is looked at: a refusal must not roll it back. Only a code that opens something is given back.
   * @throws Refusal `household.too-many-tries` with the seconds to wait, `household.code-wrong`, `household.code-expired`, `household.own-invitation`
   */
  async execute(personId: string, code: string): Promise<Invitation> {
    const now = this.clock.now().getTime();
    const tryId = await this.count(personId, now);
    const invitation = /^\d{6}$/.test(code) ? await this.invitations.byCode(code) : undefined;
    if (invitation === undefined) throw new Refusal('household.code-wrong');
    if (!isOpen(invitation, now)) throw new Refusal('household.code-expired');
    await this.unitOfWork.run(() => this.tries.giveBack(tryId));
    if (invitation.inviterId === personId) throw new Refusal('household.own-invitation');
    return invitation;
  }

  private async count(personId: string, now: number): Promise<string> {
    const tryId = randomId();
    await this.unitOfWork.run(() => this.tries.add(tryId, personId, now));
    const counting = await this.tries.since(personId, now - TRY_MS);
    if (counting.length <= TRIES_AN_HOUR) return tryId;
    await this.unitOfWork.run(() => this.tries.giveBack(tryId));
    throw new Refusal('household.too-many-tries', { retryAfter: Math.max(1, Math.ceil(((counting[0] ?? now) + TRY_MS - now) / 1000)) });
  }
}
