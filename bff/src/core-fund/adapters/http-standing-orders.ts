import type { CoreOutcome, CoreRead, CustomerNo } from '../core-fund.port.ts';
import type { CoreStandingOrder, StandingOrderChange, StandingOrderWish } from '../core-standing-orders.ts';
import { CoreStandingOrders } from '../core-standing-orders.ts';
import type { CoreCalls } from './core-calls.ts';
import { list } from './core-fund.wire.ts';
import { changeBody, signBody, standingOrderOf } from './translate-standing.ts';

/** ZD1001–ZD1003 of interface.md. */
export class HttpStandingOrders extends CoreStandingOrders {
  constructor(private readonly calls: CoreCalls) {
    super();
  }

  sign(requestNo: string, wish: StandingOrderWish): Promise<CoreOutcome<CoreStandingOrder>> {
    return this.calls.writing('ZD1001', requestNo, signBody(wish), standingOrderOf);
  }

  change(requestNo: string, customerNo: CustomerNo, orderNo: string, change: StandingOrderChange): Promise<CoreOutcome<CoreStandingOrder>> {
    return this.calls.writing('ZD1002', requestNo, changeBody(customerNo, orderNo, change), standingOrderOf);
  }

  list(customerNo: CustomerNo): Promise<CoreRead<readonly CoreStandingOrder[]>> {
    return this.calls.reading('ZD1003', { KHBH: customerNo }, (body) => list(body, 'QY').map(standingOrderOf));
  }
}
