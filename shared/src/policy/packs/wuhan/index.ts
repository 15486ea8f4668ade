export { pack as wuhan } from './pack.ts';
