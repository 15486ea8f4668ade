export { pack as hangzhou } from './pack.ts';
