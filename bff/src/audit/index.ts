export { auditRows } from './adapters/audit.rows.ts';
export { AuditModule } from './audit.module.ts';
export { Audit } from './audit.port.ts';
export type { AuditEntry, AuditFact } from './audit.port.ts';
export { VerifyAudit } from './use-cases/verify-audit.ts';
export type { AuditVerdict } from './use-cases/verify-audit.ts';
