import type { Audience } from '@anju/shared/contract';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refusal, SERVED_ENDPOINT } from '../../platform/index.ts';
import type { AnyEndpoint, Caller } from '../../platform/index.ts';
import { IdentifyCaller } from '../use-cases/identify-caller.ts';
import type { CallerRequest } from './current-caller.ts';

/** What operators and their tools ask for; outside the API and its endpoint table. */
const OPERATORS = ['/health', '/metrics', '/docs', '/openapi.json'];

/**
 * Stands before every handler. The audience comes from the endpoint's row of the contract; a handler without a row is not
 * served at all, so that nobody opens a door by forgetting to guard it.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identify: IdentifyCaller,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<CallerRequest>();
    const endpoint = this.reflector.get<AnyEndpoint | undefined>(SERVED_ENDPOINT, context.getHandler());
    if (endpoint === undefined) return passOperators(request.url);
    if (endpoint.audience === 'core') return true;
    const token = bearerOf(request.headers['authorization']);
    const caller = token === undefined || token === '' ? undefined : await this.identify.execute(token);
    if (endpoint.audience !== 'guest') assertLevel(endpoint.audience, caller, token !== undefined);
    if (caller !== undefined) request.caller = caller;
    return true;
  }
}

function passOperators(url: string): boolean {
  const path = url.split('?', 1)[0] ?? '';
  if (OPERATORS.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))) return true;
  throw new Refusal('request.not-found');
}

/** undefined without the header; empty for what cannot be a token (43 characters of base64url), which costs no query. */
function bearerOf(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string' || header.trim() === '') return undefined;
  return /^Bearer ([A-Za-z0-9_-]{43})$/i.exec(header.trim())?.[1] ?? '';
}

function assertLevel(audience: Exclude<Audience, 'guest' | 'core'>, caller: Caller | undefined, tokenGiven: boolean): void {
  if (caller === undefined) throw new Refusal(tokenGiven ? 'session.expired' : 'session.missing');
  if (audience === 'signed-in') return;
  if (caller.level === 'guest') throw new Refusal('identity.not-verified');
  if (audience === 'face' && caller.level !== 'face') throw new Refusal('identity.step-up-needed');
}
