import type { IdentityReply } from '@anju/shared/contract';
import type { Session } from '../../session/index.ts';
import { levelOf } from '../../session/index.ts';
import type { Person } from '../domain/person.ts';
import { masked, stepUpOf } from '../domain/person.ts';

/** What a session may know about itself and its person. */
export function identityReply(session: Pick<Session, 'personId' | 'faceUntil'>, person: Person | undefined, now: number): IdentityReply {
  const level = person === undefined ? 'guest' : levelOf(session, now);
  return {
    level,
    ...(person === undefined ? {} : { person: masked(person) }),
    ...(level === 'face' && session.faceUntil !== null ? { faceUntil: new Date(session.faceUntil).toISOString() } : {}),
    stepUp: person === undefined ? 'none' : stepUpOf(person.idType),
    tasks: person === undefined ? [] : person.tasks.map((code) => ({ code })),
  };
}
