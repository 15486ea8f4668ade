import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Refusal } from '../refusal.ts';
import { SERVED_ENDPOINT } from './serves.ts';
import type { AnyEndpoint } from './serves.ts';

/** Nest's number for `@Body()` among the arguments of a handler. */
const BODY_ARGUMENT = '3:';

/** The body must be of the kind the contract names; a call without a body takes none. */
@Injectable()
export class BodyKindInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = this.reflector.get<AnyEndpoint | undefined>(SERVED_ENDPOINT, context.getHandler());
    if (endpoint === undefined) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const multipart = /^multipart\//i.test(request.headers['content-type'] ?? '');
    if (multipart !== (endpoint.body === 'multipart')) throw new Refusal('request.media-type');
    if (endpoint.audience !== 'core' && !multipart && !takesBody(context)) refuseFields(request.body);
    return next.handle();
  }
}

function takesBody(context: ExecutionContext): boolean {
  const metadata = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as object | undefined;
  return Object.keys(metadata ?? {}).some((argument) => argument.startsWith(BODY_ARGUMENT));
}

function refuseFields(body: unknown): void {
  if (body === undefined || body === null) return;
  if (typeof body !== 'object' || Array.isArray(body)) throw new Refusal('request.malformed');
  const fields = Object.keys(body).slice(0, 20).map((name) => ({ field: name.slice(0, 64), rule: 'unknown', message: 'this field is not known' }));
  if (fields.length > 0) throw new Refusal('request.invalid', { fields });
}
