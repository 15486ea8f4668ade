import { createHash } from 'node:crypto';
import type { FaceSubject, FaceVerdict } from '../wechat.port.ts';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** What the platform calls the document, in getverifyid and in the hash alike. */
export const CERT_TYPE = 'IDENTITY_CARD';

/** `cert_hash` of queryVerifyInfo: the result counts only for the name and number that the check was started with. */
export function certHash(subject: Pick<FaceSubject, 'name' | 'idNumber'>): string {
  const text = `cert_type=${base64(CERT_TYPE)}&cert_name=${base64(subject.name)}&cert_no=${base64(subject.idNumber)}`;
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

const VERDICTS: readonly (readonly [FaceVerdict, readonly number[]])[] = [
  ['passed', [10000]],
  ['pending', [10005, 10300]],
  // Compared and not the same, or a picture that cannot be compared.
  ['not-recognised', [10002, 10003, 10004, 10010, 10012, 10017]],
  ['no-reference-photo', [10026]],
  ['cancelled', [90002, 90003, 90004, 90005, 90006, 90105, 90110]],
  // Camera, microphone, a device or a picture that does not serve.
  ['camera', [90001, 90008, 90009, 90010, 90011, 90013, 90014, 90106, 90109]],
  ['network', [90007, 90012, 90017, 90107, 10020, 10029, 10052]],
];

/** `verify_ret` in our classes; a code nobody documented is the service's fault, never the person's. */
export function verdictOf(verifyRet: number): FaceVerdict {
  return VERDICTS.find(([, codes]) => codes.includes(verifyRet))?.[0] ?? 'service-down';
}
