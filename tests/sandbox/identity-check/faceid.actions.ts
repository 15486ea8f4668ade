import { onlyParameters, textParameter, type ActionReply } from '../kit/tencent-cloud.routes.ts';
import { TencentCloudError } from '../kit/tencent-cloud.signature.ts';
import { FACE_OUTCOMES, RESULT_WORDS, beginSession, sessionOf, stateOf, type FaceSession, type IdentityContext } from './face.sessions.ts';
import { checkIdCard, checkPhone, isCardName, isMainlandCard } from './register.checks.ts';

type Parameters = Readonly<Record<string, unknown>>;

function optionalText(parameters: Parameters, name: string, longest: number): string | undefined {
  const value = parameters[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw new TencentCloudError('InvalidParameter', `The value type of parameter \`${name}\` is not valid.`);
  if ([...value].length > longest) throw new TencentCloudError('InvalidParameterValue', `The parameter \`${name}\` is too long.`);
  return value;
}

function noEncryption(parameters: Parameters): void {
  if (parameters['Encryption'] !== undefined) throw new TencentCloudError('UnsupportedOperation', 'Encrypted parameters are not modelled here.');
}

function ruleOf(context: IdentityContext, parameters: Parameters): void {
  if (textParameter(parameters, 'RuleId') !== context.ruleId) throw new TencentCloudError('InvalidParameter.RuleId', 'The RuleId does not exist.');
}

function redirectIn(parameters: Parameters): string | undefined {
  const text = optionalText(parameters, 'RedirectUrl', 1024);
  if (text === undefined) return undefined;
  if (!URL.canParse(text) || !['http:', 'https:'].includes(new URL(text).protocol)) throw new TencentCloudError('InvalidParameterValue', 'RedirectUrl is not an address.');
  return text;
}

const DETECT_PARAMETERS = ['RuleId', 'IdCard', 'Name', 'RedirectUrl', 'Extra', 'Encryption', 'Config'];

/** DetectAuth: begins a flow for one person and gives the address of its page; good for two hours. */
export function detectAuth(context: IdentityContext, parameters: Parameters): ActionReply {
  onlyParameters(parameters, DETECT_PARAMETERS);
  ruleOf(context, parameters);
  noEncryption(parameters);
  const idCard = textParameter(parameters, 'IdCard');
  const name = textParameter(parameters, 'Name');
  if (!isMainlandCard(idCard)) throw new TencentCloudError('FailedOperation.IdFormatError', 'The ID card number is wrong.');
  if (!isCardName(name)) throw new TencentCloudError('FailedOperation.NameFormatError', 'The name is wrong.');
  const redirectUrl = redirectIn(parameters);
  const extra = optionalText(parameters, 'Extra', 1024);
  const BizToken = beginSession(context, { idCard, name, ...(redirectUrl ? { redirectUrl } : {}), ...(extra ? { extra } : {}) });
  return { Url: `${context.publicBase}/h5/${BizToken}`, BizToken };
}

/** Liveness and comparison told apart: a code below 2000 is the liveness', one of the 2000s the comparison's. */
function parts(code: number): { LiveStatus: number | null; Comparestatus: number | null; Sim: string | null } {
  if (code === 0) return { LiveStatus: 0, Comparestatus: 0, Sim: '96.80' };
  if (code >= 2000 && code < 3000) return { LiveStatus: 0, Comparestatus: code, Sim: code === FACE_OUTCOMES['not-recognised'] ? '41.20' : '0.00' };
  return code < 2000 ? { LiveStatus: code, Comparestatus: null, Sim: null } : { LiveStatus: null, Comparestatus: null, Sim: null };
}

function textOf(session: FaceSession): ActionReply {
  const code = session.err_code;
  const words = code === null ? null : (RESULT_WORDS[code] ?? '');
  const { LiveStatus, Comparestatus, Sim } = code === null ? { LiveStatus: null, Comparestatus: null, Sim: null } : parts(code);
  return {
    ErrCode: code,
    ErrMsg: words,
    IdCard: session.id_card,
    Name: session.name,
    UseIDType: 0,
    LiveStatus,
    LiveMsg: LiveStatus === null ? null : (RESULT_WORDS[LiveStatus] ?? ''),
    Comparestatus,
    Comparemsg: Comparestatus === null ? null : (RESULT_WORDS[Comparestatus] ?? ''),
    Sim,
    Extra: session.extra ?? '',
    CompareLibType: '权威库',
    LivenessMode: 4,
    LivenessDetail: [],
    LivenessInfoTag: [],
  };
}

const RESULT_PARAMETERS = ['BizToken', 'RuleId', 'InfoType', 'BestFramesCount', 'IsCutIdCardImage', 'IsNeedIdCardAvatar', 'IsEncrypt', 'Encryption', 'IsEncryptResponse', 'IsReturnAllVideo'];

/** GetDetectInfoEnhanced: what became of a flow; `ErrCode` is null until the person has finished. Fetched for three days. */
export function detectInfo(context: IdentityContext, parameters: Parameters): ActionReply {
  onlyParameters(parameters, RESULT_PARAMETERS);
  const bizToken = textParameter(parameters, 'BizToken');
  ruleOf(context, parameters);
  noEncryption(parameters);
  const infoType = optionalText(parameters, 'InfoType', 6) ?? '0';
  if (!/^[0-6]{1,6}$/.test(infoType)) throw new TencentCloudError('InvalidParameterValue', 'InfoType is not a list of the digits 0 to 6.');
  const session = sessionOf(context, bizToken);
  if (!session) throw new TencentCloudError('InvalidParameterValue.BizTokenIllegal', 'The BizToken is illegal.');
  if (stateOf(context, session) === 'gone') throw new TencentCloudError('InvalidParameterValue.BizTokenExpired', 'The BizToken expired.');
  const Text = /[01]/.test(infoType) ? textOf(session) : null;
  return { Text, IdCardData: null, BestFrame: null, VideoData: null, Encryption: null, IntentionVerifyData: null };
}

/** IdCardVerification: two factors. */
export async function idCardVerification(context: IdentityContext, parameters: Parameters): Promise<ActionReply> {
  onlyParameters(parameters, ['IdCard', 'Name', 'Encryption']);
  noEncryption(parameters);
  return { ...(await checkIdCard(context.people, textParameter(parameters, 'IdCard'), textParameter(parameters, 'Name'))) };
}

/** PhoneVerification: three factors; VerifyMode "1" says which of them differ. */
export async function phoneVerification(context: IdentityContext, parameters: Parameters): Promise<ActionReply> {
  onlyParameters(parameters, ['IdCard', 'Name', 'Phone', 'VerifyMode', 'Encryption']);
  noEncryption(parameters);
  const mode = optionalText(parameters, 'VerifyMode', 1) ?? '0';
  if (mode !== '0' && mode !== '1') throw new TencentCloudError('InvalidParameterValue', 'VerifyMode must be 0 or 1.');
  const [idCard, name, phone] = [textParameter(parameters, 'IdCard'), textParameter(parameters, 'Name'), textParameter(parameters, 'Phone')];
  return { ...(await checkPhone(context.people, { idCard, name, phone, detailed: mode === '1' })) };
}
