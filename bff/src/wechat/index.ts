export { HttpWechat } from './adapters/http-wechat.ts';
export type { WechatAddress } from './adapters/wechat.wire.ts';
export { SubscribeFieldError, SubscribeMessage } from './subscribe-message.ts';
export type { FieldFault } from './subscribe-message.ts';
export { Wechat } from './wechat.port.ts';
export type {
  CodeOutcome, FaceResultOutcome, FaceStartOutcome, FaceSubject, FaceVerdict, PhoneOutcome, SubscribeOutcome, Unreachable, WechatAccount,
} from './wechat.port.ts';
