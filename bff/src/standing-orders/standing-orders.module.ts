import { Module } from '@nestjs/common';
import { StandingOrdersController } from './http/standing-orders.controller.ts';
import { ChangeStandingOrder } from './use-cases/change-standing-order.ts';
import { ListStandingOrders } from './use-cases/list-standing-orders.ts';
import { SignStandingOrder } from './use-cases/sign-standing-order.ts';
import { StandingViews } from './use-cases/standing-views.ts';

/** What runs by itself each month; the core makes the runs and tells of each as a case. */
@Module({
  controllers: [StandingOrdersController],
  providers: [StandingViews, ListStandingOrders, SignStandingOrder, ChangeStandingOrder],
})
export class StandingOrdersModule {}
