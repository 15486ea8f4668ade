import type { EndpointName } from '@anju/shared/contract';
import { caller } from './api.ts';
import type { CallOptions, InputOf, Reply } from './caller.ts';

export type { CallOptions, InputOf, Reply } from './caller.ts';

/**
 * Makes one call of the contract's endpoint table: `call('showCase', { params: { caseId } })`.
 * @throws ApiProblem when the BFF says no (its `code` tells why; words: `messageOf`)
 * @throws TransportFailure when no reply comes
 */
export function call<Name extends EndpointName>(name: Name, input: InputOf<Name>, options?: CallOptions): Promise<Reply<Name>> {
  return caller.call(name, input, options);
}
