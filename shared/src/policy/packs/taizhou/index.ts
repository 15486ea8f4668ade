export { pack as taizhou } from './pack.ts';
