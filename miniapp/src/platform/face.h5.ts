import type { FaceTrip, FaceWay } from './ports.ts';
import { storage } from './storage.ts';

const RETURN_KEY = 'face-return';

/** The provider's page asks for the camera itself. */
export function canSeeFace(): Promise<boolean> {
  return Promise.resolve(true);
}

/** Goes to the provider's own page; it sends the person back to this one. */
export function seeFace(trip: FaceTrip): Promise<FaceWay> {
  if (trip.start.url === undefined) return Promise.resolve('not-supported');
  storage.set(RETURN_KEY, trip.returnTo);
  window.location.assign(trip.start.url);
  return Promise.resolve('left');
}

/**
 * Back from the provider: the page the person left from stands in the address again, once, and the provider's token leaves it. Before the
 * first page opens, or the page the provider names would open too, and both would read the result and go on.
 */
export function takeFaceReturn(): void {
  const query = new URLSearchParams(window.location.search);
  if (!query.has('BizToken')) return;
  const back = storage.get(RETURN_KEY);
  storage.remove(RETURN_KEY);
  query.delete('BizToken');
  const rest = query.toString();
  window.history.replaceState(window.history.state, '', `${window.location.pathname}${rest === '' ? '' : `?${rest}`}${back === null ? window.location.hash : `#${back}`}`);
}
