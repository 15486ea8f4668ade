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

/** The page the person left for the provider, told once, after coming back; the provider's token leaves the address. */
export function faceReturn(): string | null {
  const query = new URLSearchParams(window.location.search);
  const back = query.has('BizToken') ? storage.get(RETURN_KEY) : null;
  if (!query.has('BizToken')) return null;
  storage.remove(RETURN_KEY);
  query.delete('BizToken');
  const rest = query.toString();
  window.history.replaceState(window.history.state, '', `${window.location.pathname}${rest === '' ? '' : `?${rest}`}${window.location.hash}`);
  return back;
}
