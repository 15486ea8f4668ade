import { FaultTable, createServer, listen, openStore, refuseInProduction, type Running } from '../kit/index.ts';
import { PeopleRegister } from '../kit/people.register.ts';
import { clockOf, readSetting } from '../kit/stand-in.control.ts';
import { PlannedErrors } from './planned.errors.ts';
import { caseTemplate, type MessageTemplate } from './template.fields.ts';
import { wechatControl } from './wechat.control.ts';
import type { WechatContext } from './wechat.context.ts';
import { wechatRoutes } from './wechat.routes.ts';
import { WECHAT_SCHEMA } from './wechat.schema.ts';

/** How to start the stand-in for WeChat's server API. */
export interface WechatOptions {
  /** 0 or absent: a free port. */
  readonly port?: number;
  readonly appId: string;
  readonly appSecret: string;
  /** The id of the case template. */
  readonly templateCase: string;
  /** Further templates, such as a long-term one. */
  readonly templates?: readonly MessageTemplate[];
  /** Where the people come from: the core's control address. */
  readonly peopleUrl?: string;
  /** Directory of the durable state; memory when absent. */
  readonly stateDir?: string;
  /** Pages of the released version, without a leading slash. */
  readonly pages?: readonly string[];
}

/** A running stand-in: its API and its control. */
export interface RunningWechat extends Running {
  readonly controlUrl: string;
}

/** Starts WeChat. */
export async function startWechat(options: WechatOptions): Promise<RunningWechat> {
  refuseInProduction('wechat');
  const store = openStore(options.stateDir ?? ':memory:', 'wechat', WECHAT_SCHEMA);
  const context: WechatContext = {
    store,
    clock: clockOf(store),
    faults: new FaultTable(),
    errors: new PlannedErrors(),
    people: new PeopleRegister(options.peopleUrl),
    appId: options.appId,
    appSecret: options.appSecret,
    templates: [caseTemplate(options.templateCase), ...(options.templates ?? [])],
    pages: options.pages ?? (JSON.parse(readSetting(store, 'pages') ?? '[]') as string[]),
  };
  const app = createServer({ lenientJson: true });
  wechatControl(app, context);
  wechatRoutes(app, context);
  const running = await listen(app, options.port ?? 0);
  const close = async (): Promise<void> => {
    await running.close();
    store.close();
  };
  return { ...running, controlUrl: `${running.url}/control`, close };
}
