export { pack as fuzhou } from './pack.ts';
