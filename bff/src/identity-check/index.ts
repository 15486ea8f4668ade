export { TencentIdentityCheck } from './adapters/tencent-identity-check.ts';
export type { TencentIdentityCheckSettings } from './adapters/tencent-identity-check.ts';
export type { FaceVerdict } from './face-verdict.ts';
export { IdentityCheck } from './identity-check.port.ts';
export type { H5FaceResult, H5FaceStart, MatchOutcome, PaperIdentity } from './identity-check.port.ts';
