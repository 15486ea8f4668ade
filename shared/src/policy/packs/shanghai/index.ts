export { pack as shanghai } from './pack.ts';
