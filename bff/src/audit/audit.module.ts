import { Global, Module } from '@nestjs/common';
import { TypeOrmAudit } from './adapters/typeorm-audit.ts';
import { Audit, AuditLog } from './audit.port.ts';
import { VerifyAudit } from './use-cases/verify-audit.ts';
import { WatchAudit } from './use-cases/watch-audit.ts';

/** Global, since every module that changes something says so here. */
@Global()
@Module({
  providers: [TypeOrmAudit, { provide: Audit, useExisting: TypeOrmAudit }, { provide: AuditLog, useExisting: TypeOrmAudit }, VerifyAudit, WatchAudit],
  exports: [Audit, VerifyAudit],
})
export class AuditModule {}
