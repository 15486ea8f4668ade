export { WithdrawalModule } from './withdrawal.module.ts';
