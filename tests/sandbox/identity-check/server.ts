import { FaultTable, createServer, listen, openStore, refuseInProduction, type Running } from '../kit/index.ts';
import { PeopleRegister } from '../kit/people.register.ts';
import { clockOf } from '../kit/stand-in.control.ts';
import { tencentCloudRoutes } from '../kit/tencent-cloud.routes.ts';
import { IDENTITY_SCHEMA, type IdentityContext } from './face.sessions.ts';
import { facePage } from './face.page.ts';
import { detectAuth, detectInfo, idCardVerification, phoneVerification } from './faceid.actions.ts';
import { identityControl } from './identity.control.ts';

/** How to start the stand-in for Tencent Cloud FaceID. */
export interface IdentityCheckOptions {
  /** 0 or absent: a free port. */
  readonly port?: number;
  readonly secretId: string;
  readonly secretKey: string;
  readonly ruleId: string;
  /** Where the people come from: the core's control address. */
  readonly peopleUrl?: string;
  /** The address people reach the page at; its own when absent. */
  readonly publicBase?: string;
  /** Directory of the durable state; memory when absent. */
  readonly stateDir?: string;
}

/** A running stand-in: its API and its control. */
export interface RunningIdentityCheck extends Running {
  readonly controlUrl: string;
}

/** Starts the identity check. */
export async function startIdentityCheck(options: IdentityCheckOptions): Promise<RunningIdentityCheck> {
  refuseInProduction('identity-check');
  const store = openStore(options.stateDir ?? ':memory:', 'identity-check', IDENTITY_SCHEMA);
  const context: IdentityContext = {
    store,
    clock: clockOf(store),
    people: new PeopleRegister(options.peopleUrl),
    ruleId: options.ruleId,
    publicBase: (options.publicBase ?? '').replace(/\/$/, ''),
  };
  const app = createServer({ lenientJson: true });
  identityControl(app, context, new FaultTable());
  facePage(app, context);
  tencentCloudRoutes(app, {
    service: 'faceid',
    version: '2018-03-01',
    secretId: options.secretId,
    secretKey: options.secretKey,
    // signatures are held against real time: a clock moved by a test must not lock every caller out
    now: () => Date.now(),
    actions: {
      DetectAuth: (parameters) => detectAuth(context, parameters),
      GetDetectInfoEnhanced: (parameters) => detectInfo(context, parameters),
      IdCardVerification: async (parameters) => idCardVerification(context, parameters),
      PhoneVerification: async (parameters) => phoneVerification(context, parameters),
    },
  });
  const running = await listen(app, options.port ?? 0);
  if (context.publicBase === '') context.publicBase = running.url;
  const close = async (): Promise<void> => {
    await running.close();
    store.close();
  };
  return { ...running, controlUrl: `${running.url}/control`, close };
}
