import { API_BASE, endpoints } from '@anju/shared/contract';
import type { Audience } from '@anju/shared/contract';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEMS } from './problem-table.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const AUDIENCE: Readonly<Record<Audience, string>> = {
  guest: 'Open to everybody.',
  'signed-in': 'Any live session.',
  verified: 'The session belongs to a verified person.',
  face: 'As verified, and a proof of presence within the freshness window.',
  core: 'The core fund system, by its signature.',
};

const KEY_HEADER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: '1 to 255 visible ASCII characters; a repeat replays the first reply with `Idempotency-Replayed: true`.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
} as const;

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    requestId: { type: 'string' },
    detail: { type: 'string' },
    fields: {
      type: 'array',
      items: { type: 'object', required: ['field', 'rule', 'message'], properties: { field: { type: 'string' }, rule: { type: 'string' }, message: { type: 'string' } } },
    },
    reasons: { type: 'array', items: { type: 'object', required: ['code'], properties: { code: { type: 'string' }, params: { type: 'object', additionalProperties: true } } } },
    retryAfter: { type: 'integer' },
  },
} as const;

/** Adds what decorators cannot know: names, audiences, keys and the one shape of failure. */
export function completed(document: OpenAPIObject): OpenAPIObject {
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: problemSchema as never } };
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const item = document.paths[API_BASE + endpoint.path];
    const operation = item?.[endpoint.method.toLowerCase() as 'get' | 'post'];
    if (operation === undefined) continue;
    complete(operation, name, endpoint);
  }
  return document;
}

function complete(operation: Operation, name: string, endpoint: (typeof endpoints)[keyof typeof endpoints]): void {
  operation.operationId = name;
  operation.summary = AUDIENCE[endpoint.audience];
  operation.tags = [endpoint.path.split('/')[1] ?? 'api'];
  operation.security = endpoint.audience === 'guest' || endpoint.audience === 'core' ? [] : [{ session: [] }];
  if (endpoint.keyed) operation.parameters = [...(operation.parameters ?? []), KEY_HEADER as never];
  if (endpoint.body === 'multipart') {
    const file = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } as const;
    operation.requestBody = { required: true, content: { 'multipart/form-data': { schema: file } } } as never;
  }
  operation.responses = {
    [String(endpoint.status)]: { description: 'Success' },
    default: { description: 'Failure', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
  };
}
