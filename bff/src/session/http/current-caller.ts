import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import { Refusal } from '../../platform/index.ts';
import type { Caller } from '../../platform/index.ts';

/** The request as the guard leaves it. */
export interface CallerRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  caller?: Caller;
}

/** A caller with papers; what handlers of `verified` and `face` endpoints receive. */
export type PersonCaller = Caller & { readonly personId: string };

/** Who is calling. On a guest endpoint without a live token: 401. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<CallerRequest>();
  if (caller === undefined) throw new Refusal('session.missing');
  return caller;
});

/** The same with the person, for endpoints of level `verified` or `face`. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): PersonCaller => {
  const { caller } = context.switchToHttp().getRequest<CallerRequest>();
  if (caller === undefined) throw new Refusal('session.missing');
  if (caller.personId === undefined) throw new Refusal('identity.not-verified');
  return { ...caller, personId: caller.personId };
});
