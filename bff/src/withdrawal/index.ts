export { OPAQUE_ID } from './http/withdrawal.dto.ts';
export { CONTRACT_NUMBER, contractNumberOf } from './use-cases/check-wish.ts';
export { assertCard } from './use-cases/check-wish.ts';
export { JudgeRoutes } from './use-cases/judge-routes.ts';
export { WithdrawalModule } from './withdrawal.module.ts';
