import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { TencentCloudError, verifyTc3 } from './tencent-cloud.signature.ts';

/** What an action gives back, without the envelope. */
export type ActionReply = Record<string, unknown>;

/** One product of Tencent Cloud served at `/`: its actions, its version and its key. */
export interface TencentProduct {
  readonly service: string;
  readonly version: string;
  readonly secretId: string;
  readonly secretKey: string;
  /** Regions the product takes; absent when it takes none. */
  readonly regions?: readonly string[];
  readonly now: () => number;
  readonly actions: Readonly<Record<string, (parameters: Readonly<Record<string, unknown>>) => ActionReply | Promise<ActionReply>>>;
}

function headersOf(request: FastifyRequest): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') flat[name] = value;
  return flat;
}

function parametersOf(bytes: Buffer): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  } catch {
    // falls through: the same refusal as a body that is no object
  }
  throw new TencentCloudError('InvalidParameter', 'The request body is not a JSON object.');
}

function checkCommon(headers: Readonly<Record<string, string>>, product: TencentProduct): string {
  const action = headers['x-tc-action'];
  const version = headers['x-tc-version'];
  const region = headers['x-tc-region'];
  if (!action) throw new TencentCloudError('MissingParameter', 'The request is missing a required parameter `X-TC-Action`.');
  if (!version) throw new TencentCloudError('MissingParameter', 'The request is missing a required parameter `X-TC-Version`.');
  if (version !== product.version) throw new TencentCloudError('NoSuchVersion', `The version ${version} does not exist.`);
  if (!Object.hasOwn(product.actions, action)) throw new TencentCloudError('InvalidAction', 'The requested action is invalid or not found.');
  if (product.regions && !region) throw new TencentCloudError('MissingParameter', 'The request is missing a required parameter `X-TC-Region`.');
  if (product.regions && region && !product.regions.includes(region)) throw new TencentCloudError('UnsupportedRegion', `The region ${region} is not supported.`);
  return action;
}

async function answer(request: FastifyRequest, product: TencentProduct): Promise<ActionReply> {
  const headers = headersOf(request);
  const mark = request.url.indexOf('?');
  const query = mark < 0 ? '' : request.url.slice(mark + 1);
  verifyTc3({ method: request.method, query, headers, payload: request.rawBody }, { ...product, nowMs: product.now() });
  const action = checkCommon(headers, product);
  const run = product.actions[action];
  if (!run) throw new TencentCloudError('InvalidAction', 'The requested action is invalid or not found.');
  return run(parametersOf(request.rawBody));
}

/** Serves a product at `POST /`: HTTP 200 always, `{"Response":{…,"RequestId"}}`, errors inside. */
export function tencentCloudRoutes(app: FastifyInstance, product: TencentProduct): void {
  app.post('/', async (request, reply) => {
    const RequestId = randomUUID();
    void reply.type('application/json');
    try {
      return { Response: { ...(await answer(request, product)), RequestId } };
    } catch (error) {
      if (!(error instanceof TencentCloudError)) throw error;
      return { Response: { Error: { Code: error.code, Message: error.message }, RequestId } };
    }
  });
}

/** A required text parameter. */
export function textParameter(parameters: Readonly<Record<string, unknown>>, name: string): string {
  const value = parameters[name];
  if (value === undefined || value === null || value === '') throw new TencentCloudError('MissingParameter', `The request is missing a required parameter \`${name}\`.`);
  if (typeof value !== 'string') throw new TencentCloudError('InvalidParameter', `The value type of parameter \`${name}\` is not valid.`);
  return value;
}

/** Refuses a parameter the action does not have, as Tencent Cloud does. */
export function onlyParameters(parameters: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  const stranger = Object.keys(parameters).find((name) => !names.includes(name));
  if (stranger !== undefined) throw new TencentCloudError('UnknownParameter', `The parameter \`${stranger}\` is not recognized.`);
}
