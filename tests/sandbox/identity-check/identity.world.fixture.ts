import Fastify, { type FastifyInstance } from 'fastify';
import { residentIdWithCheck } from '@anju/shared/identity';
import { callCloud, type CloudReply, type SignedBy } from '../kit/tencent-cloud.caller.fixture.ts';
import { listen, type Running } from '../kit/index.ts';
import { startIdentityCheck, type IdentityCheckOptions, type RunningIdentityCheck } from './server.ts';

export const KEYS = { secretId: 'AKIDface', secretKey: 'face-key', ruleId: '7' };
export const BY: SignedBy = { secretId: 'AKIDface', secretKey: 'face-key', service: 'faceid', version: '2018-03-01' };

/** A number that passes the check. */
export const someId = (sequence: string): string => residentIdWithCheck(`35020019900101${sequence}`);
export const WANGSHU = { key: 'renter', name: '林望舒', idNumber: someId('123'), mobile: '13812345678' };
export const QIAOSHENG = { key: 'spouse', name: '阮乔生', idNumber: someId('456'), mobile: '18912345678' };

/** The core's control as far as the register asks it; may be made to fail. */
export class PeopleSource {
  private app: FastifyInstance | undefined;
  private running: Running | undefined;
  asked = 0;
  broken = false;

  async start(): Promise<string> {
    this.app = Fastify({ forceCloseConnections: true });
    this.app.get('/people', async (_request, reply) => {
      this.asked += 1;
      if (this.broken) return reply.code(503).send({});
      return { people: [WANGSHU, QIAOSHENG] };
    });
    this.running = await listen(this.app, 0);
    return this.running.url;
  }

  async close(): Promise<void> {
    await this.running?.close();
  }
}

/** Drives one running stand-in. */
export class IdentityDriver {
  private constructor(readonly running: RunningIdentityCheck) {}

  static async start(more: Partial<IdentityCheckOptions> = {}): Promise<IdentityDriver> {
    return new IdentityDriver(await startIdentityCheck({ ...KEYS, ...more }));
  }

  async act(action: string, body: unknown, by: Partial<SignedBy> = {}): Promise<CloudReply> {
    return callCloud(this.running.url, action, body, { ...BY, ...by });
  }

  async detect(change: object = {}): Promise<CloudReply> {
    const body = { RuleId: '7', IdCard: WANGSHU.idNumber, Name: WANGSHU.name, RedirectUrl: 'http://127.0.0.1:3100/?from=face#/pages/identity/face', ...change };
    return this.act('DetectAuth', body);
  }

  async begin(change: object = {}): Promise<string> {
    return String((await this.detect(change)).response['BizToken']);
  }

  async text(BizToken: string): Promise<Record<string, unknown>> {
    return (await this.act('GetDetectInfoEnhanced', { BizToken, RuleId: '7', InfoType: '1' })).response['Text'] as Record<string, unknown>;
  }

  async control(path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const reply = await fetch(`${this.running.controlUrl}${path}`, init);
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
  }

  async page(token: string, outcome?: string): Promise<{ status: number; html: string; location: string | null }> {
    const init = outcome === undefined ? {} : { method: 'POST', body: new URLSearchParams({ outcome }) };
    const reply = await fetch(`${this.running.url}/h5/${token}`, { ...init, redirect: 'manual' });
    return { status: reply.status, html: await reply.text(), location: reply.headers.get('location') };
  }
}
