export { pack as jiamusi } from './pack.ts';
