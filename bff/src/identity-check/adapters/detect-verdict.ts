import type { FaceVerdict } from '../face-verdict.ts';

/**
 * `Text.ErrCode` of GetDetectInfoEnhanced in our classes. Tencent publishes no closed list for it; these are the codes its
 * documents and its users name. A code nobody documented is the service's fault, never the person's.
 */
const VERDICTS: Readonly<Record<string, FaceVerdict>> = {
  '0': 'passed',
  // Compared and not the same person, a picture too poor, name and number that do not belong together.
  '2006': 'not-recognised',
  '2009': 'not-recognised',
  '2013': 'not-recognised',
  '2014': 'not-recognised',
  '2015': 'not-recognised',
  '2016': 'not-recognised',
  '2005': 'no-reference-photo',
  '2007': 'no-reference-photo',
  '2008': 'no-reference-photo',
  '3001': 'camera',
  '3002': 'cancelled',
  '66660021': 'network',
};

/** No code yet: the person has not finished. */
export function detectVerdict(errCode: unknown): FaceVerdict {
  if (errCode === null || errCode === undefined) return 'pending';
  const code = String(errCode);
  return (Object.hasOwn(VERDICTS, code) ? VERDICTS[code] : undefined) ?? 'service-down';
}
