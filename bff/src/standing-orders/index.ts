export { StandingOrdersModule } from './standing-orders.module.ts';
