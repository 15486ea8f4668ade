import type { Clock, Log } from '../../platform/index.ts';
import type { SmsMessage, SmsOutcome } from '../sms-gateway.port.ts';
import { SmsGateway } from '../sms-gateway.port.ts';
import { TencentCloud } from './tencent-cloud.ts';
import type { TencentCloudAddress, TencentReply } from './tencent-cloud.ts';

export interface TencentSmsSettings extends TencentCloudAddress {
  readonly sdkAppId: string;
  /** What stands between 【】, not its id. */
  readonly signName: string;
  readonly templates: Readonly<Record<SmsMessage['template'], string>>;
}

/** Tencent Cloud SMS (SendSms, version 2021-01-11). */
export class TencentSms extends SmsGateway {
  private readonly cloud: TencentCloud;

  constructor(
    private readonly settings: TencentSmsSettings,
    clock: Clock,
    private readonly log: Log,
  ) {
    super();
    this.cloud = new TencentCloud(settings, { service: 'sms', version: '2021-01-11', region: 'ap-guangzhou' }, clock, log);
  }

  async send(message: SmsMessage): Promise<SmsOutcome> {
    const reply = await this.cloud.call('SendSms', {
      PhoneNumberSet: [`+86${message.mobile}`],
      SmsSdkAppId: this.settings.sdkAppId,
      SignName: this.settings.signName,
      TemplateId: this.settings.templates[message.template],
      TemplateParamSet: message.params,
    });
    const { outcome, code } = outcomeOf(reply);
    if (code !== undefined) this.log.event('provider.refused', { provider: 'sms', call: 'SendStatus', code });
    return outcome;
  }
}

/** HTTP 200 without an error does not mean sent: each number has its own code. */
function outcomeOf(reply: TencentReply): { readonly outcome: SmsOutcome; readonly code?: string } {
  if (reply.kind === 'unreachable') return { outcome: reply.neverLeft ? { kind: 'refused', reason: 'later' } : { kind: 'unreachable' } };
  if (reply.kind === 'error') return { outcome: { kind: 'refused', reason: /^(RequestLimitExceeded|InternalError)/.test(reply.code) ? 'later' : 'permanent' } };
  const set = reply.response['SendStatusSet'];
  const status: unknown = Array.isArray(set) && set.length === 1 ? set[0] : undefined;
  if (typeof status !== 'object' || status === null) return { outcome: { kind: 'unreachable' } };
  const { Code: code, SerialNo: serialNo } = status as { Code?: unknown; SerialNo?: unknown };
  if (typeof code !== 'string') return { outcome: { kind: 'unreachable' } };
  return code === 'Ok' ? { outcome: { kind: 'sent', serialNo: String(serialNo) } } : { outcome: { kind: 'refused', reason: reasonOf(code) }, code };
}

function reasonOf(code: string): Extract<SmsOutcome, { kind: 'refused' }>['reason'] {
  if (code.startsWith('LimitExceeded.')) return 'too-often';
  if (code === 'FailedOperation.PhoneNumberInBlacklist' || code === 'InvalidParameterValue.IncorrectPhoneNumber') return 'number';
  return code.startsWith('InternalError') ? 'later' : 'permanent';
}
