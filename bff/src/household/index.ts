export { householdRows } from './adapters/household.rows.ts';
export { HouseholdModule } from './household.module.ts';
export { Households } from './households.port.ts';
export type { Partner } from './households.port.ts';
