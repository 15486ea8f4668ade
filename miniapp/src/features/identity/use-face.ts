import type { FaceBody, FaceOutcome } from '@anju/shared/contract';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { ApiProblem } from '../../api/problem.ts';
import { messageOf } from '../../api/problem-message.ts';
import { refreshIdentity } from '../../api/session.ts';
import { seeFace } from '../../platform/face.ts';
import type { FaceWay } from '../../platform/ports.ts';
import { pathOf } from '../../screen/index.ts';
import { faceTexts } from '../../texts/identity.ts';
import { settledOutcome } from './face.view.ts';

export type FaceState =
  | { readonly step: 'ready' }
  | { readonly step: 'reading' }
  | { readonly step: 'result'; readonly outcome: FaceOutcome; readonly triesLeft: number }
  | { readonly step: 'trouble'; readonly text: string };

export interface FaceParts {
  readonly purpose: FaceBody['purpose'];
  readonly next: string | undefined;
  /** Set when the person comes back from the provider's page. */
  readonly verificationId: string | undefined;
  onPassed(): void;
}

const READ_TIMES = 6;
const READ_PAUSE_MS = 1500;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks the server until the provider has made up its mind. */
export async function readResult(verificationId: string, way: FaceWay | 'unknown', wait: (ms: number) => Promise<void> = pause): Promise<{ readonly outcome: FaceOutcome; readonly triesLeft: number }> {
  for (let turn = 1; ; turn += 1) {
    const reply = await call('readFaceResult', { params: { verificationId } });
    const outcome = settledOutcome(way, reply.outcome);
    if (outcome !== 'pending' || turn >= READ_TIMES) return { outcome, triesLeft: reply.triesLeft };
    await wait(READ_PAUSE_MS);
  }
}

function troubleOf(error: unknown): FaceState {
  const code = error instanceof ApiProblem ? error.code : null;
  if (code === 'identity.face-tries-used-up') return { step: 'result', outcome: 'tries-used-up', triesLeft: 0 };
  if (code === 'identity.provider-down') return { step: 'result', outcome: 'service-down', triesLeft: 1 };
  return { step: 'trouble', text: messageOf(error) };
}

/** The face check from the button to the outcome; the server alone decides. */
export function useFace({ purpose, next, verificationId, onPassed }: FaceParts): { readonly state: FaceState; start(): Promise<void>; readAgain(): Promise<void> } {
  const [state, setState] = useState<FaceState>(verificationId === undefined ? { step: 'ready' } : { step: 'reading' });
  const running = useRef<string | undefined>(verificationId);
  const passed = useRef(onPassed);
  const there = useRef(true);
  useEffect(() => {
    passed.current = onPassed;
  }, [onPassed]);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);

  const read = async (id: string, way: FaceWay | 'unknown'): Promise<void> => {
    setState({ step: 'reading' });
    try {
      const result = await readResult(id, way);
      if (there.current) setState({ step: 'result', ...result });
      if (result.outcome !== 'passed') return;
      await refreshIdentity();
      // Who has left the page has changed their mind: nothing pulls them back, nothing goes on by itself.
      if (there.current) passed.current();
    } catch (error) {
      if (there.current) setState(troubleOf(error));
    }
  };
  const start = async (): Promise<void> => {
    try {
      const begun = await call('startFace', { body: { purpose } });
      running.current = begun.verificationId;
      const returnTo = pathOf('/features/identity/pages/face/index', { verificationId: begun.verificationId, purpose, next });
      const way = await seeFace({ start: begun, returnTo });
      if (way === 'not-supported') setState({ step: 'trouble', text: faceTexts.notSupported });
      else if (way !== 'left') await read(begun.verificationId, way);
    } catch (error) {
      setState(troubleOf(error));
    }
  };
  const readAgain = async (): Promise<void> => {
    if (running.current !== undefined) await read(running.current, 'unknown');
  };
  useReadOnce(verificationId, (id) => read(id, 'unknown'));
  return { state, start, readAgain };
}

/** Back from the provider's page: the result is read once, at once. */
function useReadOnce(verificationId: string | undefined, read: (id: string) => Promise<void>): void {
  const done = useRef(false);
  useEffect(() => {
    if (verificationId === undefined || done.current) return;
    done.current = true;
    void read(verificationId);
  });
}
