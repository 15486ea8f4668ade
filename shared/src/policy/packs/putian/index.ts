export { pack as putian } from './pack.ts';
