import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../logging/log.ts';
import { Refusal } from '../refusal.ts';
import { isUnforeseen, problemHeaders, problemOf } from './problem-of.ts';
import type { RouteTable } from './route-table.ts';

/** Turns whatever was thrown, by us, Nest or Fastify, into problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly routes: RouteTable,
    private readonly log: Log,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const error = this.wrongMethod(thrown, request, reply) ?? thrown;
    if (isUnforeseen(error)) this.log.event('request.failed', { requestId: request.id, method: request.method, route: request.routeOptions.url ?? 'none' }, error);
    const problem = problemOf(error, request.id);
    if (reply.sent) return;
    void reply.status(problem.status).headers(problemHeaders(problem)).send(JSON.stringify(problem));
  }

  /** Fastify says 404 for a wrong method; the address knows better. */
  private wrongMethod(thrown: unknown, request: FastifyRequest, reply: FastifyReply): Refusal | undefined {
    if (!(thrown instanceof NotFoundException)) return undefined;
    const allowed = this.routes.methodsAt(request.url.split('?', 1)[0] ?? '');
    if (allowed.length === 0 || allowed.includes(request.method)) return undefined;
    void reply.header('allow', allowed.join(', '));
    return new Refusal('request.method-not-allowed');
  }
}
