import { randomUUID } from 'node:crypto';
import { SystemClock, SilentLog } from '../../../bff/src/platform/index.ts';
import { CoreCalls } from '../../../bff/src/core-fund/adapters/core-calls.ts';
import type { LineAnswer } from '../../../bff/src/core-fund/adapters/core-line.ts';
import { unfitField } from '../../sandbox/core-fund/gateway/field.checks.ts';
import { CoreRefusal } from '../../sandbox/core-fund/gateway/refusal.ts';
import type { Core } from '../../sandbox/core-fund/store/core.ts';
import { TRANSACTIONS } from '../../sandbox/core-fund/transactions/index.ts';
import { chinaMoment } from '../../sandbox/kit/index.ts';

type TransactionCode = Parameters<CoreCalls['once']>[0];
type Body = Parameters<CoreCalls['once']>[2];

/** The adapter's calls answered by the stand-in's transactions in this process: the same fields and checks, without line and signature. */
export class DirectCalls extends CoreCalls {
  constructor(private readonly core: Core) {
    super({ timeoutMs: 1000 } as never, undefined as never, new SystemClock(), new SilentLog());
  }

  override async repeatable(code: TransactionCode, body: Body): Promise<LineAnswer> {
    return this.answer(code, randomUUID(), body);
  }

  override async once(code: TransactionCode, requestNo: string, body: Body): Promise<LineAnswer> {
    return this.answer(code, requestNo, body);
  }

  /** A material lies at the core at once: what is tried here is what the rules make of it. */
  override async deliver(requestNo: string, customerNo: string, material: { readonly mediaType: string; readonly bytes: Buffer }): Promise<LineAnswer> {
    const clbh = `CL${requestNo}`;
    this.core.run('INSERT INTO material (clbh, khbh, media_type, hash, bytes) VALUES (?, ?, ?, ?, ?)', clbh, customerNo, material.mediaType, 'hash', material.bytes);
    return this.reply('CL1001', requestNo, '000000', { CLBH: clbh, CLZY: 'hash' });
  }

  private answer(code: TransactionCode, requestNo: string, body: Body): LineAnswer {
    const transaction = TRANSACTIONS[code];
    if (transaction === undefined) return this.reply(code, requestNo, '100002', {});
    const unfit = unfitField(transaction.fields, body);
    if (unfit !== undefined) return this.reply(code, requestNo, '100001', { ZD: unfit });
    try {
      return this.reply(code, requestNo, '000000', transaction.run({ core: this.core, requestNo, body, dropLine: () => undefined }));
    } catch (error) {
      if (error instanceof CoreRefusal) return this.reply(code, requestNo, error.code, error.body);
      throw error;
    }
  }

  private reply(code: string, requestNo: string, responseCode: string, body: Readonly<Record<string, unknown>>): LineAnswer {
    const head = { JYDM: code, QQLSH: requestNo, XYM: responseCode, XYSJ: chinaMoment(this.core.now()) };
    // As it would come over the line.
    return { kind: 'reply', reply: JSON.parse(JSON.stringify({ head, body })) as never };
  }
}
