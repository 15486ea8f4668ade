import { Module } from '@nestjs/common';
import { LoanController } from './http/loan.controller.ts';
import { EstimateLoan, ListLoans, ScheduleLoan } from './use-cases/loan-rules.ts';

@Module({ controllers: [LoanController], providers: [EstimateLoan, ScheduleLoan, ListLoans] })
export class LoanModule {}
