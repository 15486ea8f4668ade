import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Waiting {
  readonly case_id: string;
}

/**
 * Payments that came back before the archive was told of such are told now: each is promised once, and whoever hands over looks at what is due, so that a
 * case of which the archive knows all, or that can still be handed in again, is left alone.
 */
export class TellArchiveOfReturns1780000000052 implements MigrationInterface {
  readonly name = 'TellArchiveOfReturns1780000000052';

  async up(runner: QueryRunner): Promise<void> {
    const waiting = (await runner.query(`
      SELECT case_id FROM service_case WHERE stage = 'payment-failed'
        AND case_id NOT IN (SELECT id FROM outbox_message WHERE topic = 'archive.hand-over')`)) as readonly Waiting[];
    for (const { case_id: caseId } of waiting) {
      // The case's own id names the message: run again after a crash it is there already.
      await runner.query(
        `INSERT INTO outbox_message (id, topic, message_key, payload, state, attempts, due_at, lease_owner, lease_until, recorded_at, settled_at, reason)
         VALUES (?, 'archive.hand-over', ?, ?, 'waiting', 0, 0, NULL, 0, 0, NULL, NULL)`,
        [caseId, `${caseId}:returned-before`, JSON.stringify({ caseId })],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
