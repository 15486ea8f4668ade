export { tc3Authorization } from './adapters/tc3.signature.ts';
export { TencentCloud } from './adapters/tencent-cloud.ts';
export type { TencentCloudAddress, TencentReply } from './adapters/tencent-cloud.ts';
export { TencentSms } from './adapters/tencent-sms.ts';
export type { TencentSmsSettings } from './adapters/tencent-sms.ts';
export { SmsGateway } from './sms-gateway.port.ts';
export type { SmsMessage, SmsOutcome } from './sms-gateway.port.ts';
