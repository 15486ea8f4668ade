import { FaultTable, listen, refuseInProduction, type Running } from '../kit/index.ts';
import { lookAtCases } from './cases/clerk.ts';
import { controlServer } from './control/control.server.ts';
import { EventPush } from './events/event.push.ts';
import { gatewayServer } from './gateway/gateway.server.ts';
import { bringUpToDate } from './generation/daily.run.ts';
import { generatePeople } from './generation/generate.ts';
import { Core } from './store/core.ts';

export interface CoreFundOptions {
  /** A folder for core.sqlite, or `:memory:`. */
  readonly stateDir: string;
  readonly keyId: string;
  readonly secret: string;
  /** Where events are pushed to; without it there is only the feed. */
  readonly callbackUrl?: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly controlPort: number;
  /** The centre it plays: `xiamen` when absent, or `fuzhou`. */
  readonly centre?: string;
  /** Unix milliseconds of the machine; tests hand in their own. */
  readonly machineNow?: () => number;
  readonly firstPushWaitMs?: number;
}
export interface RunningCoreFund extends Running {
  readonly controlUrl: string;
  /** For tests in the same process. */
  readonly core: Core;
}

const LOOK_EVERY_MS = 500;

/** Starts gateway and control; fills empty books with the people. @throws Error with NODE_ENV=production */
export async function startCoreFund(options: CoreFundOptions): Promise<RunningCoreFund> {
  refuseInProduction('core-fund');
  if (options.keyId === '' || options.secret.length < 16) throw new Error('CORE_KEY_ID must be set and CORE_SECRET have at least 16 characters');
  const machineNow = options.machineNow ?? (() => Date.now());
  const core = new Core(options.stateDir, machineNow, options.centre);
  if (core.meta('booked-through') === undefined) generatePeople(core);
  bringUpToDate(core);
  const key = { keyId: options.keyId, secret: options.secret };
  const faults = new FaultTable();
  const push = new EventPush({ core, key, machineNow, callbackUrl: options.callbackUrl, ...(options.firstPushWaitMs === undefined ? {} : { firstWaitMs: options.firstPushWaitMs }) });
  const gateway = await listen(gatewayServer({ core, key, faults, machineNow, afterWork: () => push.wake() }), options.port);
  const control = await listen(controlServer({ core, faults, push }), options.controlPort);
  const look = setInterval(() => {
    bringUpToDate(core);
    lookAtCases(core);
    push.wake();
  }, LOOK_EVERY_MS);
  return {
    ...gateway,
    controlUrl: control.url,
    core,
    close: async () => {
      clearInterval(look);
      await Promise.all([gateway.close(), control.close(), push.close()]);
      core.store.close();
    },
  };
}
