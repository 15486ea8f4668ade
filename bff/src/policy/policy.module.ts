import { Module } from '@nestjs/common';
import { PolicyController } from './http/policy.controller.ts';

@Module({ controllers: [PolicyController] })
export class PolicyModule {}
