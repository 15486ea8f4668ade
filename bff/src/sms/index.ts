export { SmsGateway } from './sms-gateway.port.ts';
export type { SmsMessage, SmsOutcome } from './sms-gateway.port.ts';
