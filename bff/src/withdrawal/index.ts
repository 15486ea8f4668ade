export { CONTRACT_NUMBER, OPAQUE_ID } from './http/withdrawal.dto.ts';
export { assertCard } from './use-cases/check-wish.ts';
export { WithdrawalModule } from './withdrawal.module.ts';
