import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableIndex } from 'typeorm';

/** When each wish for a booked time was first asked for. */
export class CreateBooking1780000000036 implements MigrationInterface {
  readonly name = 'CreateBooking1780000000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(bookingWish, true);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const bookingWish = new Table({
  name: 'booking_wish',
  columns: [
    { name: 'request_no', type: 'varchar', length: '40', isPrimary: true },
    { name: 'asked_at', type: 'bigint' },
  ],
  indices: [new TableIndex({ name: 'ix_booking_wish_asked', columnNames: ['asked_at'] })],
});
