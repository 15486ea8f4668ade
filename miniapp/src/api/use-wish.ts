import { useMemo } from 'react';
import { randomHex } from '../platform/random.ts';
import { device, keeper, now } from './api.ts';
import { Wish } from './idempotency-key.ts';

/** The wish of a form, `withdrawal:repay-fund-loan`, of the person signed in; kept on the device across pages and tabs. */
export function useWish(name: string): Wish {
  const personKey = keeper.personKey;
  return useMemo(() => new Wish({ store: device, now, newKey: randomHex }, `wish:${personKey}:${name}`), [personKey, name]);
}
