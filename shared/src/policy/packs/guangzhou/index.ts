export { pack as guangzhou } from './pack.ts';
