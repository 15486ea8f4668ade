import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../platform/index.ts';

/** A request number of a booking and the moment that travels with it. */
@Entity('booking_wish')
@Index('ix_booking_wish_asked', ['askedAt'])
export class BookingWishRow {
  @PrimaryColumn({ name: 'request_no', type: 'varchar', length: 40 })
  requestNo!: string;
  @Column(instantColumn({ name: 'asked_at' }))
  askedAt!: Date;
}

export const bookingRows = [BookingWishRow];
