import type { FaceOutcome } from '@anju/shared/contract';
import { faceView, settledOutcome } from './face.view.ts';

const OUTCOMES: readonly FaceOutcome[] = ['cancelled', 'camera', 'network', 'not-recognised', 'no-reference-photo', 'tries-used-up', 'service-down'];

describe('the face page', () => {
  it.each(OUTCOMES)('says for %s what happened and what to do, without a code', (outcome) => {
    const view = faceView({ outcome, triesLeft: 4 });
    expect(view.sentences.length).toBeGreaterThan(0);
    expect(`${view.title}${view.sentences.join('')}`).not.toMatch(/\d{4,}/);
  });
  it('tells how many tries are left only where a try was used', () => {
    expect(faceView({ outcome: 'not-recognised', triesLeft: 4 }).sentences).toContain('今天还可以再试 4 次');
    expect(faceView({ outcome: 'camera', triesLeft: 4 }).sentences.join('')).not.toContain('还可以再试');
  });
  it('offers no further try where it cannot help', () => {
    expect(faceView({ outcome: 'no-reference-photo', triesLeft: 4 }).again).toBeNull();
    expect(faceView({ outcome: 'not-recognised', triesLeft: 0 }).again).toBeNull();
    expect(faceView({ outcome: 'tries-used-up', triesLeft: 0 }).again).toBeNull();
  });
  it('believes the server before the phone', () => {
    expect(settledOutcome('cancelled', 'passed')).toBe('passed');
    expect(settledOutcome('cancelled', 'pending')).toBe('cancelled');
    expect(settledOutcome('camera', 'pending')).toBe('camera');
    expect(settledOutcome('unknown', 'pending')).toBe('pending');
  });
});
