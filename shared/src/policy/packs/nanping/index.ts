export { pack as nanping } from './pack.ts';
