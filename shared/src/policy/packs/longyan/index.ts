export { pack as longyan } from './pack.ts';
