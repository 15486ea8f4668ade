import type { Endpoint } from '@anju/shared/contract';
import { API_BASE } from '@anju/shared/contract';
import { applyDecorators, Delete, Get, HttpCode, Patch, Post, Put, SetMetadata } from '@nestjs/common';

/** Where the endpoint's row of the contract stands in a handler's metadata. */
export const SERVED_ENDPOINT = 'anju:endpoint';

export type AnyEndpoint = Pick<Endpoint<unknown, unknown, unknown, unknown>, 'method' | 'path' | 'audience' | 'keyed' | 'status' | 'body'>;

const METHODS = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete } as const;

/** `/cases/{caseId}` → `/api/v1/cases/:caseId`. */
export function routePath(path: string): string {
  return API_BASE + path.replace(/\{(\w+)\}/g, ':$1');
}

/**
 * Serves one row of the endpoint table: method, path, status and audience come from the contract, so that a controller cannot
 * disagree with it. The guard and the idempotency interceptor read the row from the metadata.
 */
export function Serves(endpoint: AnyEndpoint): MethodDecorator {
  return applyDecorators(METHODS[endpoint.method](routePath(endpoint.path)), HttpCode(endpoint.status), SetMetadata(SERVED_ENDPOINT, endpoint));
}
