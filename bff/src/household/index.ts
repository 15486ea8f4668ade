export { Households } from './households.port.ts';
export type { Partner } from './households.port.ts';
