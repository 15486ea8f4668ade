import type { SessionLevel } from '@anju/shared/contract';
import { useSyncExternalStore } from 'react';
import { wechatCode } from '../platform/sign-in.ts';
import { caller, keeper } from './api.ts';
import { call } from './call.ts';
import type { Session, SessionView } from './session-keeper.ts';

export type { Session, SessionView } from './session-keeper.ts';

/** The session as a screen sees it; renders again when it changes. */
export function useSession(): SessionView & { readonly level: SessionLevel; readonly verified: boolean } {
  const view = useSyncExternalStore(keeper.subscribe, () => keeper.current);
  const level = view.session?.level ?? 'guest';
  return { ...view, level, verified: level !== 'guest' };
}

/** The session now, outside a component. */
export function currentSession(): Session | null {
  return keeper.current.session;
}

/** Signs in with WeChat. @throws ApiProblem, TransportFailure; Error `no-wechat` in a browser */
export async function signInWithWechat(): Promise<Session | null> {
  if (wechatCode === null) throw new Error('no-wechat');
  keeper.begin(await call('signInWithWechat', { body: { code: await wechatCode() } }));
  return keeper.current.session;
}

/** Signs in with mobile and code. @throws ApiProblem, TransportFailure */
export async function signInWithSms(mobile: string, code: string): Promise<Session | null> {
  keeper.begin(await call('signInWithSms', { body: { mobile, code } }));
  return keeper.current.session;
}

/** Asks the BFF who this session is, after the real name, a face check or an unbinding. @throws ApiProblem, TransportFailure */
export async function refreshIdentity(): Promise<Session | null> {
  const identity = await call('showIdentity', {});
  keeper.raise(identity.level, identity.person ?? null);
  return keeper.current.session;
}

/** Signs out here. Without a network the device forgets all the same. */
export async function signOut(): Promise<void> {
  try {
    await call('signOut', {});
  } catch {
    // The token runs out by itself.
  }
  keeper.forget();
}

/** Nothing of the person stays on this device: after unbinding. */
export function forgetPerson(): void {
  keeper.forget();
}

/** Signs in again without a word when WeChat allows it. */
export function renewSession(): Promise<boolean> {
  return caller.signInAgain(keeper.current.session?.token ?? null);
}
