import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../platform/index.ts';

const LENGTH = 24;

/**
 * What the phone calls an account, card, loan, booking or standing order. Made from person and number, so that it is stable, needs no table, tells nothing of the
 * number and fits nobody else: another person's id is an id that does not exist.
 */
@Injectable()
export class OpaqueIds {
  constructor(private readonly blindIndex: BlindIndex) {}

  account(personId: string, accountNo: string): string {
    return this.of(personId, accountNo, 'account.id');
  }
  card(personId: string, cardNo: string): string {
    return this.of(personId, cardNo, 'card.id');
  }
  loan(personId: string, loanNo: string): string {
    return this.of(personId, loanNo, 'loan.id');
  }
  booking(personId: string, bookingNo: string): string {
    return this.of(personId, bookingNo, 'booking.id');
  }
  standingOrder(personId: string, orderNo: string): string {
    return this.of(personId, orderNo, 'standing-order.id');
  }
  entry(personId: string, entryNo: string): string {
    return this.of(personId, entryNo, 'entry.id');
  }

  private of(personId: string, number: string, purpose: string): string {
    return this.blindIndex.of(`${personId}|${number}`, purpose).slice(0, LENGTH);
  }
}
