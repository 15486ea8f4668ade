import { H5App } from './h5-app.ts';
import type { WeappApp } from './weapp/weapp-app.ts';

/** What a phone itself must have kept to: no error on the page; WeChat's bounds of setData and of the page stack. */
export function behaved(app: H5App | WeappApp): void {
  if (app instanceof H5App) {
    expect(app.errors).toEqual([]);
    return;
  }
  expect(app.setDataLedger.largestBytes).toBeLessThanOrEqual(256 * 1024);
  expect(app.setDataLedger.busiestSecond).toBeLessThanOrEqual(20);
  expect(app.deepest).toBeLessThan(10);
}
