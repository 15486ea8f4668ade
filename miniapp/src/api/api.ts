import { clock } from '../platform/clock.ts';
import { apiOrigin } from '../platform/launch.ts';
import { randomHex } from '../platform/random.ts';
import { send } from '../platform/request.ts';
import { wechatCode } from '../platform/sign-in.ts';
import { onStorageChange, storage } from '../platform/storage.ts';
import { Caller } from './caller.ts';
import { SessionKeeper } from './session-keeper.ts';

/** The one session of this app, and the one caller that uses it. */
export const keeper = new SessionKeeper(storage);
export const caller = new Caller({ origin: apiOrigin, send, keeper, wechatCode, newKey: randomHex });
export const device = storage;
export const now = clock.now;

onStorageChange((key) => {
  if (key === 'session') keeper.refresh();
});
