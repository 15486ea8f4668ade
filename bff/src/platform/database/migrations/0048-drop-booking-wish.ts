import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The moment a booking was first asked for stands with its key already, so that this table told it twice. */
export class DropBookingWish1780000000048 implements MigrationInterface {
  readonly name = 'DropBookingWish1780000000048';

  async up(runner: QueryRunner): Promise<void> {
    await runner.dropTable('booking_wish', true);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
