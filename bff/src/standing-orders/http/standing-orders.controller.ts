import { endpoints } from '@anju/shared/contract';
import type { StandingOrder, StandingOrdersReply } from '@anju/shared/contract';
import { Body, Controller, Param } from '@nestjs/common';
import { Serves } from '../../platform/index.ts';
import { CurrentPerson } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { ChangeStandingOrder } from '../use-cases/change-standing-order.ts';
import { ListStandingOrders } from '../use-cases/list-standing-orders.ts';
import { SignStandingOrder } from '../use-cases/sign-standing-order.ts';
import { StandingOrderChangeDto, StandingOrderDto, StandingOrderParamsDto } from './standing-orders.dto.ts';

@Controller()
export class StandingOrdersController {
  constructor(
    private readonly list: ListStandingOrders,
    private readonly sign: SignStandingOrder,
    private readonly change: ChangeStandingOrder,
  ) {}

  @Serves(endpoints.listStandingOrders)
  listStandingOrders(@CurrentPerson() caller: PersonCaller): Promise<StandingOrdersReply> {
    return this.list.execute(caller.personId);
  }

  @Serves(endpoints.signStandingOrder)
  signStandingOrder(@CurrentPerson() caller: PersonCaller, @Body() body: StandingOrderDto): Promise<StandingOrder> {
    return this.sign.execute(caller.personId, body);
  }

  @Serves(endpoints.changeStandingOrder)
  changeStandingOrder(@CurrentPerson() caller: PersonCaller, @Param() { orderId }: StandingOrderParamsDto, @Body() body: StandingOrderChangeDto): Promise<StandingOrder> {
    return this.change.execute(caller.personId, orderId, body);
  }

  /** The same for clients that can PATCH: WeChat's own request cannot. */
  @Serves(endpoints.patchStandingOrder)
  patchStandingOrder(@CurrentPerson() caller: PersonCaller, @Param() { orderId }: StandingOrderParamsDto, @Body() body: StandingOrderChangeDto): Promise<StandingOrder> {
    return this.change.execute(caller.personId, orderId, body);
  }

  @Serves(endpoints.endStandingOrder)
  endStandingOrder(@CurrentPerson() caller: PersonCaller, @Param() { orderId }: StandingOrderParamsDto): Promise<void> {
    return this.change.end(caller.personId, orderId);
  }
}
