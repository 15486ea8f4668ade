import { Injectable } from '@nestjs/common';
import { Clock, Database, UnitOfWork } from '../../platform/index.ts';
import { hashOf } from '../audit-chain.ts';
import type { AuditEntry, AuditFact } from '../audit.port.ts';
import { Audit, AuditLog } from '../audit.port.ts';
import { AuditEntryRow, AuditHeadRow } from './audit.rows.ts';

const HEAD = { id: 'chain' };

@Injectable()
export class TypeOrmAudit extends Audit implements AuditLog {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  async record(fact: AuditFact): Promise<void> {
    await this.unitOfWork.run(() => this.append(fact));
  }

  /** Raising the sequence first locks the head's row on every engine; what is read after it is the newest, not a snapshot. */
  private async append(fact: AuditFact): Promise<void> {
    const manager = this.database.manager();
    await manager.increment(AuditHeadRow, HEAD, 'sequence', 1);
    const head = await manager.findOneByOrFail(AuditHeadRow, HEAD);
    const unsealed = {
      sequence: head.sequence,
      at: this.clock.now(),
      personId: fact.personId,
      actor: fact.actor ?? 'person',
      action: fact.action,
      subject: fact.subject ?? null,
      outcome: fact.outcome,
      previousHash: head.hash,
    };
    const hash = hashOf(unsealed);
    await manager.insert(AuditEntryRow, { ...unsealed, hash });
    await manager.update(AuditHeadRow, HEAD, { hash });
  }

  async after(sequence: number, limit: number): Promise<readonly AuditEntry[]> {
    const rows = this.database.manager().createQueryBuilder(AuditEntryRow, 'entry');
    return rows.where('entry.sequence > :sequence', { sequence }).orderBy('entry.sequence').limit(limit).getMany();
  }

  async head(): Promise<{ readonly sequence: number; readonly hash: string }> {
    return this.database.manager().findOneByOrFail(AuditHeadRow, HEAD);
  }
}
