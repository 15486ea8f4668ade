export { pack as xiamen } from './pack.ts';
