import type { EndpointName } from '@anju/shared/contract';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isVisible, onReturn } from '../platform/visibility.ts';
import { device, keeper, now } from './api.ts';
import { call } from './call.ts';
import type { InputOf, Reply } from './caller.ts';
import { failureKind } from './failure.ts';
import type { FailureKind } from './failure.ts';
import { keepLast, lastKey, readLast } from './last-values.ts';
import { ApiProblem } from './problem.ts';
import { arrived, failed, LOADING, OFF } from './query-state.ts';
import type { QueryState } from './query-state.ts';
import { useSession } from './session.ts';

export type { QueryState } from './query-state.ts';

export interface QueryOptions<Value = unknown> {
  /** Asks again this often while the page is seen: at most 5 for home, timeline and inbox. */
  readonly renewEverySeconds?: number;
  /** false for a value that does not change any more: then the beat rests; coming back to the page still asks. */
  readonly renewWhile?: (value: Value) => boolean;
  /** Keeps the last value on the device, to show with its time when the next call fails. */
  readonly keepLast?: boolean;
  /** false: not asked at all. */
  readonly enabled?: boolean;
}
export interface Query<Value> extends QueryState<Value> {
  /** Asks again now; settles when answered, never throws. */
  reload(): Promise<void>;
  /** Puts a value in that another call has given. */
  set(value: Value): void;
}

function firstState<Value>(enabled: boolean, kept: boolean, key: string): QueryState<Value> {
  if (!enabled) return OFF;
  const last = kept ? readLast(device, key) : null;
  // An old value is shown at once, with its own time, while the new one is on its way.
  return last === null ? LOADING : { state: 'ready', value: last.value as Value, at: last.at, why: null, problem: null };
}

/** What is held, and of whom and what: a value is never handed out under another key. */
interface Held<Value> {
  readonly key: string;
  readonly enabled: boolean;
  readonly state: QueryState<Value>;
}

/** After these nothing comes of asking again by itself; signing in, another key, a tap or coming back asks anew. */
const HOPELESS: readonly FailureKind[] = ['session-ended', 'not-bound', 'step-up', 'no-permission', 'not-found'];

/** Reads by one endpoint and keeps reading while the page is seen. */
export function useQuery<Name extends EndpointName>(name: Name, input: InputOf<Name>, options: QueryOptions<Reply<Name>> = {}): Query<Reply<Name>> {
  const { renewEverySeconds, renewWhile, keepLast: kept = false, enabled = true } = options;
  useSession();
  const key = lastKey(keeper.personKey, name, input);
  const [held, setHeld] = useState<Held<Reply<Name>>>(() => ({ key, enabled, state: firstState(enabled, kept, key) }));
  const state = held.key === key && held.enabled === enabled ? held.state : firstState<Reply<Name>>(enabled, kept, key);
  const current = useRef({ key, enabled, input, turn: 0, running: false, there: true, shown: true, rests: false });

  const reload = useCallback(async (): Promise<void> => {
    const here = current.current;
    if (!here.enabled || here.running) return;
    here.running = true;
    const { key: asked, turn } = here;
    // A reply for who has signed out meanwhile is neither shown nor kept.
    const still = (): boolean => here.there && here.turn === turn && asked === lastKey(keeper.personKey, name, here.input);
    const put = (next: (before: QueryState<Reply<Name>>) => QueryState<Reply<Name>>): void => {
      if (still()) setHeld((before) => (before.key === asked ? { ...before, state: next(before.state) } : before));
    };
    try {
      const value = await call(name, here.input);
      if (kept && still()) keepLast(device, asked, { at: now(), value });
      put(() => arrived(value, now()));
    } catch (error) {
      put((before) => failed(before, failureKind(error), error instanceof ApiProblem ? error : null));
    } finally {
      if (here.turn === turn) here.running = false;
    }
  }, [name, kept]);

  useEffect(() => {
    const here = current.current;
    Object.assign(here, { key, enabled, input, turn: here.turn + 1, running: false, there: true });
    setHeld({ key, enabled, state: firstState(enabled, kept, key) });
    void reload();
    return () => {
      here.there = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the input is part of the key; its identity changes with every render
  }, [key, enabled, kept, reload]);

  useEffect(() => {
    const { value, why } = state;
    current.current.rests = (why !== null && HOPELESS.includes(why)) || (value !== null && renewWhile !== undefined && !renewWhile(value));
  });
  useRenewal(reload, current, renewEverySeconds);
  const set = useCallback((value: Reply<Name>) => {
    // What was asked before is older than what is put in: its reply is not shown any more.
    Object.assign(current.current, { turn: current.current.turn + 1, running: false });
    setHeld((before) => ({ ...before, state: arrived(value, now()) }));
  }, []);
  return { ...state, reload, set };
}

/** Left for the reply, so that what is seen is never older than the seconds asked for. */
const REPLY_MS = 1000;

/** Asks again on a beat while the page is seen, and at once when it is seen again. */
function useRenewal(reload: () => Promise<void>, current: { readonly current: { shown: boolean; rests: boolean } }, seconds: number | undefined): void {
  const first = useRef(true);
  useDidShow(() => {
    const again = !current.current.shown || !first.current;
    first.current = false;
    current.current.shown = true;
    if (again) void reload();
  });
  useDidHide(() => {
    current.current.shown = false;
  });
  useEffect(() => {
    const ask = (): void => {
      if (current.current.shown && isVisible()) void reload();
    };
    const stopListening = onReturn(ask);
    if (seconds === undefined) return stopListening;
    const timer = setInterval(() => {
      if (!current.current.rests) ask();
    }, seconds * 1000 - REPLY_MS);
    return () => {
      stopListening();
      clearInterval(timer);
    };
  }, [reload, current, seconds]);
}
