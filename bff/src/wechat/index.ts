export { SubscribeFieldError, SubscribeMessage } from './subscribe-message.ts';
export type { FieldFault } from './subscribe-message.ts';
export { Wechat } from './wechat.port.ts';
export type {
  CodeOutcome, FaceResultOutcome, FaceStartOutcome, FaceSubject, FaceVerdict, PhoneOutcome, SubscribeOutcome, Unreachable, WechatAccount,
} from './wechat.port.ts';
