export { Identities } from './identities.port.ts';
export type { Contact, VerifiedIdentity } from './identities.port.ts';
export { IdentityModule } from './identity.module.ts';
export { identityRows } from './identity.rows.ts';
