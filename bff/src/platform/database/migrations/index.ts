import { CreatePlatform1780000000001 } from './0001-create-platform.ts';
import { CreateSessionAndIdentity1780000000010 } from './0010-create-session-and-identity.ts';

/** Forward only, in this order; a migration that has run anywhere is never changed. Each module adds its own line. */
export const migrations = [CreatePlatform1780000000001, CreateSessionAndIdentity1780000000010];
