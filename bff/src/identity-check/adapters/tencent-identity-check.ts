import type { Clock, Log } from '../../platform/index.ts';
import { TencentCloud } from '../../sms/index.ts';
import type { TencentCloudAddress } from '../../sms/index.ts';
import { IdentityCheck } from '../identity-check.port.ts';
import type { H5FaceResult, H5FaceStart, MatchOutcome, PaperIdentity } from '../identity-check.port.ts';
import { detectVerdict } from './detect-verdict.ts';

export interface TencentIdentityCheckSettings extends TencentCloudAddress {
  /** The business process that the centre set up in the FaceID console. */
  readonly ruleId: string;
}

const BIZ_TOKEN_SECONDS = 7200;
const UNAVAILABLE = { kind: 'unavailable' } as const;

/** Tencent Cloud FaceID (version 2018-03-01): two and three factors, and the face check page for browsers. */
export class TencentIdentityCheck extends IdentityCheck {
  private readonly cloud: TencentCloud;

  constructor(
    private readonly settings: TencentIdentityCheckSettings,
    clock: Clock,
    log: Log,
  ) {
    super();
    this.cloud = new TencentCloud(settings, { service: 'faceid', version: '2018-03-01', region: 'ap-guangzhou' }, clock, log);
  }

  async nameIdMatch(who: PaperIdentity): Promise<MatchOutcome> {
    const reply = await this.cloud.call('IdCardVerification', { Name: who.name, IdCard: who.idNumber });
    if (reply.kind !== 'ok') return UNAVAILABLE;
    switch (reply.response['Result']) {
      case '0':
        return { kind: 'matched' };
      case '-1':
        return { kind: 'mismatch', fields: ['name', 'idNumber'] };
      case '-2':
        return { kind: 'mismatch', fields: ['idNumber'] };
      case '-3':
        return { kind: 'mismatch', fields: ['name'] };
      case '-5':
        return { kind: 'no-record' };
      default:
        return UNAVAILABLE;
    }
  }

  async nameIdMobileMatch(who: PaperIdentity & { readonly mobile: string }): Promise<MatchOutcome> {
    const reply = await this.cloud.call('PhoneVerification', { Name: who.name, IdCard: who.idNumber, Phone: who.mobile, VerifyMode: '1' });
    if (reply.kind !== 'ok') return UNAVAILABLE;
    switch (reply.response['Result']) {
      case '0':
        return { kind: 'matched' };
      case '-4':
        return { kind: 'mismatch', fields: DIFFERING[String(reply.response['ResultDetail'])] ?? [] };
      case '-6':
        return { kind: 'mismatch', fields: ['mobile'] };
      case '-7':
        return { kind: 'mismatch', fields: ['idNumber'] };
      case '-8':
        return { kind: 'mismatch', fields: ['name'] };
      case '-9':
      case '-13':
        return { kind: 'no-record' };
      default:
        return UNAVAILABLE;
    }
  }

  async startFace(who: PaperIdentity, returnUrl: string): Promise<H5FaceStart> {
    const reply = await this.cloud.call('DetectAuth', { RuleId: this.settings.ruleId, Name: who.name, IdCard: who.idNumber, RedirectUrl: returnUrl });
    if (reply.kind === 'unreachable') return { kind: 'unreachable' };
    if (reply.kind === 'error') return /^(InternalError|RequestLimitExceeded)/.test(reply.code) ? { kind: 'unreachable' } : { kind: 'refused', reason: startFault(reply.code) };
    const { Url: url, BizToken: bizToken } = reply.response;
    if (typeof url !== 'string' || typeof bizToken !== 'string') return { kind: 'unreachable' };
    return { kind: 'ok', value: { url, bizToken, expiresInSeconds: BIZ_TOKEN_SECONDS } };
  }

  /** Passes only when the provider's own record carries the name and number the check was started for. */
  async faceResult(bizToken: string, who: PaperIdentity): Promise<H5FaceResult> {
    const reply = await this.cloud.call('GetDetectInfoEnhanced', { BizToken: bizToken, RuleId: this.settings.ruleId, InfoType: '1' });
    if (reply.kind === 'unreachable') return { kind: 'unreachable' };
    if (reply.kind === 'error') return resultFault(reply.code);
    const text = reply.response['Text'];
    if (text === null || text === undefined) return { kind: 'ok', verdict: 'pending' };
    if (typeof text !== 'object') return { kind: 'unreachable' };
    const { ErrCode: errCode, IdCard: idCard, Name: name } = text as Record<string, unknown>;
    const verdict = detectVerdict(errCode);
    if (verdict === 'passed' && (idCard !== who.idNumber || name !== who.name)) return { kind: 'refused', reason: 'rejected' };
    return { kind: 'ok', verdict };
  }
}

/** `ResultDetail` of the detailed mode: which two do not belong together. */
const DIFFERING: Readonly<Record<string, readonly ('name' | 'idNumber' | 'mobile')[]>> = {
  PhoneIdCardMismatch: ['idNumber', 'mobile'],
  PhoneNameMismatch: ['name', 'mobile'],
  PhoneNameIdCardMismatch: ['mobile'],
  NameIdCardMismatch: ['name', 'idNumber'],
  OtherMismatch: [],
};

function startFault(code: string): 'document' | 'rejected' {
  return /IdCard|IdFormat|NameFormat|IdName|InvalidParameterValue\.Name/i.test(code) ? 'document' : 'rejected';
}

function resultFault(code: string): H5FaceResult {
  if (/BizToken(Expired|Illegal)/i.test(code)) return { kind: 'refused', reason: 'expired' };
  return /^(InternalError|RequestLimitExceeded)/.test(code) ? { kind: 'unreachable' } : { kind: 'refused', reason: 'rejected' };
}
