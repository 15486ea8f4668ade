export { pack as bozhou } from './pack.ts';
