import { device } from '../../api/api.ts';

const KEY = 'consent';

/** The version of the privacy text agreed to on this device, or null. */
export function agreedVersion(): string | null {
  return device.get(KEY);
}
export function agreeTo(version: string): void {
  device.set(KEY, version);
}
export function refuseConsent(): void {
  device.remove(KEY);
}
