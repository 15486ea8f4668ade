import { Text } from '@tarojs/components';
import type { ReactNode } from 'react';
import { now } from '../api/api.ts';
import type { FailureKind } from '../api/failure.ts';
import { useSession } from '../api/session.ts';
import type { Query } from '../api/use-query.ts';
import { phone } from '../platform/phone-call.ts';
import { actionTexts, staleText, stateTexts } from '../texts/states.ts';
import { Empty, Notice } from '../ui/index.ts';
import type { Drawing, EmptyAction, EmptyProps } from '../ui/index.ts';
import { go, goRealName, goSignIn, goTab, herePath } from './navigation.ts';
import { PATHS } from './paths.ts';

const DRAWINGS: Readonly<Record<FailureKind, Drawing>> = {
  offline: 'plug', timeout: 'plug', 'core-down': 'cloud', 'session-ended': 'door', 'not-bound': 'key', 'step-up': 'key',
  'no-permission': 'key', 'not-found': 'lens', refused: 'desk', error: 'cloud',
};

const callUs: EmptyAction = { text: actionTexts.call, onPress: () => phone('12329'), kind: 'secondary' };

function actionsFor(kind: FailureKind, retry: () => Promise<void>): readonly EmptyAction[] {
  const again: EmptyAction = { text: actionTexts.retry, onPress: retry };
  switch (kind) {
    case 'session-ended':
      return [{ text: actionTexts.signIn, onPress: goSignIn }];
    case 'not-bound':
      return [{ text: actionTexts.realName, onPress: goRealName }, { ...callUs, kind: 'quiet' }];
    case 'step-up':
      return [{ text: actionTexts.stepUp, onPress: () => go(PATHS.face(herePath())) }, callUs];
    case 'no-permission':
    case 'not-found':
      return [{ text: actionTexts.home, onPress: () => goTab(PATHS.home) }, callUs];
    default:
      return [again, callUs];
  }
}

/** The whole page when there is nothing to show: what happened, what is safe, what to do, 12329. */
export function FailureState({ kind, retry }: { readonly kind: FailureKind; readonly retry: () => Promise<void> }) {
  const words = stateTexts[kind];
  const troubled = kind !== 'not-bound' && kind !== 'step-up';
  return <Empty drawing={DRAWINGS[kind]} title={words.title} sentences={words.sentences} actions={actionsFor(kind, retry)} troubled={troubled} />;
}

/** Above an earlier value: why there is none newer, and from when it is. */
export function StaleNotice({ why, at, retry }: { readonly why: FailureKind | null; readonly at: number | string | null; readonly retry?: () => Promise<void> }) {
  const action = retry === undefined ? {} : { action: { text: actionTexts.retry, onPress: retry } };
  return (
    <Notice tone="attention" {...action}>
      <Text className="a-notice__text a-notice__text--whole">{staleText(why, at, now())}</Text>
    </Notice>
  );
}

export interface PageStateProps<Value> {
  readonly query: Query<Value>;
  /** The page's own shape. */
  readonly skeleton: ReactNode;
  /** When the value holds nothing to show. */
  readonly empty?: EmptyProps & { readonly when: boolean };
  /** When nothing was asked: a guest. */
  readonly off?: ReactNode;
  readonly children: (value: Value) => ReactNode;
}

/** The one place that decides what a page shows: loading, empty, value, stale, core down, offline, session ended, not bound … */
export function PageState<Value>({ query, skeleton, empty, off, children }: PageStateProps<Value>) {
  const { ended } = useSession();
  // Nothing is asked without a session; that it ran out is told, a guest is only invited.
  if (query.state === 'off') return ended ? <FailureState kind="session-ended" retry={query.reload} /> : <>{off}</>;
  if (query.state === 'loading') return <>{skeleton}</>;
  if (query.value === null) return <FailureState kind={query.why ?? 'error'} retry={query.reload} />;
  const { when, ...words } = empty ?? { when: false };
  return (
    <>
      {query.state === 'stale' ? <StaleNotice why={query.why} at={query.at} retry={query.reload} /> : null}
      {when ? <Empty {...(words as EmptyProps)} /> : children(query.value)}
    </>
  );
}
