import { FaultTable, createServer, listen, openStore, refuseInProduction, type Running } from '../kit/index.ts';
import { clockOf } from '../kit/stand-in.control.ts';
import { tencentCloudRoutes } from '../kit/tencent-cloud.routes.ts';
import { smsControl } from './sms.control.ts';
import { SMS_SCHEMA, sendSms, type SmsContext } from './sms.sending.ts';
import { approvedTemplates } from './sms.templates.ts';

/** How to start the stand-in for Tencent Cloud SMS. */
export interface SmsOptions {
  /** 0 or absent: a free port. */
  readonly port?: number;
  readonly secretId: string;
  readonly secretKey: string;
  readonly sdkAppId: string;
  readonly signName: string;
  readonly templateCode: string;
  readonly templateCase: string;
  /** Directory of the durable state; memory when absent. */
  readonly stateDir?: string;
}

/** A running stand-in: its API and its control. */
export interface RunningSms extends Running {
  readonly controlUrl: string;
}

/** Starts the SMS service. */
export async function startSms(options: SmsOptions): Promise<RunningSms> {
  refuseInProduction('sms');
  const store = openStore(options.stateDir ?? ':memory:', 'sms', SMS_SCHEMA);
  const context: SmsContext = {
    store,
    clock: clockOf(store),
    sdkAppId: options.sdkAppId,
    signName: options.signName,
    templates: approvedTemplates(options.templateCode, options.templateCase),
    planned: [],
  };
  const app = createServer({ lenientJson: true });
  smsControl(app, context, new FaultTable());
  tencentCloudRoutes(app, {
    service: 'sms',
    version: '2021-01-11',
    regions: ['ap-guangzhou', 'ap-beijing', 'ap-nanjing'],
    secretId: options.secretId,
    secretKey: options.secretKey,
    // signatures are held against real time: a clock moved by a test must not lock every caller out
    now: () => Date.now(),
    actions: { SendSms: (parameters) => sendSms(context, parameters) },
  });
  const running = await listen(app, options.port ?? 0);
  const close = async (): Promise<void> => {
    await running.close();
    store.close();
  };
  return { ...running, controlUrl: `${running.url}/control`, close };
}
