export { accountRows } from './adapters/account.rows.ts';
export { AccountModule } from './account.module.ts';
export { RouteAdvice } from './route-advice.port.ts';
export { cardOf, loanOf, tailOf } from './use-cases/account-views.ts';
export { dayOf } from './use-cases/overview-day.ts';
export { OpaqueIds } from './use-cases/opaque-ids.ts';
export { datedFrom, OverviewStore, SCREEN_BUDGET_MS } from './use-cases/overview-store.ts';
export type { OverviewReading, Whose } from './use-cases/overview-store.ts';
export { within } from './use-cases/within.ts';
