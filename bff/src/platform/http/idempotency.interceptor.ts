import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { catchError, finalize, from, mergeMap, of } from 'rxjs';
import type { Observable } from 'rxjs';
import { Refusal } from '../refusal.ts';
import type { Caller } from './caller.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Asking } from './keyed-requests.ts';
import { KeyedRequests } from './keyed-requests.ts';
import { PROBLEMS } from './problem-table.ts';
import { refusalOf } from './problem-of.ts';
import { readUpload } from './read-upload.ts';
import type { UploadRequest } from './read-upload.ts';
import { SERVED_ENDPOINT } from './serves.ts';
import type { AnyEndpoint } from './serves.ts';
import { UploadTurns } from './upload-turns.ts';

type KeyedRequest = UploadRequest & { caller?: Caller };

/**
 * Asked once, done once: claims the `Idempotency-Key` before the handler, stores its reply after it (or finds that the use case
 * has stored it with its work), replays it to whoever asks again. Runs after the guards, so that only a caller reaches it.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly uploads = new UploadTurns();

  constructor(
    private readonly reflector: Reflector,
    private readonly requests: KeyedRequests,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const endpoint = this.reflector.get<AnyEndpoint | undefined>(SERVED_ENDPOINT, context.getHandler());
    if (endpoint?.keyed !== true) return next.handle();
    const request = context.switchToHttp().getRequest<KeyedRequest>();
    const key = keyOf(request.headers['idempotency-key']);
    if (endpoint.body !== 'multipart') return this.askedOnce(endpoint, key, context, next);
    const leave = this.uploads.enter();
    try {
      request.upload = await readUpload(request);
      return (await this.askedOnce(endpoint, key, context, next)).pipe(finalize(leave));
    } catch (error) {
      leave();
      throw error;
    }
  }

  private async askedOnce(endpoint: AnyEndpoint, key: string, context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<KeyedRequest>();
    const claim = await this.requests.claim({ scope: scopeOf(endpoint, request), key, request: wishOf(request), status: endpoint.status });
    if (claim.kind === 'replay') {
      void http.getResponse<FastifyReply>().header('idempotency-replayed', 'true');
      return of(claim.body);
    }
    const { asking } = claim;
    return this.requests.during(asking, () => next.handle()).pipe(
      mergeMap(async (reply: unknown) => {
        await this.requests.store(asking, reply);
        return reply;
      }),
      catchError((error: unknown) => from(this.released(asking, error))),
    );
  }

  /** A refusal (4xx) frees the key; a breakdown or an outage keeps the wish, so that its repeat goes on under the same asking id. */
  private async released(asking: Asking, error: unknown): Promise<never> {
    const refused = PROBLEMS[refusalOf(error).code].status < 500;
    await (refused ? this.requests.free(asking) : this.requests.letGo(asking));
    throw error;
  }
}

function keyOf(header: string | string[] | undefined): string {
  if (header === undefined || header === '') throw new Refusal('idempotency.key-missing');
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(header)) throw new Refusal('idempotency.key-invalid');
  return header;
}

/**
 * A person's key is the same on each of their devices. Calls for any session are scoped to the session: the same call may bind
 * it to a person, and its repeat must still find the key. A guest has only the mobile in the body.
 */
function scopeOf(endpoint: AnyEndpoint, { caller, body }: KeyedRequest): string {
  if (caller?.personId !== undefined && endpoint.audience !== 'signed-in') return `person:${caller.personId}`;
  if (caller !== undefined) return `session:${caller.sessionId}`;
  const mobile = (body as { mobile?: unknown } | null | undefined)?.mobile;
  return `mobile:${typeof mobile === 'string' ? mobile : ''}`;
}

function wishOf(request: KeyedRequest): string {
  const path = request.url.split('?', 1)[0] ?? '';
  const body = request.upload === undefined ? canonicalJson(request.body) : request.upload.sha256;
  return `${request.method} ${path}\n${body}`;
}
