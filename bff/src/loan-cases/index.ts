export { LoanCasesModule } from './loan-cases.module.ts';
