import type { FastifyRequest } from 'fastify';
import { chinaMoment, type FaultTable } from '../../kit/index.ts';
import { bringUpToDate } from '../generation/daily.run.ts';
import type { Core } from '../store/core.ts';
import { CoreRefusal, RESPONSE_WORDS } from './refusal.ts';
import type { SigningKey } from './signature.ts';

export interface GatewaySettings {
  readonly core: Core;
  readonly key: SigningKey;
  readonly faults: FaultTable;
  /** Unix milliseconds of the machine, for signatures; the core's own clock may be ahead. */
  readonly machineNow: () => number;
  /** Called after each piece of work, so that events go out. */
  readonly afterWork: () => void;
}
/** Faults of this gateway beside the kit's: 900503 before the work, 900500 after it. */
export const GATEWAY_FAULTS = ['closing', 'internal'] as const;

export interface Head {
  readonly JYDM: string;
  readonly QQLSH: string;
}
export type Body = Readonly<Record<string, unknown>>;
export interface GatewayAnswer {
  readonly code: string;
  readonly body: Body;
  readonly repeated?: boolean;
}

/** The envelope around an answer. */
export function envelope(core: Core, head: Head, answer: GatewayAnswer): Record<string, unknown> {
  return {
    head: {
      JYDM: head.JYDM, QQLSH: head.QQLSH, XYM: answer.code, XYXX: RESPONSE_WORDS[answer.code] ?? '', XYSJ: chinaMoment(core.now()),
      ...(answer.repeated ? { CFBZ: '1' } : {}),
    },
    body: answer.body,
  };
}

/** Runs work and turns what it throws into an answer; an unexpected error undoes everything and says 900500. */
export function answered(core: Core, work: () => GatewayAnswer): GatewayAnswer {
  try {
    return work();
  } catch (error) {
    if (error instanceof CoreRefusal) return { code: error.code, body: error.body };
    return { code: '900500', body: {} };
  }
}

/** 900503 refuses before the work; 900500 comes after it, so that nobody knows. */
export function withOwnFaults(settings: GatewaySettings, request: FastifyRequest, work: () => GatewayAnswer): GatewayAnswer {
  const struck = (kind: string): boolean => request.struckFaults.some((fault) => fault.kind === kind);
  if (struck('closing')) return { code: '900503', body: {} };
  bringUpToDate(settings.core);
  const answer = answered(settings.core, work);
  settings.afterWork();
  return struck('internal') ? { code: '900500', body: {} } : answer;
}
