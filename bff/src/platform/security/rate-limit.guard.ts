import type { ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { ThrottlerLimitDetail, ThrottlerModuleOptions } from '@nestjs/throttler';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';
import { SERVED_ENDPOINT } from '../http/serves.ts';
import type { AnyEndpoint } from '../http/serves.ts';
import { Refusal } from '../refusal.ts';
import { tokenHash } from './random-token.ts';

const MINUTE_MS = 60_000;
/** A whole office may stand behind one address. */
const SESSIONS_AN_ADDRESS = 20;

/** Limits a minute: one for the session (the address without one), a wider one for the address, so that made-up tokens do not help. */
export const rateLimits = (perMinute: number): ThrottlerModuleOptions => ({
  setHeaders: false,
  throttlers: [
    { name: 'session', ttl: MINUTE_MS, limit: perMinute, getTracker: (request) => sessionOf(request as FastifyRequest) },
    { name: 'address', ttl: MINUTE_MS, limit: perMinute * SESSIONS_AN_ADDRESS, getTracker: (request) => (request as FastifyRequest).ip },
  ],
  generateKey: (_context, tracker, name) => `${name}:${tracker}`,
});

function sessionOf(request: FastifyRequest): string {
  const header = request.headers.authorization;
  return header === undefined ? request.ip : tokenHash(header);
}

/** In process; each instance counts for itself. Operators' addresses and the core's signed pushes are not counted. */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  protected override async shouldSkip(context: ExecutionContext): Promise<boolean> {
    const endpoint = this.reflector.get<AnyEndpoint | undefined>(SERVED_ENDPOINT, context.getHandler());
    return endpoint === undefined || endpoint.audience === 'core';
  }

  protected override async throwThrottlingException(_context: ExecutionContext, detail: ThrottlerLimitDetail): Promise<void> {
    throw new Refusal('request.too-many', { retryAfter: Math.max(1, detail.timeToBlockExpire) });
  }
}
