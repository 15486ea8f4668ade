export { LoanModule } from './loan.module.ts';
