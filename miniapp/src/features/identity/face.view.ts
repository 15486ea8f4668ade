import type { FaceOutcome, FaceResult } from '@anju/shared/contract';
import type { FaceWay } from '../../platform/ports.ts';
import { faceOutcomeTexts, faceTexts } from '../../texts/identity.ts';

/** What the face page shows. */
export interface FaceView {
  readonly icon: 'face' | 'check' | 'attention' | 'clock';
  readonly troubled: boolean;
  readonly title: string;
  readonly sentences: readonly string[];
  /** The first button; null when trying again does not help. */
  readonly again: string | null;
  /** Whether the tips for the camera help here. */
  readonly tips: boolean;
}

const COUNTS: readonly FaceOutcome[] = ['not-recognised'];

/** The page after a result: what happened, how many tries are left, what to do. */
export function faceView(result: Pick<FaceResult, 'outcome' | 'triesLeft'>): FaceView {
  const words = faceOutcomeTexts[result.outcome];
  const usedUp = result.triesLeft <= 0 && COUNTS.includes(result.outcome);
  const tries = COUNTS.includes(result.outcome) && !usedUp ? [faceTexts.triesLeft(result.triesLeft)] : [];
  const icon = result.outcome === 'passed' ? 'check' : result.outcome === 'pending' ? 'clock' : result.outcome === 'not-recognised' ? 'face' : 'attention';
  return {
    icon,
    troubled: result.outcome !== 'passed' && result.outcome !== 'pending',
    title: words.title,
    sentences: usedUp ? faceOutcomeTexts['tries-used-up'].sentences : [...words.sentences, ...tries],
    again: usedUp ? null : words.again,
    tips: result.outcome === 'not-recognised' || result.outcome === 'camera',
  };
}

/** What the phone itself has seen, where the provider does not say it: the person closed the camera, or there was none. */
export function settledOutcome(way: FaceWay | 'unknown', outcome: FaceOutcome): FaceOutcome {
  if (outcome !== 'pending') return outcome;
  if (way === 'cancelled') return 'cancelled';
  return way === 'camera' ? 'camera' : 'pending';
}
