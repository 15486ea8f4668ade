import { sourceState } from './shared.facts.ts';
import type { Core } from '../store/core.ts';

export interface ContractRow {
  readonly gfhtbh: string;
  readonly buyer_khbh: string | null;
  readonly answers: number;
  readonly address: string;
  readonly price: number;
  readonly paid: number;
  readonly filed: string;
  readonly local: number;
}
/** What the real-estate register says: 1 agrees, 2 another buyer, 3 not found, 9 the source does not answer. */
export type RegisterAnswer = { readonly result: '1'; readonly contract: ContractRow } | { readonly result: '2' | '3' | '9' };

/** Asks the register about a contract for a buyer. */
export function askRegister(core: Core, khbh: string, gfhtbh: string): RegisterAnswer {
  const contract = core.one<ContractRow>('SELECT * FROM purchase_contract WHERE gfhtbh = ?', gfhtbh.trim());
  const state = sourceState(core, khbh, 'BDC');
  if (state !== 'answers') return { result: state === 'silent' ? '9' : '2' };
  if (contract === undefined) return { result: '3' };
  if (contract.answers === 0) return { result: '9' };
  return contract.buyer_khbh === khbh ? { result: '1', contract } : { result: '2' };
}
