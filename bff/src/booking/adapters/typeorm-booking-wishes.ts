import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../platform/index.ts';
import { BookingWishes } from '../domain/booking-wishes.ts';
import { BookingWishRow } from './booking.rows.ts';

@Injectable()
export class TypeOrmBookingWishes extends BookingWishes {
  constructor(private readonly database: Database) {
    super();
  }

  /** One at a time asks under a number: the key of the request is held by its lease. */
  async firstAsked(requestNo: string, now: Date): Promise<Date> {
    const known = await this.database.manager().findOneBy(BookingWishRow, { requestNo });
    if (known !== null) return known.askedAt;
    await this.database.manager().insert(BookingWishRow, { requestNo, askedAt: now });
    return now;
  }

  async sweep(before: Date): Promise<void> {
    await this.database.manager().delete(BookingWishRow, { askedAt: LessThan(before) });
  }
}
